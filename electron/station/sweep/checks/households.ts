import { headRelations } from '../../../../shared/domain/relations.ts';
import { bySql, type FaultCheck, hereWithHead, household, openHouseholds, sqlList } from '../fault-check.ts';
import { isAgainstAge, listBySex, relationsWithAge } from './relation-rules.ts';

const changeHead = { procedure: 'household.change-head', from: 'subject' } as const;
const moveHead = { procedure: 'move.within', from: 'person' } as const;
const isMember = 'SELECT 1 FROM memberships o WHERE o.household_id = h.household_id AND o.until_on IS NULL';
const isHead = `o.relation IN (${sqlList(headRelations)})`;
const isGrownUp = `SELECT 1 FROM memberships o JOIN persons p ON p.person_id = o.person_id
  WHERE o.household_id = h.household_id AND o.until_on IS NULL AND p.born_on <= @adultBorn`;
const atAddress = 'EXISTS (SELECT 1 FROM addresses a WHERE a.address_id = h.address_id';

/** Faults of households: head, members, relations, address. */
export const householdChecks: readonly FaultCheck[] = [
  {
    code: 'household-without-head',
    subject: 'household',
    fix: changeHead,
    list: bySql(`${household} ${openHouseholds} AND EXISTS (${isMember})
      AND NOT EXISTS (${isMember} AND o.person_id = h.head_person_id AND ${isHead})`),
  },
  {
    code: 'household-several-heads',
    subject: 'household',
    fix: changeHead,
    list: bySql(`${household} ${openHouseholds} AND (SELECT count(*) FROM (${isMember} AND ${isHead})) > 1`),
  },
  {
    code: 'household-empty',
    subject: 'household',
    fix: { procedure: 'household.merge', from: 'subject' },
    list: bySql(`${household} ${openHouseholds} AND NOT EXISTS (${isMember})`),
  },
  {
    code: 'household-closed-with-members',
    subject: 'household',
    fix: null,
    list: bySql(
      `${household} FROM households h WHERE h.station_code = @station AND h.status = 'closed' AND EXISTS (${isMember})`,
    ),
  },
  {
    code: 'minor-alone',
    subject: 'household',
    fix: null,
    list: bySql(
      `${household} ${openHouseholds} AND h.kind = 'family' AND EXISTS (${isMember}) AND NOT EXISTS (${isGrownUp})`,
    ),
  },
  {
    code: 'head-is-minor',
    subject: 'household',
    fix: changeHead,
    list: bySql(`${household} ${openHouseholds} AND EXISTS (${isGrownUp})
      AND EXISTS (SELECT 1 FROM persons k WHERE k.person_id = h.head_person_id AND k.born_on > @adultBorn)`),
  },
  {
    code: 'relation-against-sex',
    subject: 'household',
    fix: changeHead,
    list: bySql(`${household} ${hereWithHead} AND m.relation || p.sex || k.sex IN (${sqlList(listBySex())})`),
  },
  {
    code: 'relation-against-age',
    subject: 'household',
    fix: changeHead,
    list: bySql(
      `${household}, m.relation, p.born_on AS member_born, k.born_on AS head_born ${hereWithHead}
       AND m.relation IN (${sqlList(relationsWithAge())})`,
      isAgainstAge,
    ),
  },
  {
    code: 'spouse-twice',
    subject: 'household',
    fix: { procedure: 'item.other', from: 'person' },
    list: bySql(`${household} ${openHouseholds}
      AND (SELECT count(*) FROM (${isMember} AND o.relation IN ('10', '11', '12'))) > 1`),
  },
  {
    code: 'address-unknown',
    subject: 'household',
    fix: moveHead,
    list: bySql(`${household} ${openHouseholds} AND NOT ${atAddress})`),
  },
  {
    code: 'address-frozen',
    subject: 'household',
    fix: moveHead,
    list: bySql(`${household} ${openHouseholds} AND ${atAddress} AND a.is_frozen = 1)`),
  },
  {
    code: 'address-not-room',
    subject: 'household',
    fix: moveHead,
    list: bySql(`${household} ${openHouseholds} AND ${atAddress} AND a.level <> 'room')`),
  },
];
