import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SealKeySet } from '../../shared/document-seal/key-set.ts';
import { sealFields } from '../station/documents/seal-paper.ts';
import { listSealKeys } from '../station/documents/signing-keys.ts';
import { checkoutFolders } from '../station/folders.ts';
import { loadForms } from '../station/print/load-forms.ts';
import { openReader } from '../station/store/database.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { readCall } from './pack-files.ts';

/** `document-keys --data DIR`: the public keys that this computer signed papers with, as verifiers are given them. Changes nothing. */
export async function documentKeysCommand(args: readonly string[]): Promise<CommandResult> {
  const folder = readCall(args, 0, ['data'])?.options.data;
  if (folder === undefined) return calledWrongly('document-keys --data DIR');
  const file = join(folder, 'station.db');
  if (!existsSync(file)) return { exitCode: 2, problems: ['--data: there is no station.db in this folder'] };
  const database = openReader(file);
  try {
    const keys = listSealKeys(database, new Date().toISOString());
    if (keys.keys.length > 0) return { exitCode: 0, output: { ...keys, forms: sealedForms() } };
    return { exitCode: 1, problems: ['no key yet: the first paper with a QR code makes one'] };
  } finally {
    database.close();
  }
}

/** What the forms with seals are called. */
function sealedForms(): SealKeySet['forms'] {
  const forms = loadForms(checkoutFolders(join(import.meta.dirname, '..', '..')).forms);
  if (!forms.ok) return {};
  const sealed = forms.value.forms.filter((form) => sealFields(form).length > 0);
  return Object.fromEntries(sealed.map(({ id, name }) => [id, name]));
}
