import type { AddressNode } from '../../../shared/contract/address.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Address } from '../../../shared/domain/records.ts';
import type { Calling, Program } from '../program.ts';
import { addressPath, listAddressChildren, searchAddresses } from '../store/addresses.ts';

/** Children of a node of the address tree. */
export function childAddresses(
  program: Program,
  _calling: Calling,
  input: ParsedInputOf<'address.children'>,
): Answer<AddressNode[]> {
  return done(listAddressChildren(program.database, input.parentId));
}

/** Nodes that match words, the station's own first. */
export function findAddresses(
  program: Program,
  _calling: Calling,
  input: ParsedInputOf<'address.search'>,
): Answer<AddressNode[]> {
  return done(searchAddresses(program.database, input.text, program.stationCode));
}

/** A node with its ancestors, root first. */
export function pathOfAddress(
  program: Program,
  _calling: Calling,
  input: ParsedInputOf<'address.path'>,
): Answer<Address[]> {
  const path = addressPath(program.database, input.addressId);
  return path.length > 0 ? done(path) : fail('NOT_FOUND');
}
