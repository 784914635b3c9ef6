import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftStore } from '../../../renderer/case/draft-store.ts';
import { shownProblems } from '../../../renderer/case/problems.ts';
import type { CaseView } from '../../../shared/contract/case.ts';
import { Draft } from '../../../shared/contract/draft.ts';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';

const caseId = '019b76da-a80f-7916-8fc8-cb1447f73ab1';

function viewOf(draft: Draft, revision: number): CaseView {
  return {
    row: {
      caseId,
      procedure: '',
      state: 'draft',
      applicantName: '',
      peopleCount: 1,
      acceptanceNumber: null,
      handledBy: '李练习',
      changedAt: '2026-11-22T02:00:00.000Z',
      dueOn: null,
    },
    revision,
    savedAt: '2026-11-22T02:00:00.000Z',
    pack: 'made-up@1',
    draft,
    page: null,
    assessment: {
      verdicts: { pack: 'made-up@1', asOf: '2026-11-22', routes: [] },
      questions: [],
      advice: [],
      problems: [],
    },
    actions: [],
    documents: [],
    timeline: [],
    signature: null,
    approvals: [],
  };
}

/** A station that keeps one case and checks revisions, behind `window.luohu`. */
function makeStation(loseFirstAnswer = false) {
  let kept = viewOf(Draft.parse({}), 1);
  let losesAnswer = loseFirstAnswer;
  const call = async (endpoint: string, input: unknown): Promise<Answer<unknown>> => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (endpoint === 'case.get') return done(kept);
    const { draft, revision } = input as { draft: Draft; revision: number };
    if (revision !== kept.revision) return fail('CASE_REVISION');
    kept = { ...kept, draft, revision: revision + 1 };
    if (losesAnswer) {
      losesAnswer = false;
      return fail('STATION_STOPPED');
    }
    return done({ revision: kept.revision, savedAt: kept.savedAt, assessment: kept.assessment });
  };
  vi.stubGlobal('window', { luohu: { call, onNews: () => () => undefined } });
  return {
    kept: () => kept,
    changeElsewhere: (draft: Draft) => (kept = { ...kept, draft, revision: kept.revision + 1 }),
  };
}

describe('the draft in the window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('gives an empty case its applicant', () => {
    makeStation();
    expect(createDraftStore(viewOf(Draft.parse({}), 1)).get().draft.people).toHaveLength(1);
  });

  it('keeps why people are looked up for it when it is left and opened again', () => {
    const view = viewOf(Draft.parse({}), 1);
    createDraftStore(view).note({ purpose: 'correction' });
    expect(createDraftStore(view).get().purpose).toBe('correction');
    createDraftStore(view).note({ purpose: 'counter' });
  });

  it('says nothing wrong of a field that was changed since the rules last looked', () => {
    makeStation();
    const path = 'people.0.citizenId';
    const view = viewOf(Draft.parse({}), 1);
    const problem = { path, code: 'required', weight: 'blocks', step: 'applicant', params: {} } as const;
    const store = createDraftStore({ ...view, assessment: { ...view.assessment, problems: [problem] } });
    store.leave(path);
    expect(shownProblems(store.get())).toEqual([problem]);
    store.change(path, '220402199001010013');
    expect(shownProblems(store.get())).toEqual([]);
    store.change(path, '');
    expect(shownProblems(store.get())).toEqual([problem]);
    store.stop();
  });

  it('is never overwritten by an answer to an older save', async () => {
    const station = makeStation();
    const store = createDraftStore(viewOf(Draft.parse({}), 1));
    store.change('people.0.name', '陈');
    await vi.advanceTimersByTimeAsync(270);
    store.change('people.0.name', '陈示例');
    await vi.advanceTimersByTimeAsync(40);
    expect(store.get().draft.people[0]?.name).toBe('陈示例');
    await vi.advanceTimersByTimeAsync(1000);
    expect(station.kept().draft.people[0]?.name).toBe('陈示例');
    expect(store.get().saveState).toBe('saved');
  });

  it('goes on by itself when a save was kept but its answer was lost', async () => {
    const station = makeStation(true);
    const store = createDraftStore(viewOf(Draft.parse({ people: [{}] }), 1));
    store.change('people.0.name', '陈示例');
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.get().saveState).toBe('saved');
    expect(station.kept().draft.people[0]?.name).toBe('陈示例');
  });

  it('keeps what stands here after a clash, and asks which of the two to take', async () => {
    const station = makeStation();
    const store = createDraftStore(viewOf(Draft.parse({ people: [{}] }), 1));
    station.changeElsewhere(Draft.parse({ people: [{ name: '别处' }] }));
    store.change('people.0.name', '本窗口');
    await vi.advanceTimersByTimeAsync(3000);
    expect(store.get().saveState).toBe('clash');
    expect(store.get().draft.people[0]?.name).toBe('本窗口');
    void store.keepMine();
    await vi.advanceTimersByTimeAsync(1000);
    expect(station.kept().draft.people[0]?.name).toBe('本窗口');
  });

  it('takes the other side after a clash when the clerk says so', async () => {
    const station = makeStation();
    const store = createDraftStore(viewOf(Draft.parse({ people: [{}] }), 1));
    station.changeElsewhere(Draft.parse({ people: [{ name: '别处' }] }));
    store.change('people.0.name', '本窗口');
    await vi.advanceTimersByTimeAsync(3000);
    void store.takeTheirs();
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.get().draft.people[0]?.name).toBe('别处');
    expect(store.get().saveState).toBe('saved');
    store.change('people.0.phone', '0437-1');
    await vi.advanceTimersByTimeAsync(1000);
    expect(station.kept().draft.people[0]).toMatchObject({ name: '别处', phone: '0437-1' });
  });
});
