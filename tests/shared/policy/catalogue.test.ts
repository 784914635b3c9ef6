import { describe, expect, it } from 'vitest';
import { pack } from './liaoyuan.ts';

const procedures = [...pack.procedures.values()];

describe('the catalogue of the counter', () => {
  it('has a procedure for each of its sixty items', () => {
    const items = Array.from({ length: 60 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`);
    const covered = new Set(procedures.flatMap((procedure) => procedure.catalogue));
    expect(items.filter((item) => !covered.has(item))).toEqual([]);
    expect([...covered].filter((item) => !items.includes(item))).toEqual([]);
  });

  it('says of every procedure who may apply, who does what and what it yields', () => {
    const bare = procedures.filter(({ catalogue, applicants, steps, documents }) =>
      [catalogue, applicants, steps, documents].some((list) => list.length === 0),
    );
    expect(bare.map((procedure) => procedure.id)).toEqual([]);
  });

  it('calls a certificate by one name, in the list of what is issued and on the paper', () => {
    const papers = new Set([...pack.documents.values()].map(({ names }) => names.zh));
    const issued = pack.certificates.filter((each) => each.class === 'issued' && each.id !== 'other-by-law');
    expect(issued.map(({ names }) => names.zh).filter((name) => !papers.has(name))).toEqual([]);
  });

  it('lets an assistant accept, hand over and file, and nothing else', () => {
    const taken = procedures.flatMap(({ steps }) =>
      steps.filter((step) => step.by.includes('assistant')).map((step) => step.step),
    );
    expect(new Set(taken)).toEqual(new Set(['accept', 'deliver', 'archive']));
  });

  it('demands a comparison of face and fingerprint where article 9 of the 2021 rules does', () => {
    const compared = procedures.filter(({ checks }) =>
      checks.some((check) => check.kind === 'comparison' && check.need === 'always'),
    );
    expect(compared.map((procedure) => procedure.id).sort()).toEqual([
      'item.birth-date',
      'item.id-number',
      'item.name',
      'item.sex',
      'move.out-student',
      'person.late-registration',
      'person.restore',
    ]);
  });

  it('sends late registration and a corrected birth date to the prefecture', () => {
    const highest = procedures.filter(({ approvals }) => approvals.some((each) => each.level === 'prefecture'));
    expect(highest.map((procedure) => procedure.id).sort()).toEqual(['item.birth-date', 'person.late-registration']);
  });

  it('charges nothing for a first permit and an endorsement, and leaves the card price to the price authority', () => {
    const feeOf = (id: string) => pack.procedures.get(id)?.fees.map((fee) => fee.yuan);
    expect(feeOf('permit.apply')).toEqual([0]);
    expect(feeOf('permit.endorse')).toEqual([0]);
    expect(feeOf('permit.replace')).toEqual([null]);
  });
});
