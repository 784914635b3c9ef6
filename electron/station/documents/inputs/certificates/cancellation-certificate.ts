import { formatZh } from '../../../../../shared/domain/plain-date.ts';
import { materialsAtHand, orNothing } from '../paper.ts';
import { certificate } from './certificate.ts';

/** 注销户口证明: day and reason as the register has them (N21 §34), and the papers the case rests on. */
export const cancellationCertificate = certificate(({ paper, person, record }) => {
  const { status, endedOn, hukouAddress } = person;
  if (endedOn === null || (status !== 'dead' && status !== 'cancelled' && status !== 'moved-out')) return null;
  const reason = status === 'moved-out' ? '户口迁出' : (person.endReason ?? '注销');
  const basis = record
    ? ''
    : materialsAtHand(paper)
        .map(({ name }) => name)
        .join('、');
  return {
    summary: `因${reason}，户口于${formatZh(endedOn)}注销`,
    purpose: '证明户口已经注销',
    fields: {
      cancellation: {
        reason,
        cancelledOn: endedOn,
        basis: orNothing(basis),
        destination: status === 'moved-out' ? orNothing(hukouAddress) : undefined,
      },
    },
  };
});
