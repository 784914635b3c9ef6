import { DeleteOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import type { ReactElement } from 'react';
import { DraftPerson } from '../../../../shared/contract/draft.ts';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { useEntryPlan, useWho } from '../../../case/entry-plan.ts';
import { applicantCards, companionCards } from '../../../case/fields.ts';
import { PairsOfEntered } from '../../../duplicates/pairs-of-entered.tsx';
import { useWords } from '../../../language.ts';
import { VerdictSign } from '../../../signs/verdict-sign.tsx';
import { Reasons } from '../verdict/reasons.tsx';
import { PersonSources } from './applicant-step.tsx';
import { PersonCards } from './person-cards.tsx';

/** Whether this companion may come along; of the rules only those that do not hold, or not yet. */
function CompanionVerdict({ index }: { index: number }): ReactElement | null {
  const procedure = useEditing((it) => it.draft.procedure);
  const routes = useEditing((it) => it.assessment.verdicts.routes);
  const route = routes.find((it) => it.procedure === procedure) ?? routes[0];
  const verdict = route?.companions.find((it) => it.index === index - 1);
  if (verdict === undefined) return null;
  return (
    <div className="companion-verdict">
      <VerdictSign verdict={verdict.verdict} />
      <Reasons reasons={verdict.reasons.filter((it) => it.holds !== true)} />
    </div>
  );
}

function PersonPart({ index, onRemove }: { index: number; onRemove: () => void }): ReactElement {
  const say = useWords();
  const { isSettling } = useEntryPlan();
  const who = useWho()(index);
  const isApplicant = isSettling && index === 0;
  const cards = isApplicant ? companionCards.filter((it) => !applicantCards.includes(it)) : companionCards;
  return (
    <fieldset className="person" aria-label={who}>
      {isApplicant ? (
        <p className="quiet">{say('people.applicantHint')}</p>
      ) : (
        <>
          <PersonSources index={index}>
            {index === 0 ? null : (
              <Button danger icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
                {say('people.remove', { who })}
              </Button>
            )}
          </PersonSources>
          {index === 0 ? null : <CompanionVerdict index={index} />}
        </>
      )}
      <PersonCards index={index} cards={cards} />
      {isApplicant ? null : <PairsOfEntered index={index} />}
    </fieldset>
  );
}

/** Everyone who moves: the rest of the applicant's registration card, and each companion in full. */
export function PeopleStep(): ReactElement {
  const say = useWords();
  const { store, openField } = useOpenCase();
  const { isSettling } = useEntryPlan();
  const whoOf = useWho();
  const people = useEditing((it) => it.draft.people);
  const open = useEditing((it) => it.openPerson);
  const setOpen = (openPerson: number) => store.note({ openPerson });
  const at = Math.min(open, people.length - 1);
  const add = () => {
    store.edit((draft) => ({ ...draft, people: [...draft.people, DraftPerson.parse({})] }));
    openField('people', `people.${people.length}.${isSettling ? 'relationToApplicant' : 'citizenId'}`);
  };
  const remove = (index: number) => {
    store.edit((draft) => ({ ...draft, people: draft.people.filter((_, it) => it !== index) }));
    setOpen(Math.max(0, index - 1));
  };
  return (
    <div className="people">
      <Button className="people-add" icon={<UserAddOutlined aria-hidden />} onClick={add}>
        {say(isSettling ? 'people.add' : 'people.addAny')}
      </Button>
      <Tabs
        aria-label={say(isSettling ? 'step.people' : 'pageStep.people')}
        activeKey={String(at)}
        onChange={(key) => setOpen(Number(key))}
        items={people.map((person, index) => ({
          key: String(index),
          label: `${whoOf(index)} ${person.name}`.trim(),
          children: <PersonPart index={index} onRemove={() => remove(index)} />,
        }))}
      />
    </div>
  );
}
