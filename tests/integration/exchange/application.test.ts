import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/contract/draft.ts';
import { applicationParts } from '../../../shared/exchange/application.ts';
import type { ExchangeIdentity } from '../../../shared/exchange/identity.ts';
import { makeKeysFile } from '../../../shared/exchange/keys-file.ts';
import { newExchangeParty, sealedFile } from '../../fixtures/exchange.ts';
import { bring, refusalOf, trust } from '../../fixtures/exchange-desk.ts';
import { familyDraft } from '../../fixtures/people.ts';
import { type CounterOfFile, counterOfFile } from '../../fixtures/ready-counter.ts';
import { blockers, emptyRoom } from '../../fixtures/settling.ts';

const opened: CounterOfFile = counterOfFile();
/** One white dot. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg==';
const applicationId = uuidv7();
let hall: ExchangeIdentity;
let draft: Draft;

interface Filled {
  readonly by?: ExchangeIdentity;
  readonly id?: string;
  readonly image?: string;
}

async function fileOf({ by = hall, id = applicationId, image = picture }: Filled = {}): Promise<Uint8Array> {
  const { party } = await opened.counter.station.exchanges.identity();
  const application = { applicationId: id, filledBy: '申请人本人', filledAt: '2026-11-22T12:00:00.000Z', draft };
  return sealedFile(by, party, 'application', [
    { name: applicationParts.draft, lines: [JSON.stringify(application)] },
    { name: applicationParts.attachments, lines: [JSON.stringify({ materialId: 'id-card', image })] },
  ]);
}
async function taken(file: Uint8Array) {
  const answer = await bring(await opened.counter.loggedIn('zhao'), file);
  if (!answer.ok || answer.value.kind !== 'application') throw new Error(JSON.stringify(answer));
  return answer.value;
}

beforeAll(async () => {
  hall = await newExchangeParty('office', '网上办事大厅');
  draft = familyDraft({ addressId: await emptyRoom(opened.clerk), household: 'new' });
}, 60_000);

describe('an application that the online hall filled in', () => {
  it('is refused as long as nobody trusts the hall', async () => {
    expect(await refusalOf(opened.clerk, await fileOf())).toBe('EXCHANGE_OTHER_SENDER');
    await trust(opened.counter, JSON.stringify(await makeKeysFile(hall, '2026-11-22T12:00:00.000Z')));
  }, 30_000);

  it('becomes a draft with everything typed and nothing that only the counter may say', async () => {
    const { caseId, isNew, filledBy, partyName } = await taken(await fileOf());
    expect({ isNew, filledBy, partyName }).toEqual({ isNew: true, filledBy: '申请人本人', partyName: '网上办事大厅' });
    const view = await opened.clerk.must('case.get', { caseId });
    expect(view.row).toMatchObject({
      state: 'draft',
      applicantName: draft.people[0]?.name,
      procedure: 'settle.residence',
    });
    expect(view.draft.people.map(({ citizenId }) => citizenId)).toEqual(draft.people.map(({ citizenId }) => citizenId));
    expect(view.draft.isVoluntary).toBe(false);
    expect(new Set(view.draft.materials.map(({ state }) => state))).toEqual(new Set(['missing']));
    const [attachmentId = ''] =
      view.draft.materials.find(({ materialId }) => materialId === 'id-card')?.attachmentIds ?? [];
    const { kind } = await opened.clerk.must('case.attachment', { attachmentId });
    expect(kind).toBe('image/png');
    expect(await opened.clerk.must('case.prefilled', { caseId })).toMatchObject({
      filledBy,
      partyName,
      checkedAt: null,
    });
  }, 30_000);

  it('leads to the same draft when it comes again', async () => {
    const first = await taken(await fileOf());
    const again = await taken(await fileOf());
    expect(again).toEqual(first);
    expect(again.isNew).toBe(false);
  }, 30_000);

  it('is not accepted before somebody at the counter has checked it', async () => {
    const { caseId } = await taken(await fileOf());
    const { revision } = await opened.clerk.must('case.get', { caseId });
    await opened.clerk.must('case.save', { caseId, revision, draft });
    const view = await opened.clerk.must('case.get', { caseId });
    expect(blockers(view)).toEqual(['prefilled prefilled-unchecked']);
    expect(await opened.clerk.refused('case.accept', { caseId, revision: view.revision })).toBe('CASE_INCOMPLETE');
    await opened.clerk.must('case.prefilledChecked', { caseId });
    expect((await opened.clerk.must('case.accept', { caseId, revision: view.revision })).row.state).toBe('accepted');
  }, 30_000);

  it('leaves no case behind when one of its pictures is none', async () => {
    const before = await opened.clerk.must('case.list', { queue: 'all' });
    const file = await fileOf({ id: uuidv7(), image: Buffer.from('<svg/>').toString('base64') });
    expect(await refusalOf(opened.clerk, file)).toBe('IMAGE_REFUSED');
    expect(await opened.clerk.must('case.list', { queue: 'all' })).toHaveLength(before.length);
  }, 30_000);
});
