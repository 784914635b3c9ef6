import { PrinterOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import type { CalibrationPlace } from '../../../../shared/contract/calibration.ts';
import { PrinterLine } from '../../../documents/printer-line.tsx';
import { useWords } from '../../../language.ts';
import { useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { continuousSheets } from './readings.ts';

interface SheetPanelProps {
  readonly place: CalibrationPlace;
  readonly isKept: boolean;
  readonly isContinuous: boolean;
  readonly onContinuous: (isContinuous: boolean) => void;
}

/** Prints the sheet to measure, or the one that checks what was kept. */
export function SheetPanel({ place, isKept, isContinuous, onContinuous }: SheetPanelProps): ReactElement {
  const say = useWords();
  const print = useAct('calibration.sheetPrint');
  const sheets = isContinuous ? continuousSheets : 1;
  return (
    <section className="card" data-part="calibration-sheet" aria-label={say('calibration.sheet')}>
      <h2>{say('calibration.sheet')}</h2>
      <p className="quiet">{say('calibration.sheetHint')}</p>
      <Checkbox checked={isContinuous} onChange={(event) => onContinuous(event.target.checked)}>
        {say('calibration.continuous', { count: continuousSheets })}
      </Checkbox>
      <div className="row">
        <Button
          icon={<PrinterOutlined aria-hidden />}
          loading={print.isPending}
          onClick={() => print.mutate({ place, sheets, isCalibrated: false })}
        >
          {say('calibration.printSheet')}
        </Button>
        {isKept ? (
          <Button
            icon={<PrinterOutlined aria-hidden />}
            loading={print.isPending}
            onClick={() => print.mutate({ place, sheets, isCalibrated: true })}
          >
            {say('calibration.printCheck')}
          </Button>
        ) : null}
      </div>
      <FailureLine error={print.error} />
      <PrinterLine printer={print.data?.printer ?? null} />
    </section>
  );
}
