import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registryPaths } from '../../shared/contract/registry.ts';
import { DocumentKeys } from '../../shared/contract/registry-published.ts';
import type { SealKeySet } from '../../shared/document-seal/key-set.ts';
import { sealFields } from '../station/documents/seal-paper.ts';
import { listSealKeys } from '../station/documents/signing-keys.ts';
import { checkoutFolders } from '../station/folders.ts';
import { loadForms } from '../station/print/load-forms.ts';
import { openReader } from '../station/store/database.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { readCall } from './pack-files.ts';

const usage = 'document-keys --data DIR | --registry URL --out FILE';

/**
 * `document-keys --data DIR`: the public keys that this computer signed papers with, as verifiers are given them. `--registry URL --out FILE`:
 * those of all stations and the numbers that are void, as the registry publishes them, for `verify-document --keys` and the verifying page.
 */
export async function documentKeysCommand(args: readonly string[]): Promise<CommandResult> {
  const { data: folder, registry, out } = readCall(args, 0, ['data', 'registry', 'out'])?.options ?? {};
  if (registry !== undefined && out !== undefined && folder === undefined) return fetchKeys(registry, out);
  if (folder === undefined || registry !== undefined || out !== undefined) return calledWrongly(usage);
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

async function fetchKeys(registry: string, file: string): Promise<CommandResult> {
  const url = `${registry.replace(/\/$/, '')}${registryPaths.keys}`;
  const read = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(15_000) })
    .then(async (response) => DocumentKeys.safeParse(await response.json()))
    .catch(() => null);
  if (read === null) return { exitCode: 1, problems: ['the registry does not answer'] };
  if (!read.success) return { exitCode: 1, problems: ['the registry does not speak our language'] };
  const { keys, voided } = read.data;
  writeFileSync(file, `${JSON.stringify({ keys: { ...keys, forms: sealedForms() }, voided })}\n`);
  return { exitCode: 0, output: { keys: keys.keys.length, voided: voided.documents.length, asOf: keys.asOf } };
}

/** What the forms with seals are called. */
function sealedForms(): SealKeySet['forms'] {
  const forms = loadForms(checkoutFolders(join(import.meta.dirname, '..', '..')).forms);
  if (!forms.ok) return {};
  const sealed = forms.value.forms.filter((form) => sealFields(form).length > 0);
  return Object.fromEntries(sealed.map(({ id, name }) => [id, name]));
}
