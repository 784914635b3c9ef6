import { Button } from 'antd';
import { type PointerEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useWords } from '../language.ts';
import { refresh, useAct } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { Notice } from '../signs/notice.tsx';

/** The drawing in canvas pixels; wide enough for a name in characters, small enough for the record. */
const widthPx = 1000;
const heightPx = 320;
const penPx = 5;

function pointOf(canvas: HTMLCanvasElement, event: PointerEvent): { x: number; y: number } {
  const box = canvas.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * widthPx,
    y: ((event.clientY - box.top) / box.height) * heightPx,
  };
}

/** Draws with finger, pen or mouse. Returns what the canvas needs and whether anything is drawn. */
function usePen() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hasDrawn, setDrawn] = useState(false);
  const isDown = useRef(false);
  const draw = (event: PointerEvent, isStart: boolean) => {
    const board = canvas.current;
    const pen = board?.getContext('2d');
    if (board === null || pen === null || pen === undefined) return;
    const { x, y } = pointOf(board, event);
    if (isStart) {
      pen.lineWidth = penPx;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.beginPath();
      pen.moveTo(x, y);
    }
    pen.lineTo(x, y);
    pen.stroke();
    setDrawn(true);
  };
  return {
    canvas,
    hasDrawn,
    clear: () => {
      canvas.current?.getContext('2d')?.clearRect(0, 0, widthPx, heightPx);
      setDrawn(false);
    },
    onPointerDown: (event: PointerEvent) => {
      isDown.current = true;
      canvas.current?.setPointerCapture(event.pointerId);
      draw(event, true);
    },
    onPointerMove: (event: PointerEvent) => {
      if (isDown.current) draw(event, false);
    },
    onPointerUp: () => {
      isDown.current = false;
    },
  };
}

/** The box to sign: the drawing is bound to exactly the content on this screen. */
export function SignBox({ caseId, contentHash }: { caseId: string; contentHash: string }): ReactElement {
  const say = useWords();
  const pen = usePen();
  const sign = useAct('applicant.sign');
  const [isEmpty, setEmpty] = useState(false);
  // The clerk asks for it after the content was read; on a small screen the box would be below the fold.
  useEffect(() => pen.canvas.current?.closest('section')?.scrollIntoView({ block: 'end' }), [pen.canvas]);
  const send = () => {
    setEmpty(!pen.hasDrawn);
    const png = pen.canvas.current?.toDataURL('image/png');
    if (!pen.hasDrawn || png === undefined) return;
    sign.mutate({ caseId, contentHash, png }, { onSettled: () => refresh('applicant.view') });
  };
  return (
    <section className="sign-box" aria-label={say('applicantWindow.signHere')}>
      <h2>{say('applicantWindow.signHere')}</h2>
      <canvas
        ref={pen.canvas}
        width={widthPx}
        height={heightPx}
        aria-label={say('applicantWindow.signHere')}
        onPointerDown={pen.onPointerDown}
        onPointerMove={pen.onPointerMove}
        onPointerUp={pen.onPointerUp}
        onPointerCancel={pen.onPointerUp}
      />
      {isEmpty ? <Notice tone="wrong">{say('applicantWindow.emptySignature')}</Notice> : null}
      <FailureLine error={sign.error} />
      <div className="row">
        <Button size="large" type="primary" loading={sign.isPending} onClick={send}>
          {say('applicantWindow.confirmSignature')}
        </Button>
        <Button size="large" onClick={pen.clear}>
          {say('applicantWindow.signAgain')}
        </Button>
      </div>
    </section>
  );
}
