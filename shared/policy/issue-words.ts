import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One broken place: where it stands in the value and what would be right. */
export interface Finding {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const typeNames: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What each zod issue means in plain words; an unknown key becomes a finding of its own with the key in its path. */
export function findingsOf(issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'unknown key' }));
    }
    if (issue.code === 'invalid_union') return unionFindings(issue);
    return [{ path: issue.path, message: messageOf(issue) }];
  });
}

/** Of a union the branch that came closest speaks: the one that complains of parts only, and of the fewest. */
function unionFindings(issue: Extract<Issue, { code: 'invalid_union' }>): Finding[] {
  const branches = issue.errors.map((errors) => findingsOf(errors));
  const expected = branches.flatMap((branch) => branch.filter((each) => each.path.length === 0));
  const aboutParts = branches.filter((branch) => branch.length > 0 && branch.every((each) => each.path.length > 0));
  const [closest] = aboutParts.sort((a, b) => a.length - b.length);
  if (closest) return closest.map((each) => ({ path: [...issue.path, ...each.path], message: each.message }));
  const wanted = [...new Set(expected.map((each) => each.message.replace(/^expected /, '')))];
  return [{ path: issue.path, message: wanted.length > 0 ? `expected ${wanted.join(' or ')}` : 'not understood' }];
}

function messageOf(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    if (!issue.message.startsWith('Invalid input')) return issue.message;
    const expected = typeNames[issue.expected] ?? issue.expected;
    return issue.message.endsWith('received undefined') ? `required: ${expected}` : `expected ${expected}`;
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return values.length === 1 ? `expected ${values[0]}` : `expected one of ${values.join(', ')}`;
  }
  return issue.message;
}

/** A path as one reads it: `residence.basis`, `companions.0.relation`. */
export function pathWords(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
