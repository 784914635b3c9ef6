import type { Bilingual } from '../contract/verdict.ts';
import { RawPack } from './pack.ts';
import type { Pack } from './policy-pack.ts';
import { readYaml } from './yaml-file.ts';

/** What a pack says of itself: enough to list it and to choose by date, without reading its procedures. */
export interface PackHead extends Pick<Pack, 'id' | 'version' | 'stamp' | 'inForceFrom'> {
  readonly names: Bilingual;
}

/** The head of a pack from the text of its `pack.yaml`; null when that has not its shape. Takes a millisecond; loading takes hundreds. */
export function findPackHead(text: string): PackHead | null {
  const { file, problems } = readYaml('pack.yaml', text);
  const result = RawPack.safeParse(file.data);
  if (problems.length > 0 || !result.success) return null;
  const { id, version, names, inForceFrom } = result.data;
  return { id, version, stamp: `${id}@${version}`, names, inForceFrom };
}
