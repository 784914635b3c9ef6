import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, type SaveState } from '../../../renderer/case/autosave.ts';
import type { Assessment } from '../../../shared/contract/case.ts';
import { Draft } from '../../../shared/contract/draft.ts';
import { done, type Failure, fail } from '../../../shared/contract/errors.ts';

const assessment: Assessment = {
  verdicts: { pack: 'made-up@1', asOf: '2026-11-22', routes: [] },
  questions: [],
  advice: [],
  problems: [],
};

/** A window with a draft, and a station that answers after 20 ms unless told to fail. */
function makeCounter() {
  const sent: string[] = [];
  const states: SaveState[] = [];
  const failures: Failure[] = [];
  let note = '';
  let revision = 1;
  let nextFailure: Failure['code'] | null = null;
  const autosave = createAutosave({
    current: () => ({ draft: Draft.parse({ note }), revision }),
    send: async (draft, based) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (nextFailure !== null) return fail(nextFailure);
      sent.push(draft.note);
      return done({ revision: based + 1, savedAt: '2026-11-22T02:00:00.000Z', assessment });
    },
    onSaved: (saved, isNewest) => {
      revision = saved.revision;
      states.push(isNewest ? 'saved' : 'waiting');
    },
    onState: (state, failure) => {
      states.push(state);
      if (failure !== null) failures.push(failure);
    },
    reconcile: async () => false,
  });
  return {
    autosave,
    sent,
    states,
    failures,
    revision: () => revision,
    type(text: string) {
      note = text;
      autosave.noteChange();
    },
    failNext(code: Failure['code'] | null) {
      nextFailure = code;
    },
  };
}

describe('autosave', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves within 300 ms after the last key', async () => {
    const counter = makeCounter();
    counter.type('一');
    await vi.advanceTimersByTimeAsync(300);
    expect(counter.sent).toEqual(['一']);
  });

  it('waits for the pause while keys follow each other', async () => {
    const counter = makeCounter();
    for (const text of ['一', '一二', '一二三']) {
      counter.type(text);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(counter.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(counter.sent).toEqual(['一二三']);
  });

  it('saves now and then even when there is no pause at all', async () => {
    const counter = makeCounter();
    for (let key = 1; key <= 30; key += 1) {
      counter.type(String(key));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(counter.sent.length).toBeGreaterThanOrEqual(1);
  });

  it('sends what was typed during a save with the next one, on the new revision', async () => {
    const counter = makeCounter();
    counter.type('一');
    await vi.advanceTimersByTimeAsync(255);
    counter.type('一二');
    await vi.advanceTimersByTimeAsync(400);
    expect(counter.sent).toEqual(['一', '一二']);
    expect(counter.revision()).toBe(3);
    expect(counter.states.at(-1)).toBe('saved');
  });

  it('tries a failed save again by itself until it succeeds', async () => {
    const counter = makeCounter();
    counter.failNext('STATION_STOPPED');
    counter.type('一');
    await vi.advanceTimersByTimeAsync(300);
    expect(counter.states.at(-1)).toBe('failed');
    counter.failNext(null);
    await vi.advanceTimersByTimeAsync(1100);
    expect(counter.sent).toEqual(['一']);
    expect(counter.states.at(-1)).toBe('saved');
  });

  it('never saves over what was changed elsewhere without being told to', async () => {
    const counter = makeCounter();
    counter.failNext('CASE_REVISION');
    counter.type('一');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(counter.states.at(-1)).toBe('clash');
    expect(counter.failures.map((it) => it.code)).toEqual(['CASE_REVISION']);
    expect(counter.sent).toEqual([]);
  });

  it('saves at once when asked, and says whether everything is safe', async () => {
    const counter = makeCounter();
    counter.type('一');
    const isSafe = counter.autosave.flush();
    await vi.advanceTimersByTimeAsync(25);
    expect(await isSafe).toBe(true);
    expect(counter.sent).toEqual(['一']);
    counter.failNext('DISK_FULL');
    counter.type('一二');
    const isSafeNow = counter.autosave.flush();
    await vi.advanceTimersByTimeAsync(25);
    expect(await isSafeNow).toBe(false);
  });
});
