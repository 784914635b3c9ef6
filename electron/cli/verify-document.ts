import { checkSeal, type SealCheck, type SealVerdict } from '../../shared/document-seal/check-seal.ts';
import { contentHash } from '../../shared/document-seal/content-hash.ts';
import type { SealKeySet } from '../../shared/document-seal/key-set.ts';
import { readKeysFile } from '../../shared/document-seal/keys-file.ts';
import { aspectWords, verdictWords } from '../../shared/document-seal/seal-words.ts';
import { VoidedList, voidedNumbersOf } from '../../shared/document-seal/voided.ts';
import type { FormInput } from '../../shared/domain/form.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findSeals } from './find-seals.ts';
import { findJson, readCall } from './pack-files.ts';

const usage = 'verify-document FILE|TEXT --keys FILE [--voided FILE] [--content FILE]';

/**
 * `verify-document FILE|TEXT --keys FILE`: checks the seal (文书验证码) of a paper: a PDF by its document information, a PNG
 * by the QR code in it, a text file, or the text itself. `--keys` is a key set or what the registry publishes, keys and
 * voided numbers in one; `--voided` goes before the latter. `--content` is the input the paper was printed from, as JSON.
 * Answers `{verdict, zh, en, source, documents}`; each document says what was checked and what was not.
 * Exit 0: every seal is valid; 1: one is not, or there is none; 2: a file can not be read.
 */
export async function verifyDocumentCommand(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 1, ['keys', 'voided', 'content']);
  const [place] = call?.places ?? [];
  if (place === undefined || call?.options.keys === undefined) return calledWrongly(usage);
  const { voided: voidedFile, content: contentFile } = call.options;
  const held = readKeysFile(findJson(call.options.keys));
  if (held === null) return { exitCode: 2, problems: ['--keys: no set of document keys'] };
  const voided = voidedFile === undefined ? null : VoidedList.safeParse(findJson(voidedFile));
  if (voided?.success === false) return { exitCode: 2, problems: ['--voided: no list of voided documents'] };
  const content = contentFile === undefined ? null : findJson(contentFile);
  if (content !== null && !isInput(content)) return { exitCode: 2, problems: ['--content: no JSON object'] };
  const found = findSeals(place);
  if (found === null) return { exitCode: 2, problems: ['the file can not be read'] };
  const list = voided?.data ?? held.voided;
  const trust = {
    keys: held.keys,
    ...(list && { voided: voidedNumbersOf(list) }),
    ...(content && { contentHash: await contentHash(content) }),
  };
  const checks = await Promise.all(found.seals.map((seal) => checkSeal(seal, trust)));
  const verdict = worstOf(checks);
  const output = {
    verdict,
    ...verdictWords[verdict],
    source: found.source,
    documents: checks.map((check) => documentOf(check, held.keys)),
  };
  return { exitCode: verdict === 'valid' ? 0 : 1, output };
}

/** A sheet of several papers is as good as the first that is not. */
function worstOf(checks: readonly SealCheck[]): SealVerdict {
  if (checks.length === 0) return 'malformed';
  return checks.find(({ verdict }) => verdict !== 'valid')?.verdict ?? 'valid';
}

function documentOf({ verdict, statement, key, voided, checked, notChecked }: SealCheck, { forms }: SealKeySet) {
  return {
    verdict,
    ...statement,
    formName: (statement && forms[statement.form]) ?? null,
    stationName: key?.stationName ?? null,
    ...(voided && { voidedOn: voided.voidedOn, reason: voided.reason }),
    checked: checked.map((aspect) => ({ aspect, ...aspectWords[aspect] })),
    notChecked: notChecked.map((aspect) => ({ aspect, ...aspectWords[aspect] })),
  };
}

function isInput(value: unknown): value is FormInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
