import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { PolicyNames } from '../../../shared/contract/policy.ts';
import type { Bilingual } from '../../../shared/contract/verdict.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import { countCasesByPack } from '../policy/past-cases.ts';
import type { Program } from '../program.ts';

type Names = Record<string, Bilingual>;

function namesOf(entries: Iterable<readonly [string, { readonly names: Bilingual }]>): Names {
  return Object.fromEntries([...entries].map(([id, { names }]) => [id, names]));
}

function namesIn(pack: Pack): PolicyNames {
  const facts = pack.catalogue
    .list()
    .map(({ path, names }): [string, { names: Bilingual }] => [path.replace(/^companion\./, 'companions.'), { names }]);
  return {
    procedure: namesOf(pack.procedures),
    material: namesOf(pack.materials),
    paper: namesOf(pack.documents),
    source: namesOf(pack.sources),
    fact: namesOf(facts),
  };
}

/** The words for everything the policy's ids stand for: of the pack in force, and where it lacks one, of the packs that cases here keep. */
export function policyNames({ packs, database }: Program): Answer<PolicyNames> {
  const stamps = [...countCasesByPack(database).keys()];
  const kept = stamps.flatMap((stamp) => packs.of(stamp) ?? []);
  const all = [...kept, packs.inForce()].map(namesIn);
  const merged = (group: keyof PolicyNames): Names => Object.assign({}, ...all.map((names) => names[group]));
  return done({
    procedure: merged('procedure'),
    material: merged('material'),
    paper: merged('paper'),
    source: merged('source'),
    fact: merged('fact'),
  });
}
