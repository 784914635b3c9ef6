import { createHash } from 'node:crypto';
import type { InquiryAsk, PaperAnswer, PeerPaperQuery } from '../../shared/contract/registry-inquiry.ts';
import type { MigrationPaper } from '../../shared/domain/paper-records.ts';
import { findPoliceOrg } from '../../shared/domain/police-orgs.ts';
import type { Queryable } from '../store/database.ts';
import { findPaper } from '../store/papers.ts';

type PaperAsk = Extract<InquiryAsk, { kind: 'paper' }>;

/** What stands for a holder where no citizen number may stand: bound to the paper, so that two questions can not be laid side by side. */
function holderDigest({ kind, printYear, number }: Omit<PeerPaperQuery, 'holders'>, citizenId: string): string {
  return createHash('sha256').update(`${kind}:${printYear}:${number}:${citizenId}`).digest('hex');
}

/** The question as one registry puts it to another. */
export function peerQueryOf({ paperKind: kind, printYear, number, holders }: PaperAsk): PeerPaperQuery {
  const paper = { kind, printYear, number };
  return { ...paper, holders: holders.map((citizenId) => holderDigest(paper, citizenId)).join(',') };
}

function stateOf(paper: MigrationPaper, asked: PeerPaperQuery, today: string): PaperAnswer['state'] {
  const named = new Set(paper.holders.map(({ citizenId }) => holderDigest(asked, citizenId)));
  if (!asked.holders.split(',').every((digest) => named.has(digest))) return 'other-holders';
  if (paper.status === 'void') return 'voided';
  if (paper.status === 'used') return 'used';
  return paper.validUntil < today ? 'expired' : 'valid';
}

/**
 * Whether a paper that this registry's stations issued stands on a day. Of one that names other persons nothing else is told. By its dates
 * it expires (migration-papers.ts), never by a flag.
 */
export async function stateOfOwnPaper(database: Queryable, asked: PeerPaperQuery, today: string): Promise<PaperAnswer> {
  const paper = await findPaper(database, asked);
  if (paper === null) return { kind: 'paper', state: 'unknown', issuer: '', validUntil: null };
  const state = stateOf(paper, asked, today);
  const isTold = state !== 'other-holders';
  return {
    kind: 'paper',
    state,
    issuer: isTold ? (findPoliceOrg(paper.stationCode)?.zh ?? paper.stationCode) : '',
    validUntil: isTold ? paper.validUntil : null,
  };
}
