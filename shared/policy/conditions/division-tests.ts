import { z } from 'zod';
import type { Fact } from '../fact-catalogue.ts';
import { aboutFact, type FactTest, type FactTestKind } from './fact-test.ts';
import { factReader } from './read-fact.ts';

/** How much of a GB/T 2260 code two places have to share: two digits of the province, four of the prefecture, all six. */
const sharedDigits = { province: 2, prefecture: 4, county: 6 } as const;

const levelNames = {
  province: { zh: '同一省', en: 'the same province' },
  prefecture: { zh: '同一设区市', en: 'the same prefecture-level city' },
  county: { zh: '同一县（区）', en: 'the same county or district' },
} as const;

const Comparison = z.strictObject({ fact: z.string(), level: z.enum(['province', 'prefecture', 'county']) });
type Comparison = z.infer<typeof Comparison>;

function comparing(
  argument: Comparison,
  fact: Fact,
  findFact: (path: string) => Fact | null,
  wantsSame: boolean,
): FactTest | string {
  const other = findFact(argument.fact);
  if (other === null || other.kind !== 'division') return `${argument.fact} is no division`;
  const reader = factReader(other);
  const digits = sharedDigits[argument.level];
  const names = levelNames[argument.level];
  return {
    other: { fact: other, reader },
    test: (value, scope) => {
      const place = reader.read(scope);
      if (place === undefined) return null;
      if (place === null) return false;
      return (String(value).slice(0, digits) === String(place).slice(0, digits)) === wantsSame;
    },
    words: (_scope, wanted) =>
      wanted === wantsSame
        ? aboutFact(fact, { zh: `与${other.names.zh}属${names.zh}`, en: `and ${other.names.en} are in ${names.en}` })
        : aboutFact(fact, {
            zh: `与${other.names.zh}不属${names.zh}`,
            en: `and ${other.names.en} are not in ${names.en}`,
          }),
  };
}

/** `{ fact: …, sameAs: { fact: …, level: prefecture } }` */
export const sameAs: FactTestKind<Comparison> = {
  kinds: ['division'],
  argument: Comparison,
  make: (argument, fact, findFact) => comparing(argument, fact, findFact, true),
};

/** `{ fact: …, otherThan: { fact: …, level: province } }`; false where one of the two places is known not to be there. */
export const otherThan: FactTestKind<Comparison> = {
  kinds: ['division'],
  argument: Comparison,
  make: (argument, fact, findFact) => comparing(argument, fact, findFact, false),
};

/** `{ fact: …, within: "2204" }`: the code begins so. */
export const within: FactTestKind<string> = {
  kinds: ['division'],
  argument: z.string().regex(/^(\d{2}|\d{4}|\d{6})$/, 'expected the first 2, 4 or 6 digits of a code, quoted'),
  make: (prefix, fact) => ({
    test: (value) => String(value).startsWith(prefix),
    words: (_scope, wanted) =>
      aboutFact(
        fact,
        wanted
          ? { zh: `在${prefix}范围内`, en: `is within ${prefix}` }
          : { zh: `在${prefix}范围外`, en: `is outside ${prefix}` },
      ),
  }),
};
