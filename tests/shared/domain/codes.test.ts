import { describe, expect, it } from 'vitest';
import { codeLabel, codeName, codeTable, codeTableNames, findCode } from '../../../shared/domain/codes.ts';

describe('the code tables', () => {
  it.each(codeTableNames)('%s has distinct codes, each with a Chinese and an English name', (table) => {
    const codes = codeTable(table).map(({ code, zh, en }) => {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Z]/);
      return code;
    });
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('hold 58 ethnic groups and 85 relations', () => {
    expect(codeTable('ethnicity')).toHaveLength(58);
    expect(codeTable('relation')).toHaveLength(85);
  });

  it('show a value as name and code, and an unknown code as it is', () => {
    expect(codeLabel('ethnicity', '11', 'zh')).toBe('满族 (11)');
    expect(codeLabel('ethnicity', '10', 'en')).toBe('Korean (10)');
    expect(codeName('marital', '10', 'zh')).toBe('未婚');
    expect(codeLabel('ethnicity', '60', 'zh')).toBe('60');
    expect(findCode('sex', '3')).toBeNull();
  });
});
