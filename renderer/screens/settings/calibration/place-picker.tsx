import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { CalibratedForm, CalibrationPlace, PrinterRow } from '../../../../shared/contract/calibration.ts';
import { useBilingual, useWords } from '../../../language.ts';
import { usePrinterName } from '../../../words/printer-name.ts';

interface PlacePickerProps {
  readonly forms: readonly CalibratedForm[];
  readonly printers: readonly PrinterRow[];
  readonly place: CalibrationPlace;
  readonly onPick: (place: CalibrationPlace) => void;
}

/** Printer, tray and form. A form brings the printer and tray along that the settings name for it. */
export function PlacePicker({ forms, printers, place, onPick }: PlacePickerProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const printerName = usePrinterName();
  const form = forms.find((it) => it.form === place.form);
  const names = [...new Set([place.printer, ...printers.map(({ printer }) => printer)])];
  const trays = [...new Set(['', place.tray, ...(printers.find((it) => it.printer === place.printer)?.trays ?? [])])];
  const pickForm = (id: string) => {
    const picked = forms.find((it) => it.form === id);
    if (picked === undefined) return;
    const { printer, tray } = picked.place;
    onPick({ form: id, version: picked.version, printer, tray });
  };
  return (
    <div className="calibration-place">
      <label htmlFor="calibration-form">{say('calibration.form')}</label>
      <Select
        id="calibration-form"
        showSearch={{ optionFilterProp: 'label' }}
        value={place.form}
        onChange={pickForm}
        options={forms.map((it) => ({
          value: it.form,
          label: say('calibration.formOf', {
            name: inLanguage(it.title),
            version: it.version,
            width: it.widthMm,
            height: it.heightMm,
          }),
        }))}
      />
      <label htmlFor="calibration-printer">{say('calibration.printer')}</label>
      <Select
        id="calibration-printer"
        value={place.printer}
        onChange={(printer) => onPick({ ...place, printer, tray: '' })}
        options={names.map((name) => ({ value: name, label: printerName(name) }))}
      />
      <label htmlFor="calibration-tray">{say('calibration.tray')}</label>
      <Select
        id="calibration-tray"
        value={place.tray}
        onChange={(tray) => onPick({ ...place, tray })}
        options={trays.map((tray) => ({ value: tray, label: tray === '' ? say('calibration.anyTray') : tray }))}
      />
      {form === undefined ? null : <PlaceHint place={place} form={form} />}
    </div>
  );
}

function PlaceHint({ place, form }: { place: CalibrationPlace; form: CalibratedForm }): ReactElement {
  const say = useWords();
  const printerName = usePrinterName();
  const { printer, tray, mode } = form.place;
  const isThere = printer === place.printer && tray === place.tray;
  const there = [printerName(printer), tray].filter(Boolean).join(' ');
  return (
    <p className="quiet">
      {mode === 'overprint' && !isThere
        ? say('calibration.elsewhere', { printer: there })
        : say(`calibration.mode.${mode}`)}
    </p>
  );
}
