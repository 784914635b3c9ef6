import { createElement, type ReactElement } from 'react';
import type { Assessment } from '../../shared/contract/case.ts';
import type { Draft } from '../../shared/contract/draft.ts';
import type { Question } from '../../shared/contract/verdict.ts';
import type { FieldValue } from '../fields/field-input.ts';
import { partsOf, showValue } from '../fields/kinds.ts';
import { AddressWords, HouseholdWords, PersonWords } from '../fields/record-words.tsx';
import { useBilingual, useLanguage, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { useAnswerWords } from '../words/answer-words.ts';
import { asLabel } from '../words/label.ts';
import { usePolicyNames } from '../words/policy-names.ts';
import { valueAt } from './draft-path.ts';
import type { StepId } from './draft-store.ts';
import { stepName, whoWords } from './entry-plan.ts';
import { cardOrder, fieldsOf, stepOfField } from './fields.ts';
import { kindOfPageField, pagePath } from './page-fields.ts';
import type { EntryPlan } from './steps.ts';

export interface EnteredLine {
  readonly path: string;
  readonly label: string;
  /** Empty: left blank. */
  readonly value: string;
  /** Drawn in place of the value where its words have to be looked up. */
  readonly words?: ReactElement | undefined;
  readonly step: StepId;
  /** Stands for the whole case: there is nowhere to change it. */
  readonly isFixed?: boolean;
}

export interface EnteredGroup {
  readonly title: string;
  readonly lines: readonly EnteredLine[];
}

function asFieldValue(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

const subjectWords = { person: PersonWords, household: HouseholdWords, address: AddressWords } as const;

/** What a case of another procedure than settling concerns. */
function useSubjectGroup({ subject }: Draft, plan: EntryPlan): EnteredGroup {
  const say = useWords();
  const kind = plan.page?.subject ?? 'none';
  if (plan.isSettling || kind === 'none') return { title: '', lines: [] };
  const words = createElement(subjectWords[kind], { value: subject.id });
  return {
    title: stepName(say, 'applicant', plan),
    lines: [{ path: 'subject', label: say(`subjectKind.${kind}`), value: subject.id, words, step: 'applicant' }],
  };
}

/** The lines of every person, card by card, blanks too. */
function usePeopleGroups(draft: Draft, plan: EntryPlan): readonly EnteredGroup[] {
  const say = useWords();
  const language = useLanguage();
  if (!plan.isSettling && plan.page?.people !== 'entered') return [];
  return draft.people.map((person, index) => ({
    title: `${whoWords(say, index, plan.isSettling)} ${person.name}`.trim(),
    lines: cardOrder.flatMap((card) =>
      fieldsOf(card, index, plan.isSettling).map((field) => {
        const path = `people.${index}.${field.key}`;
        const value = showValue(field, asFieldValue(valueAt(draft, path)), { language, say });
        const unit = field.unit === undefined || value === '' ? '' : ` ${say(`unit.${field.unit}`)}`;
        const step = stepOfField(field, index, plan.isSettling);
        const { Words } = partsOf(field);
        const words = Words === undefined ? undefined : createElement(Words, { value });
        return { path, label: say(`field.${field.key}`), value: value + unit, words, step };
      }),
    ),
  }));
}

function useSituationGroup(
  draft: Draft,
  assessment: Assessment,
  questions: readonly Question[],
  plan: EntryPlan,
): EnteredGroup {
  const say = useWords();
  const inLanguage = useBilingual();
  const answerWords = useAnswerWords();
  const procedureName = usePolicyNames('procedure');
  const route = assessment.verdicts.routes.find((it) => it.procedure === draft.procedure);
  const answers = Object.entries(draft.answers).map(([fact, value]): EnteredLine => {
    const { asked, given } = answerWords({ fact, value, question: questions.find((it) => it.fact === fact) ?? null });
    return { path: `answers.${fact}`, label: asked, value: given, step: 'situation' };
  });
  const named = plan.isSettling ? '' : procedureName(draft.procedure);
  if (!plan.steps.includes('situation')) return { title: '', lines: [] };
  const chosen: EnteredLine = {
    path: 'procedure',
    label: say(plan.isSettling ? 'check.route' : 'list.procedure'),
    value: route === undefined ? named : inLanguage(route.name),
    step: 'situation',
    isFixed: !plan.isSettling,
  };
  return { title: stepName(say, 'situation', plan), lines: [chosen, ...answers] };
}

/** The procedure's own fields under the names of the pack. */
function usePageGroup(draft: Draft, plan: EntryPlan): EnteredGroup {
  const say = useWords();
  const language = useLanguage();
  const lines = (plan.page?.fields ?? []).map((asked): EnteredLine => {
    const field = kindOfPageField(asked);
    const given = draft.fields[asked.key] ?? null;
    const value = showValue(field, given, { language, say });
    const { Words } = partsOf(field);
    const words = Words === undefined ? undefined : createElement(Words, { value: given });
    return { path: pagePath(asked.key), label: asLabel(asked.names[language], language), value, words, step: 'page' };
  });
  return { title: stepName(say, 'page', plan), lines };
}

function useMaterialsGroup(draft: Draft, plan: EntryPlan): EnteredGroup {
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
  return { title: stepName(say, 'materials', plan), lines };
}

/** Why the change is made although the register warns of it. */
function useReasonsGroup({ reasons }: Draft): EnteredGroup {
  const say = useWords();
  const lines = Object.entries(reasons)
    .filter(([, reason]) => reason !== '')
    .map(
      ([code, value]): EnteredLine => ({
        path: `reasons.${code}`,
        label: say('check.reason'),
        value,
        step: 'check',
        isFixed: true,
      }),
    );
  return { title: say('check.reasons'), lines };
}

function useTargetGroup(draft: Draft, plan: EntryPlan): EnteredGroup {
  const say = useWords();
  const { addressId, household, householdId } = draft.target;
  const path = useCall('address.path', { addressId }, { enabled: addressId !== '' }).data;
  const joined = useCall(
    'household.get',
    { householdId },
    { enabled: household === 'join' && householdId !== '' },
  ).data;
  if (!plan.steps.includes('target')) return { title: '', lines: [] };
  const householdWords = {
    '': '',
    new: say('household.new'),
    join: joined === undefined ? '' : say('household.joinShort', { number: joined.household.number }),
  };
  const address = path?.at(-1)?.fullName ?? '';
  const label = (settling: 'target.address' | 'target.household') =>
    say(plan.isSettling ? settling : settling === 'target.address' ? 'target.ownAddress' : 'target.ownHousehold');
  const lines: EnteredLine[] = [
    { path: 'target.addressId', label: label('target.address'), value: address, step: 'target' },
    { path: 'target.household', label: label('target.household'), value: householdWords[household], step: 'target' },
  ];
  const isAddressOnly = plan.page?.target === 'address';
  return { title: stepName(say, 'target', plan), lines: isAddressOnly ? lines.slice(0, 1) : lines };
}

/** Everything entered for a case, grouped and worded as the check page and the read-only view show it. */
export function useEnteredGroups(
  draft: Draft,
  assessment: Assessment,
  questions: readonly Question[],
  plan: EntryPlan,
): readonly EnteredGroup[] {
  const subject = useSubjectGroup(draft, plan);
  const people = usePeopleGroups(draft, plan);
  const situation = useSituationGroup(draft, assessment, questions, plan);
  const page = usePageGroup(draft, plan);
  const materials = useMaterialsGroup(draft, plan);
  const target = useTargetGroup(draft, plan);
  const reasons = useReasonsGroup(draft);
  const groups = plan.isSettling
    ? [...people, situation, page, materials, target, reasons]
    : [subject, situation, page, ...people, target, materials, reasons];
  return groups.filter((it) => it.lines.length > 0);
}
