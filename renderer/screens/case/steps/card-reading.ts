import { useState } from 'react';
import type { DraftPerson } from '../../../../shared/contract/draft.ts';
import type { OutputOf } from '../../../../shared/contract/index.ts';
import { useOpenCase } from '../../../case/case-context.ts';
import { useWords } from '../../../language.ts';
import { useAct } from '../../../queries.ts';

type Reading = OutputOf<'card.read'>;

const taken = ['citizenId', 'name', 'sex', 'bornOn', 'ethnicity'] as const satisfies readonly (keyof DraftPerson &
  keyof Reading)[];

export interface CardReadingState {
  readonly read: () => void;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Says which fields were filled in; null before a card was read. */
  readonly filled: string | null;
  readonly mayBeCut: boolean;
}

/** Reads the ID card on the reader into one person; the card's address goes to the registered address when that is empty. */
export function useCardReading(index: number): CardReadingState {
  const say = useWords();
  const { store } = useOpenCase();
  const act = useAct('card.read');
  const [result, setResult] = useState<{ filled: string; mayBeCut: boolean } | null>(null);

  function take(reading: Reading): void {
    const person = store.get().draft.people[index];
    if (person === undefined) return;
    const hukouAddress = person.hukouAddress === '' ? reading.address : person.hukouAddress;
    const next: DraftPerson = { ...person, hukouAddress, source: 'card' };
    for (const key of taken) next[key] = reading[key];
    store.edit((draft) => ({ ...draft, people: draft.people.map((it, at) => (at === index ? next : it)) }));
    for (const key of taken) store.leave(`people.${index}.${key}`);
    const labels = [...taken, 'hukouAddress' as const].map((key) => say(`field.${key}`)).join(say('word.listComma'));
    setResult({ filled: say('applicant.filled', { labels }), mayBeCut: reading.nameMayBeCut });
  }

  return {
    read: () => {
      if (!act.isPending) act.mutate({}, { onSuccess: take });
    },
    isPending: act.isPending,
    error: act.error,
    filled: result?.filled ?? null,
    mayBeCut: result?.mayBeCut ?? false,
  };
}
