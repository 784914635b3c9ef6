import { Button } from 'antd';
import type { ReactElement } from 'react';
import { codeLabel, codeTable } from '../../shared/domain/codes.ts';
import { headRelations } from '../../shared/domain/relations.ts';
import { useEditing } from '../case/case-context.ts';
import { useEntryPlan } from '../case/entry-plan.ts';
import { presentMembers, type RelationLine, relationLines } from '../case/members.ts';
import { useHouseholdAtHand } from '../case/subject.ts';
import { useLanguage, useWords } from '../language.ts';
import { PickInput } from './choice-inputs.tsx';
import { asRelations, type FieldInputProps } from './field-input.ts';
import { keyOf, useNoNewHead } from './member-inputs.tsx';

interface LineProps {
  readonly line: RelationLine;
  readonly isFirst: boolean;
  readonly props: FieldInputProps;
}

/** What stands in the box while nothing is chosen. */
function useSuggestion({ member, proposal, isKept }: RelationLine): string {
  const say = useWords();
  const language = useLanguage();
  const words = (code: string) => codeLabel('relation', code, language);
  if (isKept) return say('relation.present', { relation: words(member.membership.relation) });
  const isSuggested = proposal !== null && !proposal.isCertain;
  return isSuggested ? say('relation.suggested', { relation: words(proposal.code) }) : '';
}

/** One person's relation: what follows for certain stands there already and says so; what does not is only suggested. */
function Line({ line, isFirst, props }: LineProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const { person } = line.member;
  const given = asRelations(props.value);
  const confirmed = given[person.personId] ?? '';
  const proposed = line.proposal?.code ?? '';
  const isCertain = line.proposal?.isCertain ?? false;
  const options = codeTable('relation')
    .filter((it) => !headRelations.includes(it.code))
    .map((it) => ({ value: it.code, label: `${it[language]} (${it.code})` }));
  const suggestion = useSuggestion(line);
  return (
    <div className="relation-line">
      <span className="relation-who">{person.name}</span>
      <div className="relation-choice">
        <PickInput
          {...props}
          id={isFirst ? props.id : `${props.id}-${person.personId}`}
          label={`${props.label} ${person.name}`}
          value={confirmed === '' && isCertain ? proposed : confirmed}
          options={options}
          placeholder={suggestion}
          onChange={(code) => {
            const others = Object.fromEntries(Object.entries(given).filter(([id]) => id !== person.personId));
            props.onChange(code === '' ? others : { ...others, [person.personId]: String(code) });
          }}
        />
        {confirmed === '' && isCertain ? <span className="field-hint">{say('relation.follows')}</span> : null}
      </div>
    </div>
  );
}

/** The relation of each to the head they will have. */
export function RelationsInput(props: FieldInputProps): ReactElement {
  const say = useWords();
  const { page } = useEntryPlan();
  const draft = useEditing((it) => it.draft);
  const members = presentMembers(useHouseholdAtHand());
  const key = keyOf(props.path);
  const noNewHead = useNoNewHead(key);
  if (members.length === 0) return <span className="quiet">{say('member.noHousehold')}</span>;
  if (noNewHead !== null) return <span className="quiet">{noNewHead}</span>;
  const lines = relationLines(key, members, draft, page);
  if (lines === null) return <span className="quiet">{say('relation.afterHead')}</span>;
  if (lines.length === 0) return <span className="quiet">{say('relation.nobody')}</span>;
  const given = asRelations(props.value);
  const suggested = lines.flatMap(({ member, proposal }) =>
    proposal === null || given[member.person.personId] !== undefined
      ? []
      : [[member.person.personId, proposal.code] as const],
  );
  const isOpen = lines.some((it) => it.proposal?.isCertain === false && given[it.member.person.personId] === undefined);
  return (
    <fieldset className="relations" aria-label={props.label}>
      {isOpen ? (
        <div className="row">
          <Button size="small" onClick={() => props.onChange({ ...given, ...Object.fromEntries(suggested) })}>
            {say('relation.takeAll')}
          </Button>
        </div>
      ) : null}
      {lines.map((line, index) => (
        <Line key={line.member.person.personId} line={line} isFirst={index === 0} props={props} />
      ))}
    </fieldset>
  );
}
