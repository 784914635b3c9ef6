import { type Draft, DraftSubject } from '../../../shared/contract/draft.ts';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { ExchangeTaken } from '../../../shared/contract/exchange.ts';
import {
  Application,
  ApplicationAttachment,
  applicationParts,
  attachmentLimit,
} from '../../../shared/exchange/application.ts';
import type { ReadLines } from '../../../shared/exchange/open-exchange.ts';
import { attachMaterial } from '../cases/attach.ts';
import { beginCase } from '../cases/start.ts';
import type { Calling, Program } from '../program.ts';
import { saveDraft } from '../store/cases.ts';
import { addPrefilledCase, findByApplication } from '../store/prefilled-cases.ts';

type Taken = Extract<ExchangeTaken, { kind: 'application' }>;

interface Filled {
  readonly application: Application;
  readonly attachments: readonly ApplicationAttachment[];
}

/**
 * Begins a case with what somebody else filled in. Nothing of it counts as seen at this counter: it is marked as pre-filled until whoever sits
 * here has gone through it. The same application again leads to the case it became the first time. EXCHANGE_ALTERED: not the shape of one;
 * IMAGE_REFUSED: one of its pictures is none.
 */
export async function takeApplication(
  program: Program,
  calling: Calling,
  partyName: string,
  lines: AsyncIterable<ReadLines>,
): Promise<Answer<Taken>> {
  const filled = await readFilled(lines);
  if (!filled.ok) return filled;
  const { applicationId, filledBy } = filled.value.application;
  const known = findByApplication(program.database, applicationId);
  const kept = known ? done(known.caseId) : keep(program, calling, partyName, filled.value);
  if (!kept.ok) return kept;
  calling.subject = kept.value;
  return done({ kind: 'application', caseId: kept.value, partyName, filledBy, isNew: known === null });
}

async function readFilled(lines: AsyncIterable<ReadLines>): Promise<Answer<Filled>> {
  let application: Application | null = null;
  const attachments: ApplicationAttachment[] = [];
  try {
    for await (const { part, lines: read } of lines)
      for (const line of read) {
        if (part === applicationParts.draft) application = Application.parse(JSON.parse(line));
        else if (part === applicationParts.attachments) attachments.push(ApplicationAttachment.parse(JSON.parse(line)));
        if (attachments.length > attachmentLimit) return fail('EXCHANGE_ALTERED');
      }
  } catch {
    return fail('EXCHANGE_ALTERED');
  }
  return application ? done({ application, attachments }) : fail('EXCHANGE_ALTERED');
}

/** As many as a draft holds. */
const materialLimit = 60;

/** Thrown to undo everything where one picture is refused. */
class PictureRefused extends Error {}

function keep(program: Program, calling: Calling, partyName: string, filled: Filled): Answer<string> {
  const { database } = program;
  try {
    return database.transaction(() => done(keepInTransaction(program, calling, partyName, filled)))();
  } catch (error) {
    if (error instanceof PictureRefused) return fail('IMAGE_REFUSED');
    throw error;
  }
}

function keepInTransaction(
  program: Program,
  calling: Calling,
  partyName: string,
  { application, attachments }: Filled,
): string {
  const { database } = program;
  const { applicationId, filledBy, filledAt } = application;
  const draft = unchecked(program, application.draft);
  const caseId = beginCase(program, calling, draft);
  const idsOf = new Map<string, string[]>();
  for (const { materialId, image } of attachments) {
    const attached = attachMaterial(program, calling, { caseId, materialId, image: Buffer.from(image, 'base64') });
    if (!attached.ok) throw new PictureRefused();
    idsOf.set(materialId, [...(idsOf.get(materialId) ?? []), attached.value.attachmentId]);
  }
  const materials = [...draft.materials.map(({ materialId }) => materialId), ...idsOf.keys()]
    .filter((materialId, at, all) => all.indexOf(materialId) === at)
    .slice(0, materialLimit)
    .map((materialId) => ({
      ...{ materialId, state: 'missing' as const, attachmentIds: (idsOf.get(materialId) ?? []).slice(0, 20) },
      note: draft.materials.find((each) => each.materialId === materialId)?.note ?? '',
    }));
  const receivedAt = program.now();
  const text = JSON.stringify({ ...draft, materials });
  saveDraft(database, { caseId, procedure: draft.procedure, draft: text, at: receivedAt });
  addPrefilledCase(database, { applicationId, caseId, partyName, filledBy, filledAt, receivedAt });
  return caseId;
}

/**
 * What was typed stays; what only this counter may say does not: papers seen or verified, the applicant's consent and signature, who of the register
 * is meant, the officer's reasons.
 */
function unchecked({ packs }: Program, filled: Draft): Draft {
  const people = filled.people.map((person) => ({ ...person, personId: '', source: 'typed' as const, photoId: '' }));
  const materials = filled.materials.map((each) => ({ ...each, state: 'missing' as const, attachmentIds: [] }));
  const procedure = packs.inForce().procedures.has(filled.procedure) ? filled.procedure : '';
  return {
    ...filled,
    subject: DraftSubject.parse({}),
    procedure,
    people,
    materials,
    isVoluntary: false,
    reasons: {},
    step: 'applicant',
  };
}
