import { describe, expect, it } from 'vitest';
import { inWritingOrder, type VersionedRecord } from '../../../shared/domain/register-records.ts';
import { membership, recordOf } from '../../fixtures/register-records.ts';
import { idOf } from '../../fixtures/small-people.ts';

describe('records written one by one', () => {
  const person = { householdId: idOf(1), personId: idOf(2) };
  const [left, entered] = [membership(person), membership(person)];
  const before: readonly VersionedRecord[] = [
    recordOf.membership({ ...left, untilOn: '2026-11-20' }),
    recordOf.membership(entered),
  ];

  it('close the place somebody has before the one they had is opened again, in whatever order a reversal names them', () => {
    const reopened = recordOf.membership(left, 2);
    const closed = recordOf.membership({ ...entered, untilOn: '2026-11-23' }, 2);
    const find = ({ id }: VersionedRecord) => before.find((record) => record.id === id) ?? null;
    for (const records of [
      [reopened, closed],
      [closed, reopened],
    ])
      expect(inWritingOrder(records, find)).toEqual([closed, reopened]);
  });
});
