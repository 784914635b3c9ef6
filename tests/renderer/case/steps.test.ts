import { describe, expect, it } from 'vitest';
import { asksSituation, planEntry, stepOf, stepStates } from '../../../renderer/case/steps.ts';
import type { Assessment } from '../../../shared/contract/case.ts';
import { Draft } from '../../../shared/contract/draft.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { ProcedurePage } from '../../../shared/contract/procedure.ts';
import type { Question } from '../../../shared/contract/verdict.ts';

function assessmentWith(...problems: Problem[]): Assessment {
  return { verdicts: { pack: 'made-up@1', asOf: '2026-11-22', routes: [] }, questions: [], advice: [], problems };
}

const missingName: Problem = {
  path: 'people.0.name',
  code: 'required',
  weight: 'blocks',
  step: 'applicant',
  params: {},
};
const statusOf = (draft: Draft, assessment: Assessment, tried: ReadonlySet<never> = new Set<never>()) =>
  Object.fromEntries(
    stepStates({ draft, assessment, tried }, planEntry(draft.procedure, null, true)).map((it) => [
      it.step,
      it.why ?? it.status,
    ]),
  );

describe('the task list of a case', () => {
  it('asks for the applicant first and says why nothing else can start', () => {
    const statuses = statusOf(Draft.parse({ people: [{}] }), assessmentWith(missingName));
    expect(statuses).toEqual({
      applicant: 'todo',
      situation: 'needsApplicant',
      materials: 'needsApplicant',
      people: 'needsApplicant',
      target: 'needsApplicant',
      check: 'needsApplicant',
    });
  });

  it('shows a step as being worked on while something of it is missing', () => {
    const statuses = statusOf(Draft.parse({ people: [{ citizenId: '2204' }] }), assessmentWith(missingName));
    expect(statuses.applicant).toBe('doing');
    expect(statuses.materials).toBe('needsRoute');
  });

  it('shows a step as done once nothing of it stops the case; a warning does not', () => {
    const draft = Draft.parse({ people: [{ name: '陈示例' }], procedure: 'settle.residence' });
    const statuses = statusOf(draft, assessmentWith({ ...missingName, weight: 'warns' }));
    expect(statuses.applicant).toBe('done');
    expect(statuses.situation).toBe('done');
    expect(statuses.target).toBe('todo');
  });
});

const field = {
  key: 'endedOn',
  kind: 'date',
  names: { zh: '死亡日期', en: 'Date of death' },
  hint: null,
  isRequired: true,
  options: [],
};
const deathPage: ProcedurePage = { subject: 'person', people: 'none', target: 'none', fields: [field] };
const birthPage: ProcedurePage = { subject: 'none', people: 'entered', target: 'household', fields: [] };

describe('the steps of a procedure', () => {
  it('are those of settling while no procedure is chosen, and for every way to settle', () => {
    const settling = ['applicant', 'situation', 'materials', 'people', 'target', 'check'];
    expect(planEntry('', null, true).steps).toEqual(settling);
    expect(planEntry('settle.spouse', { ...birthPage, fields: [] }, true).steps).toEqual(settling);
  });

  it('have one for the own fields of a way to settle', () => {
    expect(planEntry('settle.transfer', { ...birthPage, fields: [field] }, true).steps).toContain('page');
  });

  it('begin with what it concerns and leave out what is not asked for', () => {
    expect(planEntry('death.cancel', deathPage, true).steps).toEqual([
      'applicant',
      'situation',
      'page',
      'materials',
      'check',
    ]);
  });

  it('have none for the situation where nothing is asked of it, and one as soon as there is', () => {
    const steps = (draft: Draft, questions: Assessment['questions']) =>
      planEntry('death.cancel', deathPage, asksSituation({ draft, assessment: { ...assessmentWith(), questions } }))
        .steps;
    const question = { id: 'married', fact: 'birth.parentsMarried', kind: 'yes-no' } as unknown as Question;
    expect(steps(Draft.parse({}), [])).toEqual(['applicant', 'page', 'materials', 'check']);
    expect(steps(Draft.parse({}), [question])).toContain('situation');
    expect(steps(Draft.parse({ answers: { 'permit.suspended': true } }), [])).toContain('situation');
  });

  it('ask for persons and where they go only where they are entered', () => {
    expect(planEntry('birth.register', birthPage, true).steps).toEqual([
      'people',
      'situation',
      'target',
      'materials',
      'check',
    ]);
  });

  it('show what it concerns before the persons where there are both', () => {
    const { steps } = planEntry('birth.register', { ...birthPage, subject: 'household' }, true);
    expect(steps).toEqual(['applicant', 'situation', 'people', 'target', 'materials', 'check']);
  });

  it('say that the subject has to be chosen first', () => {
    const plan = planEntry('death.cancel', deathPage, true);
    const states = stepStates(
      { draft: Draft.parse({ procedure: 'death.cancel' }), assessment: assessmentWith(), tried: new Set<never>() },
      plan,
    );
    expect(states.map((it) => it.why)).toEqual([null, ...Array(4).fill('needsSubject')]);
  });

  it('open at the first one when the draft was left at a step the procedure does not have', () => {
    expect(stepOf(Draft.parse({ step: 'applicant' }), planEntry('birth.register', birthPage, true).steps)).toBe(
      'people',
    );
    expect(stepOf(Draft.parse({ step: 'page' }), planEntry('death.cancel', deathPage, true).steps)).toBe('page');
  });
});
