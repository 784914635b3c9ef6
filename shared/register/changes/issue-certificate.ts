import { z } from 'zod';
import { Day, type Person, RecordId } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { refuse } from '../refusal.ts';
import type { Workbench } from '../workbench.ts';

/** The nine kinds that are issued (公通字〔2016〕21号, in force 2016-09-01), by their ids in the pack; all others are refused. */
export const issuedCertificates = [
  'item-change',
  'cancelled-register',
  'kinship',
  'abducted-child',
  'foundling-report',
  'unnatural-death',
  'temporary-identity',
  'criminal-record',
  'other-by-law',
] as const;
type IssuedCertificate = (typeof issuedCertificates)[number];

const ofTheRegister: readonly IssuedCertificate[] = ['item-change', 'cancelled-register', 'kinship'];
const ofTheLiving: readonly IssuedCertificate[] = ['temporary-identity', 'criminal-record'];

const text = (max: number) => z.string().trim().max(max).default('');

/**
 * What only some kinds say: of the event (rescue, finding, death), of the inquiry, until when the paper is good, and who applies where it is
 * not the person. It stands on the paper alone; the register keeps the words certified.
 */
const onPaper = {
  applicantName: text(50),
  applicantNumber: text(18),
  applicantRelation: text(20),
  occurredOn: Day.nullable().default(null),
  occurredAt: text(120),
  caseNumber: text(60),
  finding: text(200),
  basis: text(200),
  keeper: text(80),
  validUntil: Day.nullable().default(null),
};
const fieldsOnPaper = {
  applicantName: { kind: 'text' },
  applicantNumber: { kind: 'text' },
  applicantRelation: { kind: 'text' },
  occurredOn: { kind: 'date' },
  occurredAt: { kind: 'text' },
  caseNumber: { kind: 'text' },
  finding: { kind: 'long-text' },
  basis: { kind: 'long-text' },
  keeper: { kind: 'text' },
  validUntil: { kind: 'date' },
} as const;

/** 开具户籍类证明 (C55): a numbered certificate with its stub. */
export const issueCertificate = defineChange({
  effect: 'issue-certificate',
  input: z.strictObject({
    /** The person it is about. */
    subject: RecordId,
    /** Any kind may be asked for; only those that are issued pass. */
    kind: z.string().max(60),
    body: z.string().trim().min(1).max(600),
    purpose: z.string().trim().max(120).default(''),
    recipient: z.string().trim().max(80).default(''),
    /** The other one of a kinship certificate. */
    relativeId: RecordId.nullable().default(null),
    ...onPaper,
  }),
  fields: {
    kind: { kind: 'choice', values: issuedCertificates },
    relativeId: { kind: 'person' },
    body: { kind: 'long-text' },
    purpose: { kind: 'text' },
    recipient: { kind: 'text' },
    ...fieldsOnPaper,
  },
  plan(bench, input) {
    const kind = issuedCertificates.find((each) => each === input.kind) ?? refuse('certificate-forbidden', 'kind');
    const person = bench.get('person', input.subject);
    checkStanding(person, kind);
    if (kind === 'kinship') checkRelative(bench, person, input.relativeId);
    const number = bench.context.takeNumber('certificate') ?? refuse('numbers-exhausted');
    const { stationCode, today } = bench.context;
    bench.put('certificate', {
      certificateId: bench.context.newId(),
      number,
      kind,
      personId: person.personId,
      stationCode,
      issuedOn: today,
      body: input.body,
      purpose: input.purpose,
      recipient: input.recipient,
      status: 'issued',
      endReason: null,
    });
    return { happenedOn: today, details: { kind, number } };
  },
});

/** The register proves nothing of people who never were in it, and no cancellation of people who are. */
function checkStanding({ name, status }: Person, kind: IssuedCertificate): void {
  if (status === 'elsewhere' && ofTheRegister.includes(kind)) refuse('person-elsewhere', null, { name });
  if (status === 'registered' && kind === 'cancelled-register') refuse('person-still-registered', 'kind', { name });
  if (status === 'dead' && ofTheLiving.includes(kind)) refuse('person-dead', 'kind', { name });
}

/** Kinship is certified only as the register shows it: members of one household, or linked as parent, child or spouse. */
function checkRelative(bench: Workbench, person: Person, relativeId: string | null): void {
  if (relativeId === null) refuse('relative-needed', 'relativeId');
  if (relativeId === person.personId) refuse('person-same', 'relativeId');
  const relative = bench.get('person', relativeId, 'relativeId');
  const place = bench.findPlace(person.personId);
  const sharesHousehold = place !== null && bench.findPlace(relativeId)?.householdId === place.householdId;
  const linksOf = ({ fatherId, motherId, spouseId }: Person) => [fatherId, motherId, spouseId];
  const isLinked = linksOf(person).includes(relativeId) || linksOf(relative).includes(person.personId);
  if (!sharesHousehold && !isLinked) refuse('not-related', 'relativeId', { name: relative.name });
}
