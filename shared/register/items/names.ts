import { readName } from '../../domain/names.ts';
import type { Person } from '../../domain/records.ts';
import { refuse } from '../refusal.ts';
import { type ItemInput, isGiven } from './item-input.ts';

const longest = 50;

/**
 * 姓名变更 (N21 §53): the name given up is kept as 曾用名, beside those before it where there is room (N21 §48–52). A correction of a wrong
 * entry (§57) keeps nothing. Refuses with name-not-possible.
 */
export function changeNames(person: Person, input: ItemInput): Partial<Person> {
  const name = isGiven(input, 'name') ? storedName(input.name, 'name') : person.name;
  const corrected = isGiven(input, 'formerName') ? storedName(input.formerName, 'formerName') : person.formerName;
  const isRenamed = name !== person.name;
  return {
    name,
    namePinyin: isGiven(input, 'namePinyin') ? input.namePinyin : isRenamed ? null : person.namePinyin,
    formerName:
      isRenamed && input.item === 'name' ? formerNames(person) : input.clearedItem === null ? corrected : null,
  };
}

function storedName(typed: string, field: string): string {
  const { name, problems } = readName(typed);
  return problems.length === 0 ? name : refuse('name-not-possible', field, { name: typed });
}

function formerNames({ name, formerName }: Person): string {
  const all = formerName === null ? name : `${formerName}、${name}`;
  return all.length > longest ? name : all;
}
