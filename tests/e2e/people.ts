import { practiceCards } from '../../electron/main/card-readers/practice-cards.ts';
import { checkDigit } from '../../shared/domain/citizen-number.ts';
import type { Entry } from './person-entry.ts';

/** A made-up number: the sequence codes 998 and 999 are kept for centenarians. */
function madeUpNumber(division: string, bornOn: string, sequence: '998' | '999'): string {
  const digits = `${division}${bornOn.replaceAll('-', '')}${sequence}`;
  return digits + checkDigit(digits);
}

const [husbandCard, wifeCard, talentCard] = practiceCards;
if (!husbandCard || !wifeCard || !talentCard) throw new Error('the practice reader has fewer than three cards');

/** A family of three from elsewhere in the province; the parents are read from their cards, the child is typed. */
export const family = {
  applicant: {
    name: husbandCard.name,
    citizenId: husbandCard.citizenId,
    typed: { 户籍所在地: '220102', 户籍地类别: '城镇', 婚姻状况: '20', 联系电话: '13900000001' } satisfies Entry,
    more: {
      文化程度: '20',
      兵役状况: '0',
      身高: '176',
      服务处所: '示例机械厂',
      职业: '装配工',
      籍贯: '吉林长春',
    } satisfies Entry,
  },
  spouse: {
    name: wifeCard.name,
    citizenId: wifeCard.citizenId,
    typed: { 与申请人关系: '配偶', 户籍所在地: '220302', 户籍地类别: '乡村', 婚姻状况: '20' } satisfies Entry,
  },
  child: {
    name: '陈样样',
    typed: {
      与申请人关系: '子女',
      公民身份号码: madeUpNumber('220102', '2016-05-20', '998'),
      姓名: '陈样样',
      民族: '01',
      户籍所在地: '220102',
      户籍地类别: '城镇',
      户籍地址: husbandCard.address,
      婚姻状况: '10',
    } satisfies Entry,
  },
} as const;

/** A young graduate without home or job in the city. */
export const talent = {
  name: talentCard.name,
  card: talentCard,
  typed: { 户籍所在地: '210102', 户籍地类别: '城镇', 婚姻状况: '10' } satisfies Entry,
} as const;
