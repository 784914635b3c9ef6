import type { ReactElement } from 'react';
import type { HistoryEntry } from '../../shared/contract/register.ts';
import { useWords } from '../language.ts';
import { moment } from '../signs/moments.ts';
import { Notice } from '../signs/notice.tsx';

/** What the registry did not take, and how it was settled; or which conflict the entry settles. Nothing for every other entry. */
export function RefusalLine({ entry }: { entry: HistoryEntry }): ReactElement | null {
  const say = useWords();
  const { refusal, settles } = entry;
  const because = refusal && say(`conflictBecause.${refusal.because}`);
  const settlement = refusal?.settlement ?? null;
  return (
    <>
      {settles === null ? null : <p>{say('refusal.settles', { choice: say(`conflictChoice.${settles.choice}`) })}</p>}
      {because === null ? null : (
        <Notice tone={settlement === null ? 'wrong' : 'due'}>
          {settlement === null
            ? say('refusal.waits', { because })
            : say('refusal.settled', {
                because,
                at: moment(settlement.at),
                who: settlement.operator,
                choice: say(`conflictChoice.${settlement.choice}`),
                reason: settlement.reason,
              })}
        </Notice>
      )}
    </>
  );
}
