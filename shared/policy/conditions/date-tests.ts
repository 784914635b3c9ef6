import { z } from 'zod';
import { addDays, addMonths, compareDays, formatZh } from '../../domain/plain-date.ts';
import { aboutFact, type FactTestKind } from './fact-test.ts';

const Count = z.number().int().min(0).max(1800);

/**
 * `{ fact: …, monthsAgoAtLeast: 6 }`: so many calendar months have passed on the day of the case. A month ends on the day of the
 * same number, or on the last of a shorter month (民法典 §201–202, in force 2021-01-01).
 */
export const monthsAgoAtLeast: FactTestKind<number> = {
  kinds: ['date'],
  argument: Count,
  make: (months, fact) => ({
    test: (value, scope) => compareDays(addMonths(String(value), months), scope.asOf) <= 0,
    words: (_scope, wanted, value) => {
      if (!wanted) return null;
      if (typeof value !== 'string') {
        return { zh: `${fact.names.zh}已满${months}个月`, en: `${months} months after ${fact.names.en}` };
      }
      const day = addMonths(value, months);
      return {
        zh: `自${formatZh(day)}起（${fact.names.zh}满${months}个月）`,
        en: `from ${day} on (${months} months after ${fact.names.en})`,
      };
    },
  }),
};

/** `{ fact: …, daysAgoAtLeast: 30 }`: so many days have passed; the day itself is not counted (民法典 §201, in force 2021-01-01). */
export const daysAgoAtLeast: FactTestKind<number> = {
  kinds: ['date'],
  argument: Count,
  make: (days, fact) => ({
    test: (value, scope) => compareDays(addDays(String(value), days), scope.asOf) <= 0,
    words: (_scope, wanted, value) => {
      if (!wanted) return null;
      if (typeof value !== 'string') {
        return { zh: `${fact.names.zh}已满${days}日`, en: `${days} days after ${fact.names.en}` };
      }
      const day = addDays(value, days);
      return {
        zh: `自${formatZh(day)}起（${fact.names.zh}满${days}日）`,
        en: `from ${day} on (${days} days after ${fact.names.en})`,
      };
    },
  }),
};

/** `{ fact: …, daysAgoAtMost: 30 }`: a paper of that day is still valid; nothing makes an expired one good again. */
export const daysAgoAtMost: FactTestKind<number> = {
  kinds: ['date'],
  argument: Count,
  make: (days) => ({
    test: (value, scope) => compareDays(scope.asOf, addDays(String(value), days)) <= 0,
    words: () => null,
  }),
};

/** `{ fact: …, ageAtLeast: 18 }`, in full years (周岁), reached on the birthday. */
export const ageAtLeast: FactTestKind<number> = {
  kinds: ['date'],
  argument: Count,
  make: (years) => ({
    test: (value, scope) => compareDays(addMonths(String(value), years * 12), scope.asOf) <= 0,
    words: (_scope, wanted, value) => {
      if (!wanted) return null;
      if (typeof value !== 'string') return { zh: `年满${years}周岁`, en: `aged ${years} or more` };
      const day = addMonths(value, years * 12);
      return { zh: `自${formatZh(day)}起（年满${years}周岁）`, en: `from ${day} on (aged ${years})` };
    },
  }),
};

/** `{ fact: …, ageBelow: 20 }`; nobody becomes younger, so it never says what would change the answer of a person. */
export const ageBelow: FactTestKind<number> = {
  kinds: ['date'],
  argument: Count,
  make: (years) => ({
    test: (value, scope) => compareDays(addMonths(String(value), years * 12), scope.asOf) > 0,
    words: (_scope, wanted, value) =>
      wanted && value === undefined ? { zh: `未满${years}周岁`, en: `aged below ${years}` } : null,
  }),
};

/** `{ fact: …, notAfterToday: true }`: the day has come. */
export const notAfterToday: FactTestKind<true> = {
  kinds: ['date'],
  argument: z.literal(true),
  make: (_argument, fact) => ({
    test: (value, scope) => compareDays(String(value), scope.asOf) <= 0,
    words: (_scope, wanted) =>
      wanted ? aboutFact(fact, { zh: '不晚于办理日期', en: 'is not after the day of the case' }) : null,
  }),
};
