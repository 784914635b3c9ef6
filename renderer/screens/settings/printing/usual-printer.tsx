import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { PrinterRow } from '../../../../shared/contract/calibration.ts';
import { FieldRow } from '../../../fields/field-row.tsx';
import { useMayCall } from '../../../frame/session.ts';
import { useWords } from '../../../language.ts';
import { refresh, useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { Notice } from '../../../signs/notice.tsx';
import { usePrinterName } from '../../../words/printer-name.ts';

interface UsualPrinterProps {
  readonly usualPrinter: string;
  readonly printers: readonly PrinterRow[];
}

/** Where everything is printed that has no place of its own. Choosing is keeping. */
export function UsualPrinter({ usualPrinter, printers }: UsualPrinterProps): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const printerName = usePrinterName();
  const choose = useAct('printer.chooseUsual');
  const names = [...new Set([usualPrinter, ...printers.map(({ printer }) => printer)])];
  const run = (printer: string) => choose.mutate({ printer }, { onSuccess: () => refresh('calibration.list') });
  return (
    <section className="card" data-part="usual-printer" aria-label={say('printPlace.usual')}>
      <h2>{say('printPlace.usual')}</h2>
      <p className="quiet">{say('printPlace.usualLead')}</p>
      <div className="fields">
        <FieldRow id="usual-printer" label={say('calibration.printer')}>
          <Select
            id="usual-printer"
            disabled={!may('printer.chooseUsual')}
            loading={choose.isPending}
            value={usualPrinter}
            onChange={run}
            options={names.map((name) => ({ value: name, label: printerName(name) }))}
          />
        </FieldRow>
      </div>
      <FailureLine error={choose.error} />
      {choose.isSuccess ? <Notice tone="good">{say('printPlace.kept')}</Notice> : null}
    </section>
  );
}
