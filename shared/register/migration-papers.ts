import { type MigrationPaper, migrationPaperLimit, type PaperHolder } from '../domain/paper-records.ts';
import { addDays } from '../domain/plain-date.ts';
import type { Person } from '../domain/records.ts';
import { headRelation } from '../domain/relations.ts';
import { proposeRelations } from './heads.ts';
import { refuse } from './refusal.ts';
import type { BenchMember, Workbench } from './workbench.ts';

type PaperKind = MigrationPaper['kind'];

/** The last day of a paper issued on a day, as the pack says for its kind. */
export function validUntil(bench: Workbench, kind: PaperKind, issuedOn: string): string {
  const { moveInPermitDays, migrationCertificateDays } = bench.context.settings;
  return addDays(issuedOn, kind === 'move-in-permit' ? moveInPermitDays : migrationCertificateDays);
}

/** What everybody who moves together has in common on their papers. */
type Journey = Pick<MigrationPaper, 'fromAddress' | 'toAddress' | 'otherAuthority' | 'reason'>;

/**
 * Issues migration certificates (户口迁移证, M94) to members of a household before they leave: at most four holders each, the head first, then
 * the elder first. Answers the numbers. Refuses with numbers-exhausted.
 */
export function issueCertificates(
  bench: Workbench,
  members: readonly BenchMember[],
  movers: readonly BenchMember[],
  journey: Journey,
): string[] {
  const ordered = [...movers].sort((a, b) => orderOf(a).localeCompare(orderOf(b), 'en'));
  const numbers: string[] = [];
  for (let start = 0; start < ordered.length; start += migrationPaperLimit) {
    const holders = holdersOf(members, ordered.slice(start, start + migrationPaperLimit));
    numbers.push(issuePaper(bench, { kind: 'migration-certificate', holders, ...journey, replacesId: null }));
  }
  return numbers;
}

/** Puts a paper of today on the bench and answers its number. Refuses with numbers-exhausted. */
export function issuePaper(
  bench: Workbench,
  paper: Journey & Pick<MigrationPaper, 'kind' | 'holders' | 'replacesId'>,
): string {
  const { today, stationCode } = bench.context;
  const number = bench.context.takeNumber('paper') ?? refuse('numbers-exhausted');
  bench.put('migration-paper', {
    ...paper,
    paperId: bench.context.newId(),
    number,
    printYear: Number(today.slice(0, 4)),
    stationCode,
    issuedOn: today,
    validUntil: validUntil(bench, paper.kind, today),
    status: 'issued',
    endReason: null,
  });
  return number;
}

/** Whether a paper can still be used on a day: by its dates, never by a flag that someone forgot. */
export function isInForce({ status, validUntil: until }: MigrationPaper, today: string): boolean {
  return status === 'issued' && today <= until;
}

function orderOf({ person, membership }: BenchMember): string {
  return `${membership.relation === headRelation ? '0' : '1'} ${person.bornOn} ${person.personId}`;
}

function holdersOf(members: readonly BenchMember[], movers: readonly BenchMember[]): PaperHolder[] {
  const firstId = movers[0]?.person.personId ?? '';
  const proposals = proposeRelations(members, firstId);
  return movers.map(({ person }) => ({
    ...nameOf(person),
    relation: person.personId === firstId ? headRelation : (proposals.get(person.personId)?.code ?? '97'),
  }));
}

function nameOf({ personId, name, citizenId }: Person): Omit<PaperHolder, 'relation'> {
  return { personId, name, citizenId };
}

/** A paper shown at the counter; `key` begins the names of its fields on the page. */
interface ShownPaper {
  readonly kind: PaperKind;
  readonly key: string;
  readonly number: string;
  readonly issuedOn: string | null;
}

/**
 * Looks at a paper that persons move in with and uses it up where this register issued it to one of them. Nothing where no number is given.
 * Refuses with date-future or paper-not-in-force.
 */
export function redeemPaper(bench: Workbench, shown: ShownPaper, personIds: readonly string[]): void {
  const { kind, key, number, issuedOn } = shown;
  const { today } = bench.context;
  if (number === '') return;
  if (issuedOn !== null && issuedOn > today) refuse('date-future', `${key}On`);
  if (issuedOn !== null && validUntil(bench, kind, issuedOn) < today)
    refuse('paper-not-in-force', `${key}On`, { number });
  for (const { data } of bench.list('migration-paper', 'number', number)) {
    const isTheirs = data.holders.some(({ personId }) => personId !== null && personIds.includes(personId));
    if (data.kind !== kind || !isTheirs) continue;
    if (!isInForce(data, today)) refuse('paper-not-in-force', `${key}Number`, { number });
    bench.change('migration-paper', data.paperId, { status: 'used', endReason: '已落户' });
  }
}
