import { CloseOutlined } from '@ant-design/icons';
import { Button, Radio } from 'antd';
import type { ComponentType, ReactElement, ReactNode } from 'react';
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

interface NearProps {
  readonly input: FieldInputProps;
  readonly onPick: (id: string) => void;
}

/** What is most often meant, one press away. */
function NearChoice(props: NearProps & { label: string; children: ReactNode }): ReactElement {
  return (
    <Radio.Group
      className="households"
      name={`${props.input.id}-near`}
      aria-label={props.label}
      value={null}
      onChange={(event) => props.onPick(String(event.target.value))}
    >
      {props.children}
    </Radio.Group>
  );
}

/** Members of the household at hand of whom one is most often meant: the parents of a child that was born into it. */
function Family({ input, onPick }: NearProps): ReactElement | null {
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
    <NearChoice input={input} onPick={onPick} label={say('member.near', { label: input.label })}>
      {members.map((it) => (
        <Radio key={it.person.personId} value={it.person.personId}>
          {wordsOf(it)}
        </Radio>
      ))}
    </NearChoice>
  );
}

/** Other households at the subject's address: most often one of them is meant. */
function Neighbours({ input, onPick }: NearProps): ReactElement | null {
  const say = useWords();
  const own = useSubject().household?.household;
  const addressId = own?.addressId ?? '';
  const found = useCall('household.listAtAddress', { addressId }, { enabled: addressId !== '' });
  const others = (found.data ?? []).filter((it) => it.household.householdId !== own?.householdId);
  if (others.length === 0) return null;
  return (
    <NearChoice input={input} onPick={onPick} label={input.label}>
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
    </NearChoice>
  );
}

interface FoundProps {
  readonly input: FieldInputProps;
  readonly wants: 'person' | 'household';
  /** The one chosen, in words. */
  readonly Words: ComponentType<Pick<FieldInputProps, 'value'>>;
  /** What is offered above the search. */
  readonly Near: ComponentType<NearProps>;
}

function FoundRecord({ input, wants, Words, Near }: FoundProps): ReactElement {
  const { store } = useOpenCase();
  const purpose = useEditing((it) => it.purpose);
  const choose = useChoosing(input);
  if (asText(input.value) !== '')
    return (
      <ChosenRecord id={input.id} label={input.label} onClear={() => choose('')}>
        <Words value={input.value} />
      </ChosenRecord>
    );
  return (
    <div>
      <Near input={input} onPick={choose} />
      <RegisterSearch
        id={input.id}
        wants={wants}
        isBare
        lead={leadOf(input)}
        purpose={purpose}
        onPurpose={(next) => store.note({ purpose: next })}
        onPick={(row) => choose(wants === 'person' ? row.personId : (row.householdId ?? ''))}
      />
    </div>
  );
}

/** A person found in the register, or chosen among the household at hand. */
export function PersonInput(props: FieldInputProps): ReactElement {
  return <FoundRecord input={props} wants="person" Words={PersonWords} Near={Family} />;
}

/** A household: one at the same address, or one found by number or by a person in it. */
export function HouseholdInput(props: FieldInputProps): ReactElement {
  return <FoundRecord input={props} wants="household" Words={HouseholdWords} Near={Neighbours} />;
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
