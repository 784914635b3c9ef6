import type { Bilingual } from '../contract/verdict.ts';
import type { RefusalCode } from './refusal.ts';
import { wordsOfHouseholds } from './refusal-words/households.ts';
import { wordsOfPapers } from './refusal-words/papers.ts';
import { wordsOfPeople } from './refusal-words/people.ts';

/**
 * For every refusal what is wrong and what to do next; nothing was changed. `{name}` and the like are filled from its params, and a sentence
 * still reads where a name is not given.
 */
export const refusalWords: Readonly<Record<RefusalCode, Bilingual>> = {
  ...wordsOfPeople,
  ...wordsOfHouseholds,
  ...wordsOfPapers,
};
