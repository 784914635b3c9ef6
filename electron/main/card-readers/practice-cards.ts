import { checkDigit } from '../../../shared/domain/citizen-number.ts';
import type { IdCard } from '../../../shared/domain/id-card.ts';
import { formatCompact, PlainDate } from '../../../shared/domain/plain-date.ts';

type Made = Pick<IdCard, 'name' | 'sex' | 'ethnicity' | 'address' | 'issuedBy'> & {
  readonly bornOn: string;
  readonly division: string;
  readonly serial: string;
  readonly validFrom: string;
  readonly validUntil: string;
};

/**
 * Made-up people who come to the practice counter, none of them of the practice town. Their numbers pass every check and end in
 * sequence codes that are kept for centenarians, so that they can be nobody’s.
 */
const people: readonly Made[] = [
  {
    name: '陈示例',
    sex: '1',
    ethnicity: '01',
    bornOn: '1988-03-14',
    address: '吉林省长春市南关区示范街12号3单元402室',
    division: '220102',
    serial: '999',
    issuedBy: '长春市公安局南关分局',
    validFrom: '2016-05-10',
    validUntil: '2036-05-10',
  },
  {
    name: '林示范',
    sex: '2',
    ethnicity: '02',
    bornOn: '1990-07-02',
    address: '吉林省四平市铁西区样板村三组',
    division: '220302',
    serial: '998',
    issuedBy: '四平市公安局铁西分局',
    validFrom: '2019-01-21',
    validUntil: '2039-01-21',
  },
  {
    name: '高练习',
    sex: '1',
    ethnicity: '10',
    bornOn: '1999-11-30',
    address: '辽宁省沈阳市和平区练习路5号',
    division: '210102',
    serial: '999',
    issuedBy: '沈阳市公安局和平分局',
    validFrom: '2024-02-01',
    validUntil: '2034-02-01',
  },
  {
    name: '阿依样本·买买提示例',
    sex: '2',
    ethnicity: '05',
    bornOn: '1995-09-08',
    address: '新疆维吾尔自治区乌鲁木齐市天山区样本路8号',
    division: '650102',
    serial: '998',
    issuedBy: '乌鲁木齐市公安局天山区分局',
    validFrom: '2020-08-15',
    validUntil: '2040-08-15',
  },
  {
    name: '王𠮷样',
    sex: '1',
    ethnicity: '01',
    bornOn: '1956-02-29',
    address: '吉林省通化市东昌区样例村一组',
    division: '220502',
    serial: '999',
    issuedBy: '通化市公安局东昌分局',
    validFrom: '2006-04-01',
    validUntil: 'long-term',
  },
];

function cardOf({ division, serial, ...made }: Made): IdCard {
  const bornOn = PlainDate.parse(made.bornOn);
  const first17 = `${division}${formatCompact(bornOn)}${serial}`;
  const validUntil = made.validUntil === 'long-term' ? made.validUntil : PlainDate.parse(made.validUntil);
  return {
    ...made,
    bornOn,
    citizenId: first17 + checkDigit(first17),
    validFrom: PlainDate.parse(made.validFrom),
    validUntil,
  };
}

/** The cards the simulated reader hands out, in this order. */
export const practiceCards: readonly IdCard[] = people.map(cardOf);
