import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { PolicyNames, VerifyingDepartments } from '../../../shared/contract/policy.ts';
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

/** The pack in force, behind the packs that cases here keep: what several name, the last one decides. */
function packsInUse({ packs, database }: Program): Pack[] {
  const stamps = [...countCasesByPack(database).keys()];
  return [...stamps.flatMap((stamp) => packs.of(stamp) ?? []), packs.inForce()];
}

/** The words for everything the policy's ids stand for: of the pack in force, and where it lacks one, of the packs that cases here keep. */
export function policyNames(program: Program): Answer<PolicyNames> {
  const all = packsInUse(program).map(namesIn);
  const merged = (group: keyof PolicyNames): Names => Object.assign({}, ...all.map((names) => names[group]));
  return done({
    procedure: merged('procedure'),
    material: merged('material'),
    paper: merged('paper'),
    source: merged('source'),
    fact: merged('fact'),
  });
}

/** Who can be asked about a material in place of its paper (article 9), of the same packs. */
export function verifyingDepartments(program: Program): Answer<VerifyingDepartments> {
  const known = packsInUse(program).flatMap(({ materials }) => [...materials]);
  return done(
    Object.fromEntries(known.flatMap(([id, { verifiedBy }]) => (verifiedBy === null ? [] : [[id, verifiedBy]]))),
  );
}
