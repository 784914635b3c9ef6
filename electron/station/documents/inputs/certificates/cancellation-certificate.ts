import { formatZh } from '../../../../../shared/domain/plain-date.ts';
import type { Person } from '../../../../../shared/domain/records.ts';
import { materialsAtHand, orNothing } from '../paper.ts';
import { lastPlaceOf } from '../person-words.ts';
import { certificate } from './certificate.ts';

/** A death has a day of its own before that of the cancellation. */
function reasonOf({ status, endedOn, endReason }: Person): string {
  if (status === 'moved-out') return '户口迁出';
  if (status === 'dead' && endedOn !== null) return `${formatZh(endedOn)}${endReason ?? '死亡'}`;
  return endReason ?? '注销';
}

/** 注销户口证明: the day the end was registered and why (N21 §34), and the papers the case rests on. */
export const cancellationCertificate = certificate(({ paper, person, record }) => {
  const { status, endedOn, hukouAddress } = person;
  if (endedOn === null || (status !== 'dead' && status !== 'cancelled' && status !== 'moved-out')) return null;
  const reason = reasonOf(person);
  const cancelledOn = lastPlaceOf(paper.program.database, person.personId)?.membership.untilOn ?? endedOn;
  const basis = record
    ? ''
    : materialsAtHand(paper)
        .map(({ name }) => name)
        .join('、');
  return {
    summary: `因${reason}，户口于${formatZh(cancelledOn)}注销`,
    purpose: '证明户口已经注销',
    fields: {
      cancellation: {
        reason,
        cancelledOn,
        basis: orNothing(basis),
        destination: status === 'moved-out' ? orNothing(hukouAddress) : undefined,
      },
    },
  };
});
