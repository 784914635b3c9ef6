import { CloseOutlined } from '@ant-design/icons';
import { Button, Radio } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { isRealDay } from '../../shared/domain/plain-date.ts';
import { AddressPicker } from '../addresses/address-picker.tsx';
import { useEditing, useOpenCase } from '../case/case-context.ts';
import { presentMembers, relativesAtHand } from '../case/members.ts';
import { useHouseholdAtHand, useSubject } from '../case/subject.ts';
import { useStation } from '../frame/session.ts';
import { useWords } from '../language.ts';
import { RegisterSearch } from '../people/register-search.tsx';
import { useCall } from '../queries.ts';
import { asText, type FieldInputProps } from './field-input.ts';
import { keyOf, useMemberWords } from './member-inputs.tsx';
import { HouseholdWords, PersonWords } from './record-words.tsx';

/** What was chosen, with the way to choose another. */
function ChosenRecord(props: { id: string; label: string; children: ReactNode; onClear: () => void }): ReactElement {
  const say = useWords();
  return (
    <div className="chosen">
      <strong>{props.children}</strong>
      <Button id={props.id} icon={<CloseOutlined aria-hidden />} onClick={props.onClear}>
        {say('word.chooseOther')}
        <span className="visually-hidden"> {props.label}</span>
      </Button>
    </div>
  );
}

function useChoosing({ onChange, onLeave }: FieldInputProps): (id: string) => void {
  return (id) => {
    onChange(id);
    onLeave();
  };
}

/** «(optional) » in front of the hint. */
function leadOf({ placeholder }: FieldInputProps): string {
  return placeholder === '' ? '' : `${placeholder} `;
}

/** Members of the household at hand of whom one is most often meant: the parents of a child that was born into it. */
function Family({ input, onPick }: { input: FieldInputProps; onPick: (id: string) => void }): ReactElement | null {
  const say = useWords();
  const wordsOf = useMemberWords();
  const today = useStation()?.today ?? '';
  const { person } = useSubject();
  const child = useEditing((it) => it.draft.people[0]?.bornOn ?? '');
  const about = person ?? { personId: '', sex: null, bornOn: isRealDay(child) ? child : today };
  const household = useHouseholdAtHand();
  const family = household?.household.kind === 'family' ? presentMembers(household) : [];
  const members = today === '' ? [] : relativesAtHand(keyOf(input.path), family, about);
  if (members.length === 0) return null;
  return (
    <Radio.Group
      className="households"
      name={`${input.id}-near`}
      aria-label={say('member.near', { label: input.label })}
      value={null}
      onChange={(event) => onPick(String(event.target.value))}
    >
      {members.map((it) => (
        <Radio key={it.person.personId} value={it.person.personId}>
          {wordsOf(it)}
        </Radio>
      ))}
    </Radio.Group>
  );
}

/** A person found in the register, or chosen among the household at hand. */
export function PersonInput(props: FieldInputProps): ReactElement {
  const { store } = useOpenCase();
  const purpose = useEditing((it) => it.purpose);
  const choose = useChoosing(props);
  if (asText(props.value) !== '')
    return (
      <ChosenRecord id={props.id} label={props.label} onClear={() => choose('')}>
        <PersonWords value={props.value} />
      </ChosenRecord>
    );
  return (
    <div>
      <Family input={props} onPick={choose} />
      <RegisterSearch
        id={props.id}
        wants="person"
        isBare
        lead={leadOf(props)}
        purpose={purpose}
        onPurpose={(next) => store.note({ purpose: next })}
        onPick={(row) => choose(row.personId)}
      />
    </div>
  );
}

/** Other households at the subject's address: most often one of them is meant. */
function Neighbours({
  id,
  label,
  onPick,
}: {
  id: string;
  label: string;
  onPick: (id: string) => void;
}): ReactElement | null {
  const say = useWords();
  const own = useSubject().household?.household;
  const addressId = own?.addressId ?? '';
  const found = useCall('household.listAtAddress', { addressId }, { enabled: addressId !== '' });
  const others = (found.data ?? []).filter((it) => it.household.householdId !== own?.householdId);
  if (others.length === 0) return null;
  return (
    <Radio.Group
      className="households"
      name={`${id}-near`}
      aria-label={label}
      value={null}
      onChange={(event) => onPick(String(event.target.value))}
    >
      {others.map(({ household, members }) => (
        <Radio key={household.householdId} value={household.householdId}>
          {say('household.join', { number: household.number, kind: say(`householdKind.${household.kind}`) })}
          <span className="members">
            {members
              .filter((it) => it.membership.untilOn === null)
              .map((it) => it.person.name)
              .join(say('word.listComma'))}
          </span>
        </Radio>
      ))}
    </Radio.Group>
  );
}

/** A household: one at the same address, or one found by number or by a person in it. */
export function HouseholdInput(props: FieldInputProps): ReactElement {
  const { store } = useOpenCase();
  const purpose = useEditing((it) => it.purpose);
  const choose = useChoosing(props);
  if (asText(props.value) !== '')
    return (
      <ChosenRecord id={props.id} label={props.label} onClear={() => choose('')}>
        <HouseholdWords value={props.value} />
      </ChosenRecord>
    );
  return (
    <div>
      <Neighbours id={props.id} label={props.label} onPick={choose} />
      <RegisterSearch
        id={props.id}
        wants="household"
        isBare
        lead={leadOf(props)}
        purpose={purpose}
        onPurpose={(next) => store.note({ purpose: next })}
        onPick={(row) => choose(row.householdId ?? '')}
      />
    </div>
  );
}

/** A standard address, by words or down the tree. */
export function AddressInput(props: FieldInputProps): ReactElement {
  const choose = useChoosing(props);
  return (
    <div>
      <AddressPicker
        id={props.id}
        isLabelled={false}
        isTreeOpen={props.placeholder === ''}
        addressId={asText(props.value)}
        onPick={choose}
      />
    </div>
  );
}
