import type { Bilingual } from '../contract/verdict.ts';
import type { RawCertificate } from './pack-tables.ts';
import type { Pack } from './policy-pack.ts';

/** What the counter answers to whoever asks for a certificate. */
export interface CertificateAnswer {
  readonly id: string;
  readonly names: Bilingual;
  readonly class: RawCertificate['class'];
  readonly isIssued: boolean;
  /** Why it is refused and what to bring or where to go instead; for an issued kind what to mind. */
  readonly reason: Bilingual;
  readonly source: RawCertificate['source'];
  /** The kinds that are issued, offered in place of a refused one. */
  readonly offered: readonly { readonly id: string; readonly names: Bilingual }[];
}

/** The kinds people ask for, in the order of the pack: issued ones and refused ones. */
export function listCertificates(pack: Pack): { id: string; names: Bilingual; isIssued: boolean }[] {
  return pack.certificates.map(({ id, names, class: kind }) => ({ id, names, isIssued: kind === 'issued' }));
}

/**
 * Whether a kind of certificate is issued, and the reason. 公通字〔2016〕21号, in force 2016-09-01: never where identity papers prove
 * it, nor where the book shows it, nor in the matters of other authorities. Null when the pack does not know the kind.
 */
export function certificateAnswer(pack: Pack, kindId: string): CertificateAnswer | null {
  const row = pack.certificates.find((each) => each.id === kindId);
  if (row === undefined) return null;
  const isIssued = row.class === 'issued';
  const offered = isIssued ? [] : listCertificates(pack).filter((each) => each.isIssued);
  return {
    id: row.id,
    names: row.names,
    class: row.class,
    isIssued,
    reason: row.reason,
    source: row.source,
    offered: offered.map(({ id, names }) => ({ id, names })),
  };
}
