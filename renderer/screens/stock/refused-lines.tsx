import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { RefusedStock } from '../../../shared/contract/stock.ts';
import { useMayCall } from '../../frame/session.ts';
import { useWords } from '../../language.ts';
import { refresh, useAct } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';

const acts = ['take-in', 'reserve', 'use', 'spoil', 'release'] as const;
const isAct = (text: string): text is (typeof acts)[number] => acts.some((act) => act === text);

/** What the registry did not take of the stock, with the way back. */
export function RefusedLines({ refused }: { refused: readonly RefusedStock[] }): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const giveUp = useAct('stock.giveUp');
  const wordsOf = ({ act, firstNumber: first, lastNumber: last, reason }: RefusedStock) =>
    say('stock.refusedOne', {
      act: isAct(act) ? say(`stockAct.${act}`) : act,
      first,
      last,
      why: say(reason === 'number-taken' ? 'stock.refusedNumber' : 'stock.refusedOther'),
    });
  return (
    <>
      {refused.map((line) => (
        <Notice
          key={line.eventId}
          tone="wrong"
          action={
            may('stock.giveUp') ? (
              <Button
                loading={giveUp.isPending}
                onClick={() =>
                  giveUp.mutate({ eventId: line.eventId }, { onSuccess: () => refresh('stock.list', 'sync.outbox') })
                }
              >
                {say('stock.giveUp')}
              </Button>
            ) : null
          }
        >
          {wordsOf(line)}
        </Notice>
      ))}
      <FailureLine error={giveUp.error} />
    </>
  );
}
