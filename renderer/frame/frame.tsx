import { Outlet, useNavigate } from '@tanstack/react-router';
import { type ReactElement, Suspense, useState } from 'react';
import { CharacterPicker } from '../characters/character-picker.tsx';
import { focusNextPart, openChoices } from '../keys/focus.ts';
import { useKey } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { refresh, useAct } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { Notice } from '../signs/notice.tsx';
import { HelpPanel } from './help-panel.tsx';
import { useIdle } from './idle.ts';
import { useNewCase } from './new-case.ts';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { useServiceState } from './service-state.ts';
import { useSession, useStation } from './session.ts';
import { TopBar } from './top-bar.tsx';

/** The window: rail, top line, the place chosen, help beside it. */
export function Frame(): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const lock = useAct('session.lock');
  const newCase = useNewCase();
  const service = useServiceState();
  const isLocked = useSession()?.isLocked ?? false;
  const lockNow = () => lock.mutate({}, { onSettled: () => refresh('session.current') });
  useIdle(useStation()?.idleLockMs ?? 0, lockNow, !isLocked);
  useKey('F1', () => setHelpOpen((it) => !it));
  useKey('F2', newCase.start);
  useKey('Shift+F2', () => void navigate({ to: '/counter', search: { choosing: true } }));
  useKey('F3', () => void navigate({ to: '/find' }));
  useKey('F4', openChoices);
  useKey('F6', focusNextPart);
  useKey('F8', () => void navigate({ to: '/print' }));
  useKey('F12', lockNow);
  useKey('Ctrl+K', () => setPaletteOpen(true));
  return (
    <div className="frame">
      <TopBar onHelp={() => setHelpOpen((it) => !it)} onPalette={() => setPaletteOpen(true)} onLock={lockNow} />
      <Rail />
      <main className="place" data-part="place">
        {service === 'restarting' ? <Notice tone="due">{say('frame.restarting')}</Notice> : null}
        <FailureLine error={newCase.error} />
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      {isHelpOpen ? <HelpPanel onClose={() => setHelpOpen(false)} /> : null}
      <CharacterPicker />
      {isPaletteOpen ? (
        <Palette
          onClose={() => setPaletteOpen(false)}
          onHelp={() => setHelpOpen(true)}
          onNewCase={newCase.start}
          onLock={lockNow}
        />
      ) : null}
    </div>
  );
}
