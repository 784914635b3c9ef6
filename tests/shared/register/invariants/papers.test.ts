import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../../../../shared/domain/register-records.ts';
import {
  households,
  idOf,
  numberOf,
  ownStation,
  people,
  places,
  visitorPermit,
  visitorResidence,
} from '../../../fixtures/small-register.ts';
import { addTwo, breachesAfter, type FaultTable, found, placeOf, spoil } from '../../../fixtures/spoilt-register.ts';

const holder = { personId: people.gone, name: '冯迁', citizenId: numberOf('1990-10-11', '2', 142), relation: '02' };
const paper: RecordOf<'migration-paper'> = {
  paperId: idOf(801),
  kind: 'migration-certificate',
  number: '1',
  printYear: 2026,
  stationCode: ownStation,
  issuedOn: '2026-11-01',
  validUntil: '2026-12-01',
  holders: [holder],
  fromAddress: '南康街',
  toAddress: '长春市',
  otherAuthority: '',
  reason: '务工',
  status: 'issued',
  endReason: null,
  replacesId: null,
};
const certificate: RecordOf<'certificate'> = {
  certificateId: idOf(811),
  number: '1',
  kind: 'kinship',
  personId: people.son,
  stationCode: ownStation,
  issuedOn: '2026-11-01',
  body: '父子',
  purpose: '',
  recipient: '',
  status: 'issued',
  endReason: null,
};
const blank: RecordOf<'blank'> = {
  blankId: idOf(821),
  stationCode: ownStation,
  form: 'resident-card',
  printYear: 2026,
  number: '1',
  status: 'stocked',
  documentId: null,
  changedOn: '2026-11-01',
};

const faults: FaultTable = {
  'one open residence registration a person': [
    [
      'residence-open',
      (small) =>
        small.register.take('residence', { ...found(small, 'residence', visitorResidence), residenceId: idOf(902) }),
    ],
    [
      'date-order',
      (small) => spoil(small, 'residence', visitorResidence, { endedOn: '2025-01-01', endReason: 'other' }),
    ],
    ['date-needed', (small) => spoil(small, 'residence', visitorResidence, { endReason: 'other' })],
  ],
  'one permit in use a person, for a residence of their own': [
    [
      'permit-active',
      (small) =>
        small.register.take('permit', { ...found(small, 'permit', visitorPermit), permitId: idOf(903), number: 'J2' }),
    ],
    ['residence-unknown', (small) => spoil(small, 'residence', visitorResidence, { personId: people.gone })],
    ['date-needed', (small) => spoil(small, 'permit', visitorPermit, { status: 'cancelled' })],
    ['date-order', (small) => spoil(small, 'permit', visitorPermit, { status: 'cancelled', endedOn: '2026-01-01' })],
  ],
  'at most four persons on a migration paper': [
    [
      'paper-too-many',
      (small) =>
        small.register.take('migration-paper', {
          ...paper,
          holders: Array.from({ length: 5 }, () => holder),
        }),
    ],
    ['date-order', (small) => small.register.take('migration-paper', { ...paper, validUntil: '2026-10-01' })],
    [
      'paper-not-in-force',
      (small) =>
        addTwo(small, 'migration-paper', paper, { paperId: idOf(802), number: '2', replacesId: paper.paperId }),
    ],
  ],
  'a number of a permit is used once': [
    [
      'paper-number-taken',
      (small) =>
        addTwo(
          small,
          'permit',
          { ...found(small, 'permit', visitorPermit), status: 'replaced', endedOn: small.today },
          { permitId: idOf(904), personId: people.gone },
        ),
    ],
  ],
  'a number of a migration-paper is used once': [
    ['paper-number-taken', (small) => addTwo(small, 'migration-paper', paper, { paperId: idOf(802) })],
  ],
  'a number of a certificate is used once': [
    ['paper-number-taken', (small) => addTwo(small, 'certificate', certificate, { certificateId: idOf(812) })],
  ],
  'a number of a blank is used once': [
    ['blank-used', (small) => addTwo(small, 'blank', blank, { blankId: idOf(822) })],
  ],
  'a address has every field in its shape': [
    ['input-invalid', (small) => spoil(small, 'address', places.emptyRoom, { name: '' })],
  ],
  'a person has every field in its shape': [
    ['input-invalid', (small) => spoil(small, 'person', people.gone, { phone: '1'.repeat(31) })],
  ],
  'a household has every field in its shape': [
    ['input-invalid', (small) => spoil(small, 'household', households.unit, { unitName: '社'.repeat(61) })],
  ],
  'a membership has every field in its shape': [
    ['input-invalid', (small) => spoil(small, 'membership', placeOf(people.son), { sinceOn: '2020' })],
  ],
  'a residence has every field in its shape': [
    ['input-invalid', (small) => spoil(small, 'residence', visitorResidence, { landlord: '吴'.repeat(51) })],
  ],
  'a permit has every field in its shape': [
    ['input-invalid', (small) => spoil(small, 'permit', visitorPermit, { number: '' })],
  ],
  'a migration-paper has every field in its shape': [
    ['input-invalid', (small) => small.register.take('migration-paper', { ...paper, number: '' })],
  ],
  'a certificate has every field in its shape': [
    ['input-invalid', (small) => small.register.take('certificate', { ...certificate, number: '' })],
  ],
  'a blank has every field in its shape': [
    ['input-invalid', (small) => small.register.take('blank', { ...blank, number: '' })],
  ],
};

describe.each(Object.entries(faults))('papers: %s', (name, cases) => {
  it.each(cases)('finds %s', (code, make) => {
    expect(breachesAfter(make)).toContain(`${name}: ${code}`);
  });
});
