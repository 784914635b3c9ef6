import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { useWords } from '../language.ts';
import type { Command } from './palette-fitting.ts';

interface LineProps {
  readonly command: Command;
  readonly isChosen: boolean;
  readonly onRun: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function PaletteLine({ command, isChosen, onRun, onKeyDown }: LineProps): ReactElement {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <div
      ref={line}
      id={`palette-${command.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className="palette-line"
      onClick={onRun}
      onKeyDown={onKeyDown}
    >
      <span>{command.words}</span>
      {command.key === undefined ? null : <kbd className="key-hint">{command.key}</kbd>}
    </div>
  );
}

interface ListProps {
  readonly commands: readonly Command[];
  readonly chosen: Command | undefined;
  readonly onRun: (command: Command) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The commands that fit; the chosen one is always in sight. */
export function PaletteList({ commands, chosen, onRun, onKeyDown }: ListProps): ReactElement {
  const say = useWords();
  return (
    <div role="listbox" id="palette-list" aria-label={say('frame.commands')}>
      {commands.map((it) => (
        <PaletteLine key={it.id} command={it} isChosen={it === chosen} onRun={() => onRun(it)} onKeyDown={onKeyDown} />
      ))}
      {commands.length === 0 ? <p className="quiet">{say('palette.none')}</p> : null}
    </div>
  );
}
