import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { useKey } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { matchesTyped } from '../words/initials.ts';
import { type Command, usePaletteCommands, useProcedureCommands } from './palette-commands.ts';
import { useMayCall } from './session.ts';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onNewCase: () => void;
  readonly onLock: () => void;
}

/** The cases at hand by applicant, so that Ctrl+K also finds a person's case. */
function useCaseCommands(): readonly Command[] {
  const navigate = useNavigate();
  const say = useWords();
  const may = useMayCall();
  const cases = useCall('case.list', { queue: 'all', limit: 50 }, { enabled: may('case.list') }).data ?? [];
  return cases
    .filter((it) => it.applicantName !== '')
    .map((it) => ({
      id: it.caseId,
      words: say('palette.openCase', {
        name: it.applicantName,
        number: it.acceptanceNumber ?? say(`caseState.${it.state}`),
      }),
      run: () => void navigate({ to: '/case/$caseId', params: { caseId: it.caseId } }),
    }));
}

/** Ctrl+K: any command by words, pinyin or initials. */
export function Palette({ onClose, onNewCase, onLock }: PaletteProps): ReactElement {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = usePaletteCommands({ onNewCase, onLock });
  const cases = useCaseCommands();
  const procedures = useProcedureCommands();
  const fitting = [...commands, ...procedures, ...cases].filter((it) => matchesTyped(typed, it.words)).slice(0, 12);
  const chosen = fitting[Math.min(at, fitting.length - 1)];
  useKey('Esc', onClose);
  function run(command: Command | undefined): void {
    if (command === undefined) return;
    onClose();
    command.run();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (event.key === 'Enter') run(chosen);
    else if (event.key === 'Escape') onClose();
    else if (move !== undefined)
      setAt((it) => (Math.min(it, fitting.length - 1) + move + fitting.length) % fitting.length);
    else return;
    event.preventDefault();
  }
  return (
    <div className="palette-back">
      <div className="palette" role="dialog" aria-modal="true" aria-label={say('frame.commands')}>
        <Input
          autoFocus
          size="large"
          role="combobox"
          aria-expanded={fitting.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={chosen === undefined ? undefined : `palette-${chosen.id}`}
          aria-label={say('palette.type')}
          placeholder={say('palette.hint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div role="listbox" id="palette-list" aria-label={say('frame.commands')}>
          {fitting.map((command) => (
            <div
              key={command.id}
              id={`palette-${command.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={command === chosen}
              className="palette-line"
              onClick={() => run(command)}
              onKeyDown={onKeyDown}
            >
              <span>{command.words}</span>
              {command.key === undefined ? null : <kbd className="key-hint">{command.key}</kbd>}
            </div>
          ))}
          {fitting.length === 0 ? <p className="quiet">{say('palette.none')}</p> : null}
        </div>
      </div>
    </div>
  );
}
