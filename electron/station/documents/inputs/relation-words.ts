import { codeName } from '../../../../shared/domain/codes.ts';
import type { Person } from '../../../../shared/domain/records.ts';

type Adoptable = Pick<Person, 'adoptionIsSecret'>;

/** 养子或继子, 养女或继女 of a child; 继父或养父, 继母或养母 of a parent. */
const plainChild: Readonly<Record<string, string>> = { '27': '20', '37': '30' };
const plainParent: Readonly<Record<string, string>> = { '57': '51', '58': '52' };

/**
 * The relation as a paper may show it. Where the adopters wished secrecy (N21 §26, in force 2021-10-01) an adopted child is 子 or 女 and an
 * adoptive parent of a head 父亲 or 母亲.
 */
export function relationShown(code: string, person: Adoptable, head: Adoptable | null): string {
  if (person.adoptionIsSecret) return plainChild[code] ?? code;
  return head?.adoptionIsSecret ? (plainParent[code] ?? code) : code;
}

/** The same in words. */
export function relationWords(code: string, person: Adoptable, head: Adoptable | null): string {
  return codeName('relation', relationShown(code, person, head), 'zh');
}
