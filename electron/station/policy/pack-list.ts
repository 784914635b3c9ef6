import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { PackList, PackRow } from '../../../shared/contract/policy.ts';
import type { Calling, Program } from '../program.ts';
import type { ShelvedPack } from './pack-shelf.ts';
import { countCasesByPack } from './past-cases.ts';

/** Every version on this computer, what is wrong with the files that are not used, and the versions that cases lack. */
export function listPacks(program: Program): Answer<PackList> {
  const { packs, database } = program;
  const cases = countCasesByPack(database);
  const inForce = packs.inForce().stamp;
  const keys = packs.keys();
  const rowOf = ({ stamp, version, names, inForceFrom, keyId }: ShelvedPack): PackRow => ({
    stamp,
    version,
    names,
    inForceFrom,
    signer: keyId === null ? null : { keyId, owner: keys?.keys.find(({ id }) => id === keyId)?.owner ?? null },
    state: stamp === inForce ? 'in-force' : inForceFrom > program.today() ? 'not-yet' : 'earlier',
    cases: cases.get(stamp) ?? 0,
  });
  const missing = [...cases].filter(([stamp]) => packs.list().every((each) => each.stamp !== stamp));
  return done({
    packs: packs.list().map(rowOf),
    refused: packs.refused().map(({ file, refusal }) => ({ file, refusal })),
    missing: missing.map(([stamp, count]) => ({ stamp, cases: count })),
    hasKeys: keys !== null,
  });
}

/** Keeps a signed pack beside the others. Loading it takes half a second, so it runs outside any transaction. */
export async function installSignedPack(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'policy.installPack'>,
): Promise<Answer<OutputOf<'policy.installPack'>>> {
  const opened = program.packs.install(new TextDecoder().decode(input.file));
  if (!opened.ok) {
    calling.details = { reason: opened.refusal.reason };
    return fail('PACK_REFUSED', { refusal: opened.refusal });
  }
  const { stamp, version, inForceFrom } = opened.pack;
  calling.subject = stamp;
  calling.details = { keyId: opened.keyId, inForceFrom };
  return done({ stamp, version, inForceFrom, isInForce: program.packs.inForce().stamp === stamp });
}
