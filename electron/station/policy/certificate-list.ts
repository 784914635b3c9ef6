import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { CertificateRow } from '../../../shared/contract/policy.ts';
import { certificateAnswer, listCertificates } from '../../../shared/policy/certificates.ts';
import { sourceWords } from '../../../shared/policy/source-words.ts';
import type { Program } from '../program.ts';

/** What is answered to whoever asks for a certificate, kind by kind, by the pack in force. */
export function certificateList({ packs }: Program): Answer<CertificateRow[]> {
  const pack = packs.inForce();
  const answers = listCertificates(pack).flatMap(({ id }) => certificateAnswer(pack, id) ?? []);
  return done(
    answers.map(({ id, names, class: kind, isIssued, reason, source }) => ({
      id,
      names,
      class: kind,
      isIssued,
      reason,
      basis: sourceWords(pack, source),
    })),
  );
}
