import type { Assessment } from '../../shared/contract/case.ts';
import type { Draft } from '../../shared/contract/draft.ts';
import type { Question } from '../../shared/contract/verdict.ts';
import type { FieldValue } from '../fields/field-input.ts';
import { showValue } from '../fields/kinds.ts';
import { useBilingual, useLanguage, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { useAnswerWords } from '../words/answer-words.ts';
import { usePolicyNames } from '../words/policy-names.ts';
import { valueAt } from './draft-path.ts';
import type { StepId } from './draft-store.ts';
import { cardOrder, fieldsOf, stepOfField } from './fields.ts';

export interface EnteredLine {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly step: StepId;
}

export interface EnteredGroup {
  readonly title: string;
  readonly lines: readonly EnteredLine[];
}

function asFieldValue(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** The lines of every person, card by card, blanks too. */
function usePeopleGroups(draft: Draft): readonly EnteredGroup[] {
  const say = useWords();
  const language = useLanguage();
  return draft.people.map((person, index) => ({
    title:
      `${index === 0 ? say('person.applicant') : say('person.companion', { number: index })} ${person.name}`.trim(),
    lines: cardOrder.flatMap((card) =>
      fieldsOf(card, index).map((field) => {
        const path = `people.${index}.${field.key}`;
        const value = showValue(field, asFieldValue(valueAt(draft, path)), { language, say });
        const unit = field.unit === undefined || value === '' ? '' : ` ${say(`unit.${field.unit}`)}`;
        return { path, label: say(`field.${field.key}`), value: value + unit, step: stepOfField(field, index) };
      }),
    ),
  }));
}

function useSituationGroup(draft: Draft, assessment: Assessment, questions: readonly Question[]): EnteredGroup {
  const say = useWords();
  const inLanguage = useBilingual();
  const answerWords = useAnswerWords();
  const route = assessment.verdicts.routes.find((it) => it.procedure === draft.procedure);
  const answers = Object.entries(draft.answers).map(([fact, value]): EnteredLine => {
    const { asked, given } = answerWords({ fact, value, question: questions.find((it) => it.fact === fact) ?? null });
    return { path: `answers.${fact}`, label: asked, value: given, step: 'situation' };
  });
  const chosen: EnteredLine = {
    path: 'procedure',
    label: say('check.route'),
    value: route === undefined ? '' : inLanguage(route.name),
    step: 'situation',
  };
  return { title: say('step.situation'), lines: [chosen, ...answers] };
}

function useMaterialsGroup(draft: Draft): EnteredGroup {
  const say = useWords();
  const nameOf = usePolicyNames('material');
  const lines = draft.materials.map((it): EnteredLine => {
    const pictures = it.attachmentIds.length;
    const state = say(`materialState.${it.state}`);
    return {
      path: `materials.${it.materialId}`,
      label: nameOf(it.materialId),
      value: pictures === 0 ? state : say('check.withPictures', { state, count: pictures }),
      step: 'materials',
    };
  });
  return { title: say('step.materials'), lines };
}

function useTargetGroup(draft: Draft): EnteredGroup {
  const say = useWords();
  const { addressId, household, householdId } = draft.target;
  const path = useCall('address.path', { addressId }, { enabled: addressId !== '' }).data;
  const joined = useCall(
    'household.get',
    { householdId },
    { enabled: household === 'join' && householdId !== '' },
  ).data;
  const householdWords = {
    '': '',
    new: say('household.new'),
    join: joined === undefined ? '' : say('household.joinShort', { number: joined.household.number }),
  };
  return {
    title: say('step.target'),
    lines: [
      { path: 'target.addressId', label: say('target.address'), value: path?.at(-1)?.fullName ?? '', step: 'target' },
      { path: 'target.household', label: say('target.household'), value: householdWords[household], step: 'target' },
    ],
  };
}

/** Everything entered for a case, grouped and worded as the check page and the read-only view show it. */
export function useEnteredGroups(
  draft: Draft,
  assessment: Assessment,
  questions: readonly Question[],
): readonly EnteredGroup[] {
  const people = usePeopleGroups(draft);
  const situation = useSituationGroup(draft, assessment, questions);
  const materials = useMaterialsGroup(draft);
  const target = useTargetGroup(draft);
  return [...people, situation, materials, target].filter((it) => it.lines.length > 0);
}
