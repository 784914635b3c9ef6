import type { Assessment, CaseView } from '../../shared/contract/case.ts';
import { type Draft, DraftPerson } from '../../shared/contract/draft.ts';
import type { Failure } from '../../shared/contract/errors.ts';
import type { LookupPurpose } from '../../shared/contract/person.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Question } from '../../shared/contract/verdict.ts';
import { call } from '../client.ts';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';
import { valueAt, withValue } from './draft-path.ts';
import { atOwnSteps } from './problem-places.ts';
import { asksSituation, planEntry } from './steps.ts';

export type StepId = Problem['step'];

/** What is being entered for one case, kept in the window; the station holds a copy that is at most a pause old. */
export interface Editing {
  readonly draft: Draft;
  readonly revision: number;
  readonly savedAt: string;
  readonly assessment: Assessment;
  /** The draft that the assessment speaks of; a pause older than `draft` while something is typed. */
  readonly assessed: Draft;
  readonly saveState: SaveState;
  readonly failure: Failure | null;
  /** Fields that were left once, and steps the clerk tried to finish: only there are problems shown. */
  readonly left: ReadonlySet<string>;
  readonly tried: ReadonlySet<StepId>;
  /** Questions met so far, so that an answered one can be changed although it is no longer asked. */
  readonly questions: readonly Question[];
  readonly purpose: LookupPurpose;
  /** Opened from a change link of the check page: the way on leads straight back there. */
  readonly returnsToCheck: boolean;
  /** Whose fields the people step shows. */
  readonly openPerson: number;
}

export interface DraftStore {
  readonly caseId: string;
  get(): Editing;
  subscribe(listener: () => void): () => void;
  /** Sets one value of the draft and saves at the next pause. */
  change(path: string, value: unknown): void;
  edit(change: (draft: Draft) => Draft): void;
  /** Changes what the window keeps beside the draft; never saved. */
  note(part: Partial<Pick<Editing, 'left' | 'tried' | 'purpose' | 'returnsToCheck' | 'openPerson'>>): void;
  leave(path: string): void;
  tryStep(step: StepId): void;
  /** Takes over a newer state read from the station, when nothing is unsaved here. */
  adopt(view: CaseView): void;
  /** After a clash: saves what stands here over what was changed elsewhere. */
  keepMine(): Promise<void>;
  /** After a clash: takes what was changed elsewhere. */
  takeTheirs(): Promise<void>;
  flush(): Promise<boolean>;
  stop(): void;
}

/** Where people are entered there is always a first one to type into. */
function withFirstPerson(draft: Draft, { page }: Pick<CaseView, 'page'>): Draft {
  const isEntered = page === null || page.people === 'entered';
  return draft.people.length > 0 || !isEntered ? draft : { ...draft, people: [DraftPerson.parse({})] };
}

/** Problems name the steps of settling; a procedure with a page of its own is opened by its procedure and keeps it. */
function placed(assessment: Assessment, { draft, page }: Pick<CaseView, 'draft' | 'page'>): Assessment {
  return atOwnSteps(assessment, planEntry(draft.procedure, page, asksSituation({ draft, assessment })));
}

function merged(known: readonly Question[], asked: readonly Question[]): readonly Question[] {
  const missing = asked.filter((question) => !known.some((it) => it.id === question.id));
  return missing.length === 0 ? known : [...known, ...missing];
}

/** Chosen once per case, and asked again only when the program was started anew. */
const purposes = new Map<string, LookupPurpose>();

function firstState(view: CaseView): Editing {
  return {
    draft: withFirstPerson(view.draft, view),
    revision: view.revision,
    savedAt: view.savedAt,
    assessment: placed(view.assessment, view),
    assessed: withFirstPerson(view.draft, view),
    saveState: 'saved',
    failure: null,
    left: new Set(),
    tried: new Set(),
    questions: view.assessment.questions,
    purpose: purposes.get(view.row.caseId) ?? 'counter',
    returnsToCheck: false,
    openPerson: 0,
  };
}

/** Whether two drafts hold the same, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  const others = new Map<string, unknown>(right);
  return (
    left.length === right.length && left.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
  );
}

/** Makes the store of a case that is open for entry. */
export function createDraftStore(view: CaseView): DraftStore {
  const caseId = view.row.caseId;
  const listeners = new Set<() => void>();
  let state = firstState(view);

  function put(part: Partial<Editing>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  async function reconcile(sent: Draft): Promise<boolean> {
    const newest = await call('case.get', { caseId });
    if (!newest.ok || !isSame(newest.value.draft, sent)) return false;
    put({ revision: newest.value.revision });
    return true;
  }

  const autosave: Autosave = createAutosave({
    current: () => state,
    send: (draft, revision) => call('case.save', { caseId, draft, revision }),
    onSaved: ({ revision, savedAt, assessment }, isNewest, sent) =>
      put({
        revision,
        savedAt,
        assessment: placed(assessment, { draft: sent, page: view.page }),
        assessed: sent,
        saveState: isNewest ? 'saved' : 'waiting',
        failure: null,
        questions: merged(state.questions, assessment.questions),
      }),
    onState: (saveState, failure) => put({ saveState, failure }),
    reconcile,
  });

  function edit(change: (draft: Draft) => Draft): void {
    put({ draft: change(state.draft) });
    autosave.noteChange();
  }

  return {
    caseId,
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(path, value) {
      if (valueAt(state.draft, path) !== value) edit((draft) => withValue(draft, path, value));
    },
    edit,
    note(part) {
      if (part.purpose !== undefined) purposes.set(caseId, part.purpose);
      put(part);
    },
    leave(path) {
      if (!state.left.has(path)) put({ left: new Set(state.left).add(path) });
    },
    tryStep(step) {
      put({ tried: new Set(state.tried).add(step) });
    },
    adopt(newer) {
      if (state.saveState !== 'saved' || newer.revision <= state.revision) return;
      const { draft, revision, savedAt } = newer;
      const assessment = placed(newer.assessment, newer);
      const opened = withFirstPerson(draft, newer);
      put({ draft: opened, revision, savedAt, assessment, assessed: opened });
    },
    async keepMine() {
      const newest = await call('case.get', { caseId });
      if (!newest.ok) return;
      put({ revision: newest.value.revision });
      autosave.noteChange();
    },
    async takeTheirs() {
      const newest = await call('case.get', { caseId });
      if (newest.ok) put({ ...firstState(newest.value), left: state.left, tried: state.tried });
    },
    flush: () => autosave.flush(),
    stop: () => autosave.stop(),
  };
}
