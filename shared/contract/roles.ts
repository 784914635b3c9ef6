import { z } from 'zod';

/**
 * Who logs in. N21 §7 (in force 2021-10-01): officers hold the household posts, assistants (辅警) may only accept, collect and file.
 * The three administrators are those of GB/T 22239-2019 level 3.
 */
export const Role = z.enum(['clerk', 'assistant', 'chief', 'system-admin', 'security-admin', 'audit-admin']);
export type Role = z.infer<typeof Role>;

export const counterRoles: readonly Role[] = ['clerk', 'assistant', 'chief'];
export const officers: readonly Role[] = ['clerk', 'chief'];
export const chiefOnly: readonly Role[] = ['chief'];
export const everyRole: readonly Role[] = Role.options;
