import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { Prefilled } from '../../../shared/contract/exchange.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Calling, Program } from '../program.ts';
import { findPrefilledCase, putChecked } from '../store/prefilled-cases.ts';
import { readKeys, trustKeys } from './parties.ts';

/** Everything that waits for the registry, in one file. */
export async function exportFile(program: Program, calling: Calling): Promise<Answer<OutputOf<'exchange.export'>>> {
  const written = await program.exchanges.write(calling.operator.operatorId);
  if (written.ok) calling.details = { file: written.value.fileName, events: written.value.events };
  return written;
}

/** A piece of a file that comes in. */
export function receivePiece(
  program: Program,
  _calling: Calling,
  { transferId, offset, bytes }: ParsedInputOf<'exchange.receive'>,
): Answer<{ received: number }> {
  if (program.exchanges.isBusy) return fail('INPUT_INVALID', { paths: ['running'] });
  return program.exchanges.incoming.receive(transferId, offset, bytes);
}

/** Takes over what came in. NOT_FOUND: nothing of that transfer is here. */
export async function takeReceived(
  program: Program,
  calling: Calling,
  { transferId }: ParsedInputOf<'exchange.take'>,
): Promise<Answer<OutputOf<'exchange.take'>>> {
  const found = program.exchanges.incoming.find(transferId);
  if (!found || program.exchanges.isBusy) return fail('NOT_FOUND');
  try {
    return await program.exchanges.take(calling, found.source, found.size);
  } finally {
    program.exchanges.incoming.clear();
  }
}

/** Breaks off what is being taken. */
export function stopTaking(program: Program): Answer<Record<string, never>> {
  program.exchanges.stop();
  return done({});
}

/** What a file of public keys holds. */
export function showKeys({ database }: Program, _calling: Calling, { text }: ParsedInputOf<'exchange.readKeys'>) {
  return readKeys(database, text);
}

/** Trusts the keys of a file whose fingerprint was compared. */
export async function trustParty(
  { database, now, tell }: Program,
  calling: Calling,
  { text, fingerprint }: ParsedInputOf<'exchange.trust'>,
): Promise<Answer<OutputOf<'exchange.trust'>>> {
  const trusted = await trustKeys(database, text, { fingerprint, at: now(), by: calling.operator.operatorId });
  if (trusted.ok) {
    calling.details = { role: trusted.value.role, fingerprint };
    tell({ topic: 'sync' });
  }
  return trusted;
}

/** Who filled a case in before it came here. */
export function showPrefilled(
  { database }: Program,
  _calling: Calling,
  { caseId }: ParsedInputOf<'case.prefilled'>,
): Answer<Prefilled | null> {
  const found = findPrefilledCase(database, caseId);
  if (!found) return done(null);
  const { partyName, filledBy, filledAt, receivedAt, checkedAt } = found;
  return done({ partyName, filledBy, filledAt, receivedAt, checkedAt });
}

/** Whoever sits here has gone through a pre-filled case with the applicant. */
export function markChecked(
  { database, now, tell }: Program,
  calling: Calling,
  { caseId }: ParsedInputOf<'case.prefilledChecked'>,
): Answer<Record<string, never>> {
  calling.subject = caseId;
  if (!findPrefilledCase(database, caseId)) return fail('NOT_FOUND');
  putChecked(database, caseId, { operatorId: calling.operator.operatorId, at: now() });
  tell({ topic: 'case', caseId });
  return done({});
}
