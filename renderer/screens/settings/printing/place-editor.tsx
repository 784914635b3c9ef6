import { Button, Radio, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { CalibratedForm, CalibrationRow, PrinterRow } from '../../../../shared/contract/calibration.ts';
import { type FormPlace, Sides } from '../../../../shared/domain/print-place.ts';
import { FieldRow } from '../../../fields/field-row.tsx';
import { useKey } from '../../../keys/keys.ts';
import { useBilingual, useWords } from '../../../language.ts';
import { refresh, useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { usePrinterName } from '../../../words/printer-name.ts';
import { CalibrationInForce } from './place-signs.tsx';

interface PlaceEditorProps {
  readonly form: CalibratedForm;
  readonly calibrations: readonly CalibrationRow[];
  readonly printers: readonly PrinterRow[];
  readonly onClose: () => void;
}

/** Chooses how and where one paper is printed on this computer. */
export function PlaceEditor({ form, calibrations, printers, onClose }: PlaceEditorProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const choose = useAct('printer.choose');
  const [place, setPlace] = useState<FormPlace>(form.place);
  const name = inLanguage(form.title);
  useKey('Esc', onClose);
  const save = () => {
    const onSuccess = () => {
      refresh('calibration.list', 'stock.list');
      onClose();
    };
    choose.mutate({ form: form.form, place }, { onSuccess });
  };
  return (
    <section className="card" data-part="place-editor" aria-label={say('printPlace.editing', { name })}>
      <h2>{say('printPlace.editing', { name })}</h2>
      <div className="fields">
        <FieldRow id="place-mode" label={say('printPlace.mode')} isGroup>
          <Radio.Group
            name="place-mode"
            aria-label={say('printPlace.mode')}
            value={place.mode}
            onChange={(event) => setPlace({ ...place, mode: event.target.value })}
          >
            <Radio value="full" autoFocus>
              {say('printPlace.modeLong.full')}
            </Radio>
            <Radio value="overprint">{say('printPlace.modeLong.overprint')}</Radio>
          </Radio.Group>
        </FieldRow>
        <PlaceFields place={place} printers={printers} onPlace={setPlace} />
        <FieldRow id="place-calibration" label={say('printPlace.calibration')} isGroup>
          <CalibrationInForce form={form} place={place} calibrations={calibrations} />
        </FieldRow>
      </div>
      <div className="row">
        <Button type="primary" loading={choose.isPending} onClick={save}>
          {say('printPlace.save')}
        </Button>
        <Button onClick={onClose}>{say('printPlace.leave')}</Button>
      </div>
      <FailureLine error={choose.error} />
    </section>
  );
}

interface PlaceFieldsProps {
  readonly place: FormPlace;
  readonly printers: readonly PrinterRow[];
  readonly onPlace: (place: FormPlace) => void;
}

/** Printer, tray and sides; another printer has other trays. */
function PlaceFields({ place, printers, onPlace }: PlaceFieldsProps): ReactElement {
  const say = useWords();
  const printerName = usePrinterName();
  const known = printers.find(({ printer }) => printer === place.printer);
  const names = [...new Set([place.printer, ...printers.map(({ printer }) => printer)])];
  const trays = [...new Set(['', place.tray, ...(known?.trays ?? [])])];
  const sides = known?.isDuplex ? Sides.options : Sides.options.filter((it) => it === 'one' || it === place.sides);
  return (
    <>
      <FieldRow id="place-printer" label={say('calibration.printer')}>
        <Select
          id="place-printer"
          value={place.printer}
          onChange={(printer) => onPlace({ ...place, printer, tray: '', sides: 'one' })}
          options={names.map((it) => ({ value: it, label: printerName(it) }))}
        />
      </FieldRow>
      <FieldRow id="place-tray" label={say('calibration.tray')}>
        <Select
          id="place-tray"
          value={place.tray}
          onChange={(tray) => onPlace({ ...place, tray })}
          options={trays.map((it) => ({ value: it, label: it === '' ? say('calibration.anyTray') : it }))}
        />
      </FieldRow>
      <FieldRow
        id="place-sides"
        label={say('printPlace.sides')}
        hint={known?.isDuplex ? undefined : say('printPlace.oneSideOnly')}
      >
        <Select
          id="place-sides"
          value={place.sides}
          onChange={(it) => onPlace({ ...place, sides: it })}
          options={sides.map((it) => ({ value: it, label: say(`printPlace.side.${it}`) }))}
        />
      </FieldRow>
    </>
  );
}
