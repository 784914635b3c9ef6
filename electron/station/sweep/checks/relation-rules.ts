import { codeTable } from '../../../../shared/domain/codes.ts';
import { type HouseholdMember, listHouseholdProblems } from '../../../../shared/domain/household-rules.ts';
import { headRelation, headRelations } from '../../../../shared/domain/relations.ts';
import { type Found, textOf } from '../fault-check.ts';

type Sex = '1' | '2';
type Someone = Pick<HouseholdMember, 'sex' | 'bornOn'>;

const sexes: readonly Sex[] = ['1', '2'];
const relations = codeTable('relation')
  .map(({ code }) => code)
  .filter((code) => !headRelations.includes(code));

/** What the counter's own rules say of a member beside a head, so that sweep and entry never differ. */
function problemsOf(relation: string, member: Someone, head: Someone): string[] {
  const headMember = { ...head, relation: headRelation, maritalStatus: null };
  return listHouseholdProblems([headMember, { ...member, relation, maritalStatus: null }]).map(({ code }) => code);
}

const notOfSex: readonly string[] = ['relation-sex', 'spouse-same-sex'];

/** Relation, sex of the member and sex of the head that do not go together, as `1211`: 配偶 12 between two men. */
export function listBySex(): string[] {
  return relations.flatMap((relation) =>
    sexes.flatMap((member) =>
      sexes
        .filter((head) =>
          problemsOf(relation, { sex: member, bornOn: null }, { sex: head, bornOn: null }).some((code) =>
            notOfSex.includes(code),
          ),
        )
        .map((head) => `${relation}${member}${head}`),
    ),
  );
}

/** Relations of which the rules ask who is the elder. */
export function relationsWithAge(): string[] {
  const [old, young] = ['1930-01-01', '2020-01-01'];
  const isAsked = (relation: string, member: string, head: string) =>
    problemsOf(relation, { sex: null, bornOn: member }, { sex: null, bornOn: head }).includes('relation-age');
  return relations.filter((relation) => isAsked(relation, old, young) || isAsked(relation, young, old));
}

/** Whether relation and birth dates of a row (`relation`, `member_born`, `head_born`) do not go together. */
export function isAgainstAge(row: Found): boolean {
  const member = { sex: null, bornOn: textOf(row, 'member_born') };
  const head = { sex: null, bornOn: textOf(row, 'head_born') };
  return problemsOf(textOf(row, 'relation'), member, head).includes('relation-age');
}
