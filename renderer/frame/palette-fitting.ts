import type { KeyName } from '../keys/keys.ts';
import { rankTyped } from '../words/initials.ts';

/** What can be chosen in the palette. */
export interface Command {
  readonly id: string;
  readonly words: string;
  /** What the words are about: whoever types it means this before what only mentions it. */
  readonly name?: string;
  readonly key?: KeyName;
  readonly run: () => void;
}

const none = 3;

function rankOf(typed: string, { words, name }: Command): number {
  return Math.min(rankTyped(typed, words) ?? none, rankTyped(typed, name ?? words) ?? none);
}

/** The commands that fit what was typed, the best first; among equals in their order. */
export function listFitting(typed: string, commands: readonly Command[]): readonly Command[] {
  return commands
    .map((command) => ({ command, rank: rankOf(typed, command) }))
    .filter(({ rank }) => rank < none)
    .sort((one, other) => one.rank - other.rank)
    .map(({ command }) => command);
}
