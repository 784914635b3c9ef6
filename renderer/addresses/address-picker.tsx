import { ApartmentOutlined, CloseOutlined, EnvironmentOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react';
import type { AddressNode } from '../../shared/contract/address.ts';
import { fieldId } from '../case/draft-path.ts';
import { isComposing } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { AddressTree } from './address-tree.tsx';
import { useSettled } from './settled.ts';

interface AddressPickerProps {
  /** Of the box; that of the target when none is given. */
  readonly id?: string;
  /** False where the box stands in a row that names it. */
  readonly isLabelled?: boolean;
  /** False: the tree is opened by a press, where an address is seldom given. */
  readonly isTreeOpen?: boolean;
  readonly addressId: string;
  readonly onPick: (addressId: string) => void;
}

/** The address chosen, with all that is above it. */
function Chosen({ id, addressId, onClear }: { id: string; addressId: string; onClear: () => void }): ReactElement {
  const say = useWords();
  const path = useCall('address.path', { addressId });
  const last = path.data?.at(-1);
  return (
    <div className="chosen">
      <EnvironmentOutlined aria-hidden />
      <strong>{last?.fullName}</strong>
      {last === undefined ? null : <span className="quiet">{say(`addressClass.${last.urbanRural}`)}</span>}
      {last?.isFrozen ? <span className="state tone-wrong">{say('address.frozen')}</span> : null}
      <span className="top-space" />
      <Button id={id} icon={<CloseOutlined aria-hidden />} onClick={onClear}>
        {say('address.other')}
      </Button>
      <FailureLine error={path.error} />
    </div>
  );
}

interface HitsProps {
  readonly id: string;
  readonly nodes: readonly AddressNode[];
  readonly at: number;
  readonly onTake: (node: AddressNode) => void;
}

function Hits({ id, nodes, at, onTake }: HitsProps): ReactElement {
  const say = useWords();
  return (
    <div role="listbox" id={`${id}-hits`} className="hits" aria-label={say('address.hits')}>
      {nodes.map((node, index) => (
        <div
          key={node.address.addressId}
          id={`${id}-hit-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className="hit"
          onClick={() => onTake(node)}
          onKeyDown={() => undefined}
        >
          {node.address.fullName}
          <span className="quiet">{say(`addressLevel.${node.address.level}`)}</span>
        </div>
      ))}
      {nodes.length === 0 ? <p className="quiet">{say('address.none')}</p> : null}
    </div>
  );
}

/** A standard address by words, pinyin initials or walking down the tree. A node above the room opens the tree there. */
export function AddressPicker(props: AddressPickerProps): ReactElement {
  const { id = fieldId('target.addressId'), isLabelled = true, isTreeOpen = true, addressId, onPick } = props;
  const [hasTree, setTree] = useState(isTreeOpen);
  const say = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [under, setUnder] = useState<AddressNode | null>(null);
  const text = useSettled(typed.trim(), 120);
  const hits = useCall('address.search', { text }, { enabled: text !== '', keepsPrevious: true });
  const nodes = text === '' ? [] : (hits.data ?? []);
  // Until the hits of what stands in the box are there, those of an earlier text are listed: nobody means them with Enter.
  const isCurrent = text === typed.trim() && !hits.isPlaceholderData && !hits.isPending;
  const [isEntered, setEntered] = useState(false);
  const take = (node: AddressNode) => {
    setTyped('');
    if (node.hasChildren) {
      setUnder(node);
      setTree(true);
    } else onPick(node.address.addressId);
  };
  useEffect(() => {
    if (!isEntered || !isCurrent) return;
    setEntered(false);
    const node = nodes[Math.min(at, nodes.length - 1)];
    if (node !== undefined) take(node);
  });
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (event.key === 'Enter' && typed.trim() !== '') setEntered(true);
    else if (move !== undefined && nodes.length > 0)
      setAt((Math.min(at, nodes.length - 1) + move + nodes.length) % nodes.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  if (addressId !== '') return <Chosen id={id} addressId={addressId} onClear={() => onPick('')} />;
  return (
    <>
      {isLabelled ? <label htmlFor={id}>{say('address.find')}</label> : null}
      <Input
        id={id}
        type="search"
        role="searchbox"
        autoComplete="off"
        placeholder={say('address.hint')}
        aria-controls={text === '' ? undefined : `${id}-hits`}
        aria-activedescendant={nodes.length > 0 ? `${id}-hit-${Math.min(at, nodes.length - 1)}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      <FailureLine error={hits.error} />
      {text === '' && !hasTree ? (
        <Button type="link" icon={<ApartmentOutlined aria-hidden />} onClick={() => setTree(true)}>
          {say('address.openTree')}
        </Button>
      ) : null}
      {text === '' && hasTree ? <AddressTree under={under} onTop={() => setUnder(null)} onPick={onPick} /> : null}
      {text === '' ? null : <Hits id={id} nodes={nodes} at={at} onTake={take} />}
    </>
  );
}
