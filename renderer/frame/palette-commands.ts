import { useNavigate } from '@tanstack/react-router';
import type { KeyName } from '../keys/keys.ts';
import { switchLanguage, useBilingual, useLanguage, useWords } from '../language.ts';
import { useStartCase } from '../procedures/start-case.ts';
import { changeOperator, useAct, useCall } from '../queries.ts';
import type { Command } from './palette-fitting.ts';
import { innerPages } from './palette-pages.ts';
import { places } from './places.ts';
import { useMayCall } from './session.ts';

const keyOfPage: Readonly<Record<string, KeyName>> = { find: 'F3', print: 'F8' };

/** The pages that need nobody and nothing to be chosen first: those of the rail, then those behind them. */
function usePageCommands(): readonly Command[] {
  const say = useWords();
  const may = useMayCall();
  const navigate = useNavigate();
  const ofRail = places.map(({ id, path, needs }) => ({ id, path, needs, name: say(`place.${id}`) }));
  const behind = innerPages.map(({ id, path, needs, words }) => ({ id, path, needs, name: say(words) }));
  return [...ofRail, ...behind]
    .filter((page) => may(page.needs))
    .map(({ id, path, name }) => ({
      id,
      words: say('palette.goTo', { place: name }),
      name,
      ...(keyOfPage[id] === undefined ? {} : { key: keyOfPage[id] }),
      run: () => void navigate({ to: path }),
    }));
}

interface Acts {
  readonly onHelp: () => void;
  readonly onNewCase: () => void;
  readonly onLock: () => void;
}

/** What the palette offers everywhere: a new case, the pages, help, lock, language, log out. */
export function usePaletteCommands(acts: Acts): readonly Command[] {
  const say = useWords();
  const may = useMayCall();
  const navigate = useNavigate();
  const logout = useAct('session.logout');
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const pages = usePageCommands();
  const acting: Command[] = [
    { id: 'help', words: say('keys.help'), key: 'F1', run: acts.onHelp },
    { id: 'lock', words: say('frame.lockLong'), key: 'F12', run: acts.onLock },
    { id: 'language', words: say('palette.language'), run: () => switchLanguage(other) },
    {
      id: 'logout',
      words: say('lock.logout'),
      run: () => logout.mutate({}, { onSuccess: () => changeOperator(null) }),
    },
  ];
  const counter: Command[] = may('case.start')
    ? [
        { id: 'new', words: say('home.new'), key: 'F2', run: acts.onNewCase },
        {
          id: 'choose',
          words: say('catalogue.title'),
          key: 'Shift+F2',
          run: () => void navigate({ to: '/counter', search: { choosing: true } }),
        },
      ]
    : [];
  return [...counter, ...pages, ...acting];
}

/** Every procedure of the pack, so that Ctrl+K begins one by its name; what it concerns is chosen in the case. */
export function useProcedureCommands(): readonly Command[] {
  const say = useWords();
  const inLanguage = useBilingual();
  const may = useMayCall();
  const { start } = useStartCase();
  const known = useCall('policy.procedures', {}, { enabled: may('case.start') }).data ?? [];
  return known.map((it) => ({
    id: it.procedure.replaceAll('.', '-'),
    words: say('palette.begin', { name: inLanguage(it.names) }),
    name: inLanguage(it.names),
    run: () => start(it.procedure),
  }));
}
