import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { PolicyNames } from '../../../shared/contract/policy.ts';
import type { Bilingual } from '../../../shared/contract/verdict.ts';
import type { Program } from '../program.ts';

type Names = Record<string, Bilingual>;

function namesOf(entries: Iterable<readonly [string, { readonly names: Bilingual }]>): Names {
  return Object.fromEntries([...entries].map(([id, { names }]) => [id, names]));
}

/** The words of the pack in force for everything its ids stand for. */
export function policyNames({ pack }: Program): Answer<PolicyNames> {
  const facts = pack.catalogue
    .list()
    .map(({ path, names }): [string, { names: Bilingual }] => [path.replace(/^companion\./, 'companions.'), { names }]);
  return done({
    procedure: namesOf(pack.procedures),
    material: namesOf(pack.materials),
    paper: namesOf(pack.documents),
    source: namesOf(pack.sources),
    fact: namesOf(facts),
  });
}
