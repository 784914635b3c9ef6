import type { ReactElement } from 'react';
import { useWords, type WordKey } from '../../language.ts';

const keys: readonly [string, WordKey][] = [
  ['F1', 'keys.help'],
  ['F2', 'keys.new'],
  ['Shift+F2', 'keys.choose'],
  ['F3', 'keys.find'],
  ['F4', 'keys.choices'],
  ['Shift+F4', 'keys.characters'],
  ['F6', 'keys.part'],
  ['F7', 'keys.card'],
  ['F8', 'keys.print'],
  ['F9', 'keys.save'],
  ['F10', 'keys.accept'],
  ['F12', 'keys.lock'],
  ['Ctrl+K', 'keys.command'],
  ['Enter', 'keys.nextField'],
  ['Ctrl+Enter', 'keys.nextStep'],
  ['Esc', 'keys.back'],
  ['1–9', 'keys.digits'],
];

/** Every key of the program with what it does. */
export function KeyTable(): ReactElement {
  const say = useWords();
  return (
    <dl className="keys">
      {keys.map(([key, words]) => (
        <div key={key} className="key-line">
          <dt>
            <kbd className="key-hint">{key}</kbd>
          </dt>
          <dd>{say(words)}</dd>
        </div>
      ))}
    </dl>
  );
}
