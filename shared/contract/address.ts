import { z } from 'zod';
import { Address, RecordId } from '../domain/records.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';

export const AddressNode = z.strictObject({ address: Address, hasChildren: z.boolean() });
export type AddressNode = z.infer<typeof AddressNode>;

export const addressEndpoints = {
  /** Children of a node, in the order of their names; `parentId` null gives the roots. */
  'address.children': endpoint({
    input: z.strictObject({ parentId: RecordId.nullable() }),
    output: z.array(AddressNode),
    roles: counterRoles,
    audit: null,
  }),
  /** Nodes whose name, words in order or pinyin initials match; at most 30. */
  'address.search': endpoint({
    input: z.strictObject({ text: z.string().trim().min(1).max(60) }),
    output: z.array(AddressNode),
    roles: counterRoles,
    audit: null,
  }),
  /** A node with all its ancestors, root first. */
  'address.path': endpoint({
    input: z.strictObject({ addressId: RecordId }),
    output: z.array(Address),
    roles: counterRoles,
    audit: null,
  }),
} as const;
