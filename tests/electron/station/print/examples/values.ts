import { writeGreyPng } from '../grey-png.ts';

/** Invented people, places and numbers that the examples share. */
export const station = '辽源市公安局示例分局示例派出所';
export const county = '辽源市公安局示例分局';
export const address = '吉林省辽源市龙山区示例街道示例社区示例大街100号示例小区3号楼2单元501室';
export const formerAddress = '吉林省四平市铁西区示例街道示例委一组';
export const phone = '0437-0000000';
export const citizenNumber = '220421199001050015';
export const spouseNumber = '220302199103030028';
export const childNumber = '220402201602020017';
export const today = '2026-11-21';

/** A seal of the length that real ones have. */
export const seal = 'LH1:'.padEnd(280, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');

/** A portrait of 26 × 32 parts: a dark shape on grey, so that its place shows in a reference picture. */
export const photo = (() => {
  const [width, height] = [26, 32];
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [(index % width) - 12.5, Math.floor(index / width)];
    const isHead = x * x + (y - 11) ** 2 < 49;
    const isBody = y > 21 && Math.abs(x) < 10;
    return isHead || isBody ? 85 : 204;
  });
  return `data:image/png;base64,${writeGreyPng({ width, height, pixels }).toString('base64')}`;
})();
