import { useNavigate } from '@tanstack/react-router';
import type { KeyName } from '../keys/keys.ts';
import { switchLanguage, useBilingual, useLanguage, useWords } from '../language.ts';
import { useStartCase } from '../procedures/start-case.ts';
import { changeOperator, useAct, useCall } from '../queries.ts';
import { places } from './places.ts';
import { useMayCall } from './session.ts';

export interface Command {
  readonly id: string;
  readonly words: string;
  readonly key?: KeyName;
  readonly run: () => void;
}

const keyOfPlace: Partial<Record<(typeof places)[number]['id'], KeyName>> = { find: 'F3', print: 'F8' };

/** What the palette offers everywhere: the places, a new case, lock, language, log out. */
export function usePaletteCommands(acts: { onNewCase: () => void; onLock: () => void }): readonly Command[] {
  const say = useWords();
  const may = useMayCall();
  const navigate = useNavigate();
  const logout = useAct('session.logout');
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const goTo: Command[] = places
    .filter((place) => may(place.needs))
    .map((place) => ({
      id: place.id,
      words: say('palette.goTo', { place: say(`place.${place.id}`) }),
      ...(keyOfPlace[place.id] === undefined ? {} : { key: keyOfPlace[place.id] }),
      run: () => void navigate({ to: place.path }),
    }));
  const acting: Command[] = [
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
  return [...counter, ...goTo, ...acting];
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
    run: () => start(it.procedure),
  }));
}
