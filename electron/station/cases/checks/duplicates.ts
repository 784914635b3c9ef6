import type { Duplicate } from '../../duplicates/find-duplicates.ts';
import { type Check, type PersonCheck, problem } from './check.ts';

const sameNumber = ({ why }: Duplicate): boolean => why[0] === 'same-number';

/** Somebody of one name and birth date who is registered or lives here: whoever comes under registration is compared with them first. */
const isLikely = ({ why, person }: Duplicate): boolean =>
  why[0] === 'same-name-and-birth' && (person.status === 'registered' || person.status === 'elsewhere');

/**
 * One person, one registration (L58 §6). A number that the register knows under another name stops the case until an officer recorded what
 * comparing the two came to; so does one name and birth date where somebody comes under registration. A similar name is only shown.
 */
const checkDuplicate: PersonCheck = (person, path, { listOpenDuplicates, demands }) => {
  const open = listOpenDuplicates(person);
  const numbered = open.find(sameNumber);
  const [first, ...others] = open.filter((it) => !sameNumber(it));
  return [
    ...(numbered
      ? [problem(`${path}.citizenId`, 'number-of-another', { params: { name: numbered.person.name } })]
      : []),
    ...(first
      ? [
          problem(`${path}.name`, 'duplicate-possible', {
            weight: demands.arrives && isLikely(first) ? 'blocks' : 'warns',
            params: { name: first.person.name, count: others.length + 1 },
          }),
        ]
      : []),
  ];
};

/** Everybody entered, beside whom the register may hold already. */
export const checkDuplicates: Check = (draft, context) =>
  draft.people.flatMap((person, index) => checkDuplicate(person, `people.${index}`, context));
