import type { Permit, Residence } from '../../../../shared/domain/residence-records.ts';

/** 住所类型: how somebody lives at an address. */
export const basisWords: Readonly<Record<Residence['basis'], string>> = {
  owned: '自有住房',
  rented: '租赁住房',
  employer: '单位（学校）提供',
  relative: '寄住亲友家',
  other: '其他',
};

/** 居住事由. */
export const purposeWords: Readonly<Record<Residence['purpose'], string>> = {
  work: '务工',
  business: '经商',
  study: '就读',
  family: '投靠亲属',
  other: '其他',
};

/** The ground a permit rests on (D663 §2). */
export const groundWords: Readonly<Record<Permit['ground'], string>> = {
  job: '合法稳定就业',
  home: '合法稳定住所',
  school: '连续就读',
};
