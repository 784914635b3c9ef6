import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import type { ProcedureEntry } from '../../shared/contract/procedure.ts';
import { isComposing, useKey } from '../keys/keys.ts';
import { useBilingual, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { bestFit, fitsProcedure } from './fitting.ts';
import { inGroups } from './groups.ts';

interface OptionProps {
  readonly entry: ProcedureEntry;
  readonly isAt: boolean;
  readonly onTake: () => void;
}

const optionId = (procedure: string) => `catalogue-${procedure.replaceAll('.', '-')}`;

function Option({ entry, isAt, onTake }: OptionProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const { subject } = entry.page;
  return (
    <div
      id={optionId(entry.procedure)}
      role="option"
      tabIndex={-1}
      aria-selected={isAt}
      className="hit catalogue-hit"
      onClick={onTake}
      onKeyDown={() => undefined}
    >
      <span>{inLanguage(entry.names)}</span>
      <span className="quiet numbers">
        {subject === 'none' ? '' : `${say(`subjectKind.${subject}`)} `}
        {entry.catalogue.join(' ')}
      </span>
    </div>
  );
}

/** Every procedure by group, found by words, pinyin, initials or the number of the national catalogue; Enter takes the marked one. */
export function Catalogue({
  onTake,
  onClose,
}: {
  onTake: (entry: ProcedureEntry) => void;
  onClose: () => void;
}): ReactElement {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const [chosenAt, setAt] = useState<number | null>(null);
  const known = useCall('policy.procedures', {});
  const groups = inGroups((known.data ?? []).filter((it) => fitsProcedure(typed, it)));
  const inOrder = groups.flatMap((it) => it.entries);
  const best = bestFit(typed, inOrder);
  const at = chosenAt ?? inOrder.findIndex((it) => it.procedure === best?.procedure);
  const marked = inOrder[Math.min(at, inOrder.length - 1)];
  useKey('Esc', onClose);
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (event.key === 'Enter' && marked !== undefined) onTake(marked);
    else if (move !== undefined && inOrder.length > 0) {
      const next = (Math.min(at, inOrder.length - 1) + move + inOrder.length) % inOrder.length;
      setAt(next);
      const id = inOrder[next]?.procedure ?? '';
      document.getElementById(optionId(id))?.scrollIntoView({ block: 'nearest' });
    } else return;
    event.preventDefault();
  }
  return (
    <section className="card catalogue" aria-label={say('catalogue.title')}>
      <div className="panel-head">
        <h2>{say('catalogue.title')}</h2>
        <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={say('word.close')} onClick={onClose} />
      </div>
      <Input
        autoFocus
        type="search"
        role="combobox"
        aria-expanded={inOrder.length > 0}
        aria-controls="catalogue-list"
        aria-activedescendant={marked === undefined ? undefined : optionId(marked.procedure)}
        aria-label={say('catalogue.find')}
        placeholder={say('catalogue.hint')}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(null);
        }}
        onKeyDown={onKeyDown}
      />
      <FailureLine error={known.error} />
      <div role="listbox" id="catalogue-list" className="catalogue-list" aria-label={say('catalogue.title')}>
        {groups.map(({ group, entries }) => (
          <fieldset key={group} className="catalogue-group" aria-label={say(`procedureGroup.${group}`)}>
            <div className="catalogue-head" aria-hidden="true">
              {say(`procedureGroup.${group}`)}
            </div>
            {entries.map((it) => (
              <Option key={it.procedure} entry={it} isAt={it === marked} onTake={() => onTake(it)} />
            ))}
          </fieldset>
        ))}
        {known.data !== undefined && inOrder.length === 0 ? <p className="quiet">{say('catalogue.none')}</p> : null}
      </div>
    </section>
  );
}
