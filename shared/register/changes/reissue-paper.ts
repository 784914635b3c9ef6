import { z } from 'zod';
import type { MigrationPaper } from '../../domain/paper-records.ts';
import { type Household, RecordId } from '../../domain/records.ts';
import { type ChangeNote, defineChange } from '../change.ts';
import { issuePaper } from '../migration-papers.ts';
import { refuse } from '../refusal.ts';
import { getSubjectHousehold } from '../subjects.ts';
import type { Workbench } from '../workbench.ts';

const causes = ['lost', 'damaged', 'full', 'expired'] as const;
const replaced = '补领、换领';
/** What a reissued book is called among the numbered papers of a person. */
export const bookKind = 'household-book';

const Input = z.strictObject({
  /** Book: the household or somebody in it. Migration paper: a holder. */
  subject: RecordId,
  paper: z.enum([bookKind, 'migration-paper']),
  cause: z.enum(causes),
  /** Who gets the book; null: the head. A member whom the head refuses the book gets one with the first page and their own card. */
  recipientId: RecordId.nullable().default(null),
  /** Needed where the holder has several migration papers. */
  paperNumber: z.string().max(30).default(''),
});
type Input = z.infer<typeof Input>;

/**
 * Reissue (补领、换领) of the household book (C37) and of migration papers (C56; N21 §47). Both leave a numbered record: a book changes nothing
 * else, so its reissue is kept as a paper of the kind `household-book` of whoever gets it, and the one issued before it is void.
 */
export const reissuePaper = defineChange({
  effect: 'reissue-paper',
  input: Input,
  fields: {
    cause: { kind: 'choice', values: causes },
    recipientId: { kind: 'member' },
    paperNumber: { kind: 'text' },
  },
  plan(bench, input) {
    return input.paper === bookKind ? reissueBook(bench, input) : reissueMigrationPaper(bench, input);
  },
});

function reissueBook(bench: Workbench, { subject, cause, recipientId }: Input): ChangeNote {
  const household = getSubjectHousehold(bench, subject);
  const { today, stationCode } = bench.context;
  const personId = recipientId ?? household.headPersonId;
  const { name } = bench.get('person', personId, 'recipientId');
  if (bench.findPlace(personId)?.householdId !== household.householdId) refuse('not-a-member', 'recipientId');
  const formerNumbers = voidBooks(bench, household);
  const number = bench.context.takeNumber('certificate') ?? refuse('numbers-exhausted');
  bench.put('certificate', {
    certificateId: bench.context.newId(),
    number,
    kind: bookKind,
    personId,
    stationCode,
    issuedOn: today,
    body: bookBody(household),
    purpose: cause,
    recipient: name,
    status: 'issued',
    endReason: null,
  });
  return {
    happenedOn: today,
    details: { paper: bookKind, cause, number, formerNumber: formerNumbers.at(-1) ?? null },
  };
}

/** The book is the household's: station and 户号 find it again, whoever got it. */
function bookBody({ number }: Household): string {
  return `户号 ${number}`;
}

function voidBooks(bench: Workbench, household: Household): string[] {
  const everBeenThere = bench.list('membership', 'householdId', household.householdId);
  const personIds = new Set(everBeenThere.map(({ data }) => data.personId));
  const books = [...personIds]
    .flatMap((personId) => bench.list('certificate', 'personId', personId))
    .filter(({ data }) => data.kind === bookKind && data.status === 'issued')
    .filter(({ data }) => data.stationCode === household.stationCode && data.body === bookBody(household));
  for (const { data } of books)
    bench.change('certificate', data.certificateId, { status: 'void', endReason: replaced });
  return books.map(({ data }) => data.number);
}

function reissueMigrationPaper(bench: Workbench, { subject, cause, paperNumber }: Input): ChangeNote {
  const old = getPaperOf(bench, subject, paperNumber);
  if (old.stationCode !== bench.context.stationCode) refuse('paper-other-station', 'paperNumber');
  if (old.status !== 'issued') refuse('paper-not-in-force', 'paperNumber', { number: old.number });
  if (old.kind === 'migration-certificate') checkStillAway(bench, old);
  bench.change('migration-paper', old.paperId, { status: 'void', endReason: replaced });
  const { kind, holders, fromAddress, toAddress, otherAuthority, reason } = old;
  const journey = { fromAddress, toAddress, otherAuthority, reason };
  const number = issuePaper(bench, { kind, holders, ...journey, replacesId: old.paperId });
  return { happenedOn: bench.context.today, details: { paper: kind, cause, number, formerNumber: old.number } };
}

/** The holder's paper with that number; without a number the only one that was neither used nor replaced. */
function getPaperOf(bench: Workbench, holderId: string, number: string): MigrationPaper {
  bench.get('person', holderId);
  const papers = bench.list('migration-paper', 'holderIds', holderId).map(({ data }) => data);
  const fitting = papers.filter((paper) => (number === '' ? paper.status === 'issued' : paper.number === number));
  const [only] = fitting;
  return only && fitting.length === 1 ? only : refuse('paper-unknown', 'paperNumber');
}

/** Whoever is registered here again moves out anew, with a new certificate. */
function checkStillAway(bench: Workbench, { holders }: MigrationPaper): void {
  for (const { personId, name } of holders)
    if (personId !== null && bench.find('person', personId)?.data.status === 'registered')
      refuse('person-already-registered', null, { name });
}
