import { findFonts, systemFontFolders } from '../../../../electron/station/print/found-fonts.ts';

/** First and last ideograph of the extensions beyond plane 0 that HanaMin has whole: as of Unicode 10, when F was added. */
export const extensions = {
  B: [0x20000, 0x2a6d6],
  C: [0x2a700, 0x2b734],
  D: [0x2b740, 0x2b81d],
  E: [0x2b820, 0x2cea1],
  F: [0x2ceb0, 0x2ebe0],
} as const;

/** Whether this computer has HanaMin; the machine stage of the tests puts it onto a Debian. */
export const hasHanaMin = findFonts(undefined, systemFontFolders()).rare.some((path) => path.endsWith('HanaMinB.ttf'));
