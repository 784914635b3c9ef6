import { z } from 'zod';
import { Guardian } from '../../shared/domain/records.ts';
import { Endorsement } from '../../shared/domain/residence-records.ts';
import type { Say } from '../language.ts';

/** What the history tells of a holder of a migration paper. */
const Holder = z.looseObject({ name: z.string() });

/** Values of the register that are lists, in words; null for every other value. The history tells them as JSON. */
export function listWords(field: string, value: string, say: Say): string | null {
  if (!value.startsWith('[')) return null;
  const list: unknown = JSON.parse(value);
  const shown = linesOf(field, list, say);
  if (shown === null) return null;
  return shown.length === 0 ? say('historyList.nothing') : shown.join(say('word.listComma'));
}

function linesOf(field: string, list: unknown, say: Say): readonly string[] | null {
  if (field === 'guardians')
    return z
      .array(Guardian)
      .parse(list)
      .map(({ name, relation }) => (relation === '' ? name : say('household.member', { name, relation })));
  if (field === 'endorsements')
    return z
      .array(Endorsement)
      .parse(list)
      .map(({ on, kind }) => `${on} ${say(`endorsementKind.${kind}`)}`);
  if (field === 'holders')
    return z
      .array(Holder)
      .parse(list)
      .map(({ name }) => name);
  return field === 'aliases' ? z.array(z.string()).parse(list) : null;
}
