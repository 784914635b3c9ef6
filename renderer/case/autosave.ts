import type { Draft } from '../../shared/contract/draft.ts';
import type { Answer, Failure } from '../../shared/contract/errors.ts';
import type { OutputOf } from '../../shared/contract/index.ts';

type Saved = OutputOf<'case.save'>;
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'clash';

export interface AutosaveParts {
  /** The draft as it stands now and the revision it is based on. */
  readonly current: () => { draft: Draft; revision: number };
  readonly send: (draft: Draft, revision: number) => Promise<Answer<Saved>>;
  /** `sent`: the draft that this answers; `isNewest`: nothing was typed since. */
  readonly onSaved: (saved: Saved, isNewest: boolean, sent: Draft) => void;
  readonly onState: (state: SaveState, failure: Failure | null) => void;
  /** The revision was not the newest. Answers true when the newest holds what was sent, so that saving may go on. */
  readonly reconcile: (sent: Draft) => Promise<boolean>;
}

export interface Autosave {
  noteChange(): void;
  /** Saves now what is unsaved; true when everything is saved. */
  flush(): Promise<boolean>;
  stop(): void;
}

/** Pause after the last key before a save, and the longest time without one while typing goes on. */
const pauseMs = 250;
const longestMs = 1500;
const retriesMs = [1000, 2000, 5000, 10_000];

/**
 * Saves a draft at every pause. One save is under way at a time; what is typed meanwhile goes with the next. A failed save is
 * tried again until it succeeds; the draft in the window stays the truth all the while.
 */
export function createAutosave(parts: AutosaveParts): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince: number | null = null;
  let underWay: Promise<void> | null = null;
  let failures = 0;
  let isClash = false;

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), delayMs);
  }

  async function settle(answer: Answer<Saved>, sent: Draft, since: number): Promise<void> {
    if (answer.ok) {
      failures = 0;
      parts.onSaved(answer.value, unsavedSince === null, sent);
      if (unsavedSince !== null) schedule(0);
      return;
    }
    unsavedSince = Math.min(unsavedSince ?? since, since);
    if (answer.error.code === 'CASE_REVISION' && (await parts.reconcile(sent))) return schedule(0);
    isClash = answer.error.code === 'CASE_REVISION';
    parts.onState(isClash ? 'clash' : 'failed', answer.error);
    if (!isClash) schedule(retriesMs[Math.min(failures++, retriesMs.length - 1)] ?? 10_000);
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    if (underWay !== null || unsavedSince === null || isClash) return;
    const since = unsavedSince;
    unsavedSince = null;
    const { draft, revision } = parts.current();
    parts.onState('saving', null);
    underWay = parts
      .send(draft, revision)
      .then((answer) => settle(answer, draft, since))
      .finally(() => {
        underWay = null;
      });
    await underWay;
  }

  return {
    noteChange() {
      const now = Date.now();
      unsavedSince ??= now;
      isClash = false;
      parts.onState('waiting', null);
      if (underWay === null) schedule(Math.max(0, Math.min(pauseMs, unsavedSince + longestMs - now)));
    },
    async flush() {
      if (underWay !== null) await underWay;
      if (unsavedSince !== null) await run();
      clearTimeout(timer);
      if (unsavedSince !== null) schedule(retriesMs[0] ?? 1000);
      return unsavedSince === null;
    },
    stop() {
      void run();
    },
  };
}
