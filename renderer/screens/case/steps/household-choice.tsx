import { Radio } from 'antd';
import type { ReactElement } from 'react';
import type { HouseholdView } from '../../../../shared/contract/person.ts';
import { codeName } from '../../../../shared/domain/codes.ts';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { fieldId } from '../../../case/draft-path.ts';
import { useLanguage, useWords } from '../../../language.ts';
import { useCall } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';

function Members({ view }: { view: HouseholdView }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  return (
    <span className="members">
      {view.members
        .filter((it) => it.membership.untilOn === null)
        .map((it) =>
          say('household.member', {
            name: it.person.name,
            relation: codeName('relation', it.membership.relation, language),
          }),
        )
        .join(say('word.listComma'))}
    </span>
  );
}

/** A new household at the address, or one that is already there with its members. */
export function HouseholdChoice({ addressId }: { addressId: string }): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const target = useEditing((it) => it.draft.target);
  const households = useCall('household.listAtAddress', { addressId });
  const value = target.household === 'join' ? target.householdId : target.household;
  const choose = (chosen: string) => {
    const next =
      chosen === 'new'
        ? ({ household: 'new', householdId: '' } as const)
        : ({ household: 'join', householdId: chosen } as const);
    store.edit((draft) => ({ ...draft, target: { ...draft.target, ...next } }));
    store.leave('target.household');
  };
  return (
    <>
      <FailureLine error={households.error} />
      <Radio.Group
        className="households"
        name={fieldId('target.household')}
        aria-label={say('target.household')}
        value={value}
        onChange={(event) => choose(String(event.target.value))}
      >
        <Radio value="new" id={fieldId('target.household')}>
          {say('household.new')}
        </Radio>
        {(households.data ?? []).map((it) => (
          <Radio key={it.household.householdId} value={it.household.householdId}>
            {say('household.join', { number: it.household.number, kind: say(`householdKind.${it.household.kind}`) })}
            <Members view={it} />
          </Radio>
        ))}
      </Radio.Group>
      {households.data?.length === 0 ? <p className="quiet">{say('household.noneHere')}</p> : null}
    </>
  );
}
