import { describe, expect, it } from 'vitest';
import { findChange } from '../../../../shared/register/changes/index.ts';
import { pack } from '../../policy/liaoyuan.ts';

const procedures = [...pack.procedures.values()].filter(({ id }) => /^(residence|permit)\./.test(id));

describe.each(procedures.map((procedure) => [procedure.id, procedure] as const))('the page of %s', (_id, procedure) => {
  const change = findChange(procedure.effect);
  const { page } = procedure;
  const asked = page.fields.map(({ key }) => key);

  it('asks for nothing that its change does not know', () => {
    expect(asked.filter((key) => change?.fields[key] === undefined)).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('gives everything that its change needs', () => {
    const fromCase = [page.subject === 'none' ? '' : 'subject', page.people === 'none' ? '' : 'people'];
    const given = new Set([...fromCase, ...Object.keys(page.sets), ...asked]);
    expect(change?.required.filter((key) => !given.has(key))).toEqual([]);
  });

  it('offers values of each choice that the change takes, and for a choice only', () => {
    for (const { key, options } of page.fields) {
      const { kind, values = [] } = change?.fields[key] ?? {};
      expect(Object.keys(options ?? {}).filter((value) => !values.includes(value))).toEqual([]);
      expect(options !== undefined).toBe(kind === 'choice');
    }
  });
});

it('is there for all ten procedures of residences and permits', () => {
  expect(procedures).toHaveLength(10);
});
