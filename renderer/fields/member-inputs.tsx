import { Checkbox } from 'antd';
import { type ReactElement, useEffect } from 'react';
import { codeName } from '../../shared/domain/codes.ts';
import { useEditing, useOpenCase } from '../case/case-context.ts';
import { useEntryPlan } from '../case/entry-plan.ts';
import { headCase, leaverIds, type Member, memberChoice, presentMembers } from '../case/members.ts';
import { useHouseholdAtHand } from '../case/subject.ts';
import { useLanguage, useWords } from '../language.ts';
import { PickInput } from './choice-inputs.tsx';
import { asIds, asText, type FieldInputProps } from './field-input.ts';

/** «王示例（妻）1985-03-02»: enough to tell two members apart. */
export function useMemberWords(): (member: Member) => string {
  const say = useWords();
  const language = useLanguage();
  return ({ person, membership }) => {
    const relation = codeName('relation', membership.relation, language);
    return `${say('household.member', { name: person.name, relation })} ${person.bornOn}`;
  };
}

/** The key of a page's field: the end of its path. */
export function keyOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Why no new head is named here, in words; null where one has to be. A name given before is taken back. */
export function useNoNewHead(key: string): string | null {
  const say = useWords();
  const { page } = useEntryPlan();
  const draft = useEditing((it) => it.draft);
  const members = presentMembers(useHouseholdAtHand());
  if (key !== 'newHeadId' && key !== 'relations') return null;
  if (members.length === 0 || !page?.fields.some((it) => it.key === 'newHeadId')) return null;
  const found = headCase(members, leaverIds(draft, page));
  return found === null ? null : say(`newHead.${found}`);
}

/** One member of the household. */
export function MemberInput(props: FieldInputProps): ReactElement {
  const say = useWords();
  const wordsOf = useMemberWords();
  const { page } = useEntryPlan();
  const draft = useEditing((it) => it.draft);
  const members = presentMembers(useHouseholdAtHand());
  const key = keyOf(props.path);
  const noNewHead = useNoNewHead(key);
  const { store } = useOpenCase();
  const isStale = noNewHead !== null && asText(props.value) !== '';
  useEffect(() => {
    if (isStale) store.change(props.path, '');
  }, [isStale, store, props.path]);
  if (members.length === 0) return <span className="quiet">{say('member.noHousehold')}</span>;
  if (noNewHead !== null) return <span className="quiet">{noNewHead}</span>;
  const options = memberChoice(key, members, draft, page).map((it) => ({
    value: it.person.personId,
    label: wordsOf(it),
  }));
  return <PickInput {...props} options={options} />;
}

/** Some members of the household, each with a box to tick. Whom the case was started from is ticked at first. */
export function MembersInput(props: FieldInputProps): ReactElement {
  const say = useWords();
  const wordsOf = useMemberWords();
  const { store } = useOpenCase();
  const subject = useEditing((it) => it.draft.subject);
  const members = presentMembers(useHouseholdAtHand());
  const chosen = asIds(props.value);
  const isUntouched = props.value === null && subject.kind === 'person';
  const isMember = members.some((it) => it.person.personId === subject.id);
  useEffect(() => {
    if (isUntouched && isMember) store.change(props.path, [subject.id]);
  }, [isUntouched, isMember, store, props.path, subject.id]);
  if (members.length === 0) return <span className="quiet">{say('member.noHousehold')}</span>;
  const toggle = (personId: string, isChosen: boolean) => {
    props.onChange(isChosen ? [...chosen, personId] : chosen.filter((it) => it !== personId));
    props.onLeave();
  };
  return (
    <fieldset className="member-list" aria-label={props.label} aria-describedby={props.describedBy}>
      {members.map((member, index) => (
        <Checkbox
          key={member.person.personId}
          id={index === 0 ? props.id : undefined}
          checked={chosen.includes(member.person.personId)}
          onChange={(event) => toggle(member.person.personId, event.target.checked)}
        >
          {wordsOf(member)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
