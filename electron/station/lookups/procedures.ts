import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { ProcedureEntry } from '../../../shared/contract/procedure.ts';
import { pageOf } from '../cases/procedure-page.ts';
import type { Program } from '../program.ts';

/** Behind every item of the national catalogue. */
const last = 'C99';

/** By item of the national catalogue; those of one item stay in the order given. */
export function inCatalogueOrder<T extends { readonly catalogue: readonly string[] }>(entries: readonly T[]): T[] {
  const itemOf = ({ catalogue }: T): string => catalogue[0] ?? last;
  return entries.toSorted((a, b) => (itemOf(a) < itemOf(b) ? -1 : itemOf(a) > itemOf(b) ? 1 : 0));
}

/** Every procedure of the pack in force with what it asks for, in the order of the catalogue; those of one item in the order of the pack. */
export function listProcedures({ packs }: Program): Answer<ProcedureEntry[]> {
  const entries = [...packs.inForce().procedures.values()].map(
    (procedure): ProcedureEntry => ({
      procedure: procedure.id,
      names: procedure.names,
      effect: procedure.effect,
      catalogue: [...procedure.catalogue],
      page: pageOf(procedure),
    }),
  );
  return done(inCatalogueOrder(entries));
}
