import { type Check, problem } from './check.ts';

/** Nobody is in two running cases: neither the person a case is about nor a member chosen in it. */
export const checkConcerned: Check = (_draft, { concerned, findOtherCase }) =>
  concerned.flatMap(({ path, citizenId, name }) => {
    const number = findOtherCase(citizenId);
    return number === null ? [] : [problem(path, 'person-in-other-case', { step: 'page', params: { number, name } })];
  });
