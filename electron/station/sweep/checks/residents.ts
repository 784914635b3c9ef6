import { permitStateOn } from '../../../../shared/domain/permit-function.ts';
import { Endorsement } from '../../../../shared/domain/residence-records.ts';
import { bySql, type FaultCheck, type Found, type SweepDays, textOf } from '../fault-check.ts';

const resident = 'SELECT p.person_id AS id, p.name AS label, r.address_id';
const permits = `FROM permits t JOIN persons p ON p.person_id = t.person_id
  LEFT JOIN residences r ON r.residence_id = t.residence_id WHERE t.station_code = @station AND t.status = 'active'`;
const residences = `FROM residences r JOIN persons p ON p.person_id = r.person_id
  WHERE r.station_code = @station AND r.ended_on IS NULL`;

/** By the one rule of permit-function.ts (D663 §10), from the dates and never from a flag. */
function isSuspended(row: Found, { today }: SweepDays): boolean {
  const permit = {
    firstIssuedOn: textOf(row, 'first_issued_on'),
    endorsements: Endorsement.array().parse(JSON.parse(textOf(row, 'endorsements'))),
    status: 'active',
    endedOn: row.ended_on === null ? null : textOf(row, 'ended_on'),
  } as const;
  return permitStateOn(permit, today).state === 'suspended';
}

/** Faults of residence registrations and permits. */
export const residentChecks: readonly FaultCheck[] = [
  {
    code: 'permit-suspended',
    subject: 'person',
    fix: { procedure: 'permit.late-endorse', from: 'subject' },
    list: bySql(`${resident}, t.first_issued_on, t.endorsements, t.ended_on ${permits}`, isSuspended),
  },
  {
    code: 'permit-without-residence',
    subject: 'person',
    fix: { procedure: 'permit.cancel', from: 'subject' },
    list: bySql(`${resident} ${permits} AND (r.residence_id IS NULL OR r.ended_on IS NOT NULL)`),
  },
  {
    code: 'residence-of-registered',
    subject: 'person',
    fix: { procedure: 'residence.cancel', from: 'subject' },
    list: bySql(`${resident} ${residences} AND p.status = 'registered'`),
  },
  {
    code: 'residence-of-the-dead',
    subject: 'person',
    fix: { procedure: 'residence.cancel', from: 'subject' },
    list: bySql(`${resident} ${residences} AND p.status = 'dead'`),
  },
];
