import { CloseOutlined } from '@ant-design/icons';
import { useLocation } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useKey } from '../keys/keys.ts';
import { useWords, type WordKey } from '../language.ts';
import { KeyTable } from '../screens/settings/key-table.tsx';
import { useHelpStep } from './help-topic.ts';

const topics: readonly [RegExp, WordKey][] = [
  [/^\/case/, 'help.record'],
  [/^\/person/, 'help.personPage'],
  [/^\/household/, 'help.householdPage'],
  [/^\/address/, 'help.addressPage'],
  [/^\/counter/, 'help.counter'],
  [/^\/approve/, 'help.approve'],
  [/^\/find/, 'help.find'],
  [/^\/print/, 'help.print'],
  [/^\/stock/, 'help.stock'],
  [/^\/settings\/printing/, 'help.printing'],
  [/^\/guide/, 'help.guide'],
  [/^\/certificates/, 'help.certificates'],
  [/^\/reports/, 'help.reports'],
  [/^\/sweep/, 'help.sweep'],
  [/^\/conflict/, 'help.conflict'],
  [/^\/sync/, 'help.sync'],
  [/^\/settings/, 'help.settings'],
];

/** F1: what can be done here and how, beside the work and never over it. */
export function HelpPanel({ onClose }: { onClose: () => void }): ReactElement {
  const say = useWords();
  const path = useLocation({ select: (it) => it.pathname });
  const step = useHelpStep();
  const topic: WordKey =
    step === null ? (topics.find(([pattern]) => pattern.test(path))?.[1] ?? 'help.home') : `help.${step}`;
  useKey('Esc', onClose);
  return (
    <aside className="help" aria-label={say('frame.help')} data-part="help">
      <div className="panel-head">
        <h2>{say('frame.help')}</h2>
        <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={say('word.close')} onClick={onClose} />
      </div>
      {say(topic)
        .split('\n')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      <h3>{say('keys.title')}</h3>
      <KeyTable />
    </aside>
  );
}
