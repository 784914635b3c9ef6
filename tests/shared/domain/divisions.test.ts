import { describe, expect, it } from 'vitest';
import {
  divisionPath,
  findDivision,
  isKnownArea,
  listDivisions,
  listTownships,
} from '../../../shared/domain/divisions.ts';
import { findPoliceOrg, listStations } from '../../../shared/domain/police-orgs.ts';

describe('the table of divisions', () => {
  it('holds Liaoyuan with its four counties and 48 townships', () => {
    expect(listDivisions('county', '2204').map(({ zh }) => zh)).toEqual(['龙山区', '西安区', '东丰县', '东辽县']);
    expect(['220402', '220403', '220421', '220422'].map((county) => listTownships(county).length)).toEqual([
      11, 7, 17, 13,
    ]);
    expect(findDivision('220421200')?.zh).toBe('三合满族朝鲜族乡');
  });

  it('holds 34 provinces and names each division once, in both languages', () => {
    expect(listDivisions('province')).toHaveLength(34);
    const all = ['province', 'permit', 'prefecture', 'county', 'township'] as const;
    const codes = all
      .flatMap((level) => listDivisions(level))
      .map(({ code, zh, en }) => {
        expect(zh).toMatch(/^\p{Script=Han}+$/u);
        expect(en).toMatch(/^[A-Z][\w' ()-]+$/);
        return code;
      });
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('writes the path from the province down', () => {
    expect(divisionPath('220402100', 'zh')).toBe('吉林省辽源市龙山区寿山镇');
    expect(divisionPath('220402', 'en')).toBe('Longshan District, Liaoyuan, Jilin');
    expect(divisionPath('110105', 'zh')).toBe('北京市');
    expect(divisionPath('990101', 'zh')).toBe('990101');
  });
});

describe('an area of a citizen number', () => {
  it.each([
    '220402',
    '220422',
    '222602',
    '222625',
    '229001',
    '110101',
    '130102',
    '419001',
    '441900',
    '810000',
    '830000',
  ])('%s is known', (code) => {
    expect(isKnownArea(code)).toBe(true);
  });

  it.each([
    '220400',
    '220401',
    '220499',
    '220000',
    '990101',
    '830001',
    '810101',
    '710101',
    '139901',
    '130100',
    '1301',
    '22040A',
  ])('%s is unknown', (code) => {
    expect(isKnownArea(code)).toBe(false);
  });

  it('still names a county given up long ago, without offering it', () => {
    expect(findDivision('222602')).toMatchObject({ zh: '辽源市', until: '1983' });
    expect(listDivisions('county', '2226')).toEqual([]);
  });
});

describe('the police stations', () => {
  it('are 34: seven in the city, fourteen in 东丰, thirteen in 东辽', () => {
    const counts = ['22040', '220421', '220422'].map(
      (start) => listStations().filter(({ code }) => code.startsWith(start)).length,
    );
    expect(counts).toEqual([7, 14, 13]);
    expect(listStations()).toHaveLength(34);
  });

  it('know the branch or bureau above them', () => {
    expect(findPoliceOrg('220403010000')).toMatchObject({ zh: '南康派出所', parent: '220403000000' });
    expect(findPoliceOrg('220421000000')).toMatchObject({ zh: '东丰县公安局', parent: '220400000000' });
    expect(findPoliceOrg('220400000000')?.parent).toBeNull();
    for (const { parent } of listStations()) expect(findPoliceOrg(parent ?? '')).not.toBeNull();
  });
});
