import type { FieldChange, HistoryEntry } from '../../../../shared/contract/register.ts';
import type { FormInput } from '../../../../shared/domain/form.ts';
import { findPoliceOrg } from '../../../../shared/domain/police-orgs.ts';
import type { Person } from '../../../../shared/domain/records.ts';
import { listHistoryEntries } from '../../register/history.ts';
import { registerView } from '../../store/register-view.ts';
import { stationInFull } from './authority.ts';
import { itemName, itemWords } from './card-items.ts';
import { caseNumberOf, officerName, orNothing, type Paper, type PaperInput, personOfPaper } from './paper.ts';
import { identityOf, lastPlaceOf, registeredAddress } from './person-words.ts';
import { relationWords } from './relation-words.ts';

const statusWords: Readonly<Record<Person['status'], string>> = {
  registered: '在册',
  elsewhere: '户口在外地',
  'moved-out': '已迁出',
  dead: '已注销（死亡）',
  cancelled: '已注销',
};

/** What a change of the own record is called and says; null: nothing of what the register tells people of themselves. */
function wordsOf(change: FieldChange, person: Person): { name: string; before?: string; after?: string } | null {
  const { kind, field, before, after } = change;
  if (kind === 'membership' && field === 'householdId')
    return { name: '户号', before: before ?? undefined, after: after ?? undefined };
  if (kind === 'membership' && field === 'relation') {
    const relation = (code: string | null) => (code === null ? undefined : relationWords(code, person, null));
    return { name: '与户主关系', before: relation(before), after: relation(after) };
  }
  const name = kind === 'person' ? itemName(field) : null;
  return name === null ? null : { name, before: itemWords(field, before), after: itemWords(field, after) };
}

/** The own person and their stays; a household's other members are somebody else's record. */
function isOwn({ kind, recordId }: FieldChange, person: Person, membershipIds: ReadonlySet<string>): boolean {
  return kind === 'membership' ? membershipIds.has(recordId) : recordId === person.personId;
}

const joined = (parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter(Boolean).join('；') || undefined;

/** Where the adopters wished secrecy (N21 §26) the child's record does not name an adoption. */
function matterOf(paper: Paper, entry: HistoryEntry, { adoptionIsSecret }: Person): string {
  if (entry.eventKind === 'event.reversed') return '登记冲销';
  const procedure = paper.pack.procedures.get(entry.procedure);
  const isHidden = adoptionIsSecret && procedure?.page.sets.ground === 'adoption';
  const name = isHidden ? '户口登记' : (procedure?.names.zh ?? entry.procedure);
  return entry.isReversed ? `${name}（已冲销）` : name;
}

function rowOf(paper: Paper, entry: HistoryEntry, person: Person, membershipIds: ReadonlySet<string>): FormInput {
  const own = entry.changes.filter((change) => isOwn(change, person, membershipIds));
  const told = own.flatMap((change) => wordsOf(change, person) ?? []);
  const side = (of: 'before' | 'after') => joined(told.map((change) => change[of] && `${change.name}：${change[of]}`));
  return {
    registeredOn: entry.registeredOn,
    matter: matterOf(paper, entry, person),
    before: side('before'),
    after: side('after'),
    station: entry.station.zh,
  };
}

/** Stays that were in the register before any event this copy knows. */
function earlierStays(paper: Paper, person: Person, entries: readonly HistoryEntry[]): FormInput[] {
  const { database } = paper.program;
  const known = new Set(
    entries.flatMap(({ changes }) =>
      changes.filter(({ field }) => field === 'sinceOn').map(({ recordId }) => recordId),
    ),
  );
  const view = registerView(database);
  return view.list('membership', 'personId', person.personId).flatMap(({ data }) => {
    const household = view.find('household', data.householdId)?.data;
    const address = household && view.find('address', household.addressId)?.data;
    if (known.has(data.membershipId) || !household || !address) return [];
    return [
      {
        registeredOn: data.sinceOn,
        matter: '户口登记',
        after: `户号：${household.number}；住址：${address.fullName}`,
        station: findPoliceOrg(household.stationCode)?.zh,
      },
    ];
  });
}

const dayOf = ({ registeredOn }: FormInput): string => String(registeredOn);

/** 户口登记历史信息: the own record and nobody else's, the oldest first (N21 §91). */
export const historyRecord: PaperInput = (paper) => {
  const { program } = paper;
  const person = personOfPaper(paper);
  if (!person) return null;
  const view = registerView(program.database);
  const stays = view.list('membership', 'personId', person.personId).map(({ data }) => data.membershipId);
  const entries = listHistoryEntries(program, 'person', person.personId)
    .filter(({ refusal }) => refusal === null)
    .toReversed();
  const rows = [
    ...earlierStays(paper, person, entries),
    ...entries.map((entry) => rowOf(paper, entry, person, new Set(stays))),
  ].sort((a, b) => dayOf(a).localeCompare(dayOf(b), 'en'));
  const hukouAddress = registeredAddress(program.database, person);
  if (rows.length === 0 || !hukouAddress) return null;
  const since = lastPlaceOf(program.database, person.personId)?.membership.sinceOn;
  return {
    queryNumber: caseNumberOf(paper),
    person: {
      ...identityOf(person),
      formerName: orNothing(person.formerName),
      status: statusWords[person.status],
      hukouAddress,
    },
    records: rows,
    coverage: since
      ? '以上为登记系统内的信息；以前的登记见原始簿册。'
      : '以上为登记系统内的信息；该人员未在本市登记常住户口。',
    station: stationInFull(program),
    officer: officerName(paper),
    queriedAt: program.now(),
  };
};
