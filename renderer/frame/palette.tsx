import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { isComposing, useKey } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { usePaletteCommands, useProcedureCommands } from './palette-commands.ts';
import { type Command, listFitting } from './palette-fitting.ts';
import { PaletteList } from './palette-list.tsx';
import { useMayCall } from './session.ts';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onHelp: () => void;
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
      name: it.applicantName,
      run: () => void navigate({ to: '/case/$caseId', params: { caseId: it.caseId } }),
    }));
}

/** Ctrl+K: every page, every procedure and the cases at hand, by words, pinyin or initials. */
export function Palette({ onClose, onHelp, onNewCase, onLock }: PaletteProps): ReactElement {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = usePaletteCommands({ onHelp, onNewCase, onLock });
  const cases = useCaseCommands();
  const procedures = useProcedureCommands();
  const fitting = listFitting(typed, [...commands, ...procedures, ...cases]);
  const chosen = fitting[Math.min(at, fitting.length - 1)];
  useKey('Esc', onClose);
  function run(command: Command | undefined): void {
    if (command === undefined) return;
    onClose();
    command.run();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (event.key === 'Enter') run(chosen);
    else if (event.key === 'Escape') onClose();
    else if (move !== undefined && fitting.length > 0)
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
        <PaletteList commands={fitting} chosen={chosen} onRun={run} onKeyDown={onKeyDown} />
      </div>
    </div>
  );
}
