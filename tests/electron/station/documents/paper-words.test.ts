import { describe, expect, it } from 'vitest';
import { countyPolice, stationInFull, stationOfCode } from '../../../../electron/station/documents/inputs/authority.ts';
import { itemWords } from '../../../../electron/station/documents/inputs/card-items.ts';
import { handoverSheets } from '../../../../electron/station/documents/inputs/handover-list.ts';
import { formsOf, paperInputs } from '../../../../electron/station/documents/inputs/index.ts';
import { relationWords } from '../../../../electron/station/documents/inputs/relation-words.ts';
import { checkInput } from '../../../../electron/station/print/check-input.ts';
import { formNamed } from '../print/print-rig.ts';

const secret = { adoptionIsSecret: true };
const open = { adoptionIsSecret: false };

describe('a relation', () => {
  it('of a child adopted in secret is 子 or 女, of the adopters of a head 父亲 or 母亲', () => {
    expect(['27', '37'].map((code) => relationWords(code, secret, null))).toEqual(['子', '女']);
    expect(['57', '58'].map((code) => relationWords(code, open, secret))).toEqual(['父亲', '母亲']);
  });

  it('of anybody else is told as it is', () => {
    expect(['27', '57', '12'].map((code) => relationWords(code, open, open))).toEqual([
      '养子或继子',
      '继父或养父',
      '妻',
    ]);
    expect(relationWords('12', secret, null)).toBe('妻');
  });
});

it('an item is told in words, nothing where it is empty', () => {
  expect(itemWords('bornOn', '1990-01-05')).toBe('1990年1月5日');
  expect(itemWords('maritalStatus', '20')).toBe('已婚');
  expect(itemWords('heightCm', 175)).toBe('175厘米');
  expect(itemWords('arrivedAtAddress', '2015-07-21由本市迁来')).toBe('2015年7月21日由本市迁来');
  expect(itemWords('religion', null)).toBeUndefined();
});

it('an authority has its whole name: bureau, branch, station', () => {
  const station = { stationCode: '220403010000', stationName: '南康派出所' };
  expect(stationInFull(station)).toBe('辽源市公安局南康分局南康派出所');
  expect(countyPolice(station)).toBe('辽源市公安局南康分局');
  expect(stationOfCode('220421110000')).toBe('东丰县公安局横道河派出所');
  expect(stationOfCode('990000000000')).toBe('990000000000');
});

describe('a handover list', () => {
  const handover = { listNumber: '1', handingUnit: '甲所', receivingUnit: '乙局', handedOn: '2026-11-23' };
  const files = Array.from({ length: 20 }, (_, index) => ({
    fileNumber: `220403-2026-${String(index + 1).padStart(6, '0')}`,
    title: '户口迁出',
    pages: 3,
  }));

  it('has eighteen files on a sheet, its own sums on each and all of them on the last', () => {
    const sheets = handoverSheets(handover, files);
    expect(sheets.map(({ sheet, total }) => [sheet, total])).toEqual([
      [{ files: 18, pages: 54 }, undefined],
      [
        { files: 2, pages: 6 },
        { files: 20, pages: 60 },
      ],
    ]);
    for (const sheet of sheets) expect(checkInput(formNamed('handover-list'), sheet)).toEqual([]);
  });
});

it('every paper that a case can have prints on a form of the program', () => {
  for (const id of Object.keys(paperInputs)) for (const form of formsOf(id)) expect(formNamed(form).id).toBe(form);
});
