import { type ReactElement, useState } from 'react';
import type { CalibratedForm, CalibrationPlace, CalibrationRow } from '../../../../shared/contract/calibration.ts';
import { crossesOf } from '../../../../shared/domain/test-sheet.ts';
import { useWords } from '../../../language.ts';
import { useCall } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { FitPanel } from './fit-panel.tsx';
import { KeptPanel } from './kept-panel.tsx';
import { PlacePicker } from './place-picker.tsx';
import { ReadingTable } from './reading-table.tsx';
import { fieldName, readingsOf, type Typed } from './readings.ts';
import { SheetPanel } from './sheet-panel.tsx';

/** The form that is overprinted by the settings, else the first: whoever comes here has stock to print on. */
function firstPlace(forms: readonly CalibratedForm[]): CalibrationPlace | null {
  const form = forms.find(({ place }) => place.mode === 'overprint') ?? forms[0];
  if (form === undefined) return null;
  const { printer, tray } = form.place;
  return { form: form.form, version: form.version, printer, tray };
}

function isSame(a: CalibrationPlace, b: CalibrationPlace): boolean {
  return a.form === b.form && a.version === b.version && a.printer === b.printer && a.tray === b.tray;
}

/** 套打校准: print the test sheet, type what the ruler shows, see what it comes to, keep it, nudge it. */
export function CalibrationScreen(): ReactElement {
  const say = useWords();
  const list = useCall('calibration.list', {});
  const printers = useCall('printer.list', {});
  const [picked, setPicked] = useState<CalibrationPlace | null>(null);
  const { forms = [], calibrations = [] } = list.data ?? {};
  const place = picked ?? firstPlace(forms);
  const form = forms.find((it) => it.form === place?.form);
  return (
    <section className="sheet" aria-labelledby="calibration-title">
      <h1 id="calibration-title">{say('calibration.title')}</h1>
      <p className="quiet">{say('calibration.lead')}</p>
      <FailureLine error={list.error ?? printers.error} />
      {place === null || form === undefined ? null : (
        <>
          <section className="card" data-part="calibration-place" aria-label={say('calibration.place')}>
            <PlacePicker forms={forms} printers={printers.data ?? []} place={place} onPick={setPicked} />
          </section>
          <Measuring
            key={Object.values(place).join(' ')}
            place={place}
            form={form}
            kept={calibrations.find((it) => isSame(it, place)) ?? null}
          />
        </>
      )}
    </section>
  );
}

interface MeasuringProps {
  readonly place: CalibrationPlace;
  readonly form: CalibratedForm;
  readonly kept: CalibrationRow | null;
}

function Measuring({ place, form, kept }: MeasuringProps): ReactElement {
  const say = useWords();
  const [typed, setTyped] = useState<Typed>({});
  const [isContinuous, setContinuous] = useState(false);
  const page = { widthMm: form.widthMm, heightMm: form.heightMm };
  const crosses = crossesOf(page);
  const readings = readingsOf(crosses, typed, isContinuous);
  const fit = useCall('calibration.fit', { form: form.form, version: form.version, readings }, { keepsPrevious: true });
  const suspect = fit.data?.suspect;
  return (
    <>
      <SheetPanel place={place} isKept={kept !== null} isContinuous={isContinuous} onContinuous={setContinuous} />
      <div className="calibration-work">
        <section className="card" data-part="calibration-readings" aria-label={say('calibration.readings')}>
          <h2>{say('calibration.readings')}</h2>
          <p className="quiet">{say('calibration.readingsHint')}</p>
          <ReadingTable
            crosses={crosses}
            typed={typed}
            isContinuous={isContinuous}
            suspect={suspect ? fieldName(suspect.sheet, suspect.cross, suspect.axis) : null}
            onType={(name, text) => setTyped((before) => ({ ...before, [name]: text }))}
          />
        </section>
        <section className="card" data-part="calibration-result" aria-label={say('calibration.result')}>
          <h2>{say('calibration.result')}</h2>
          <FailureLine error={fit.error} />
          {fit.data ? (
            <FitPanel place={place} page={page} crosses={crosses} readings={readings} fit={fit.data} />
          ) : (
            <p className="quiet">{say('calibration.waiting')}</p>
          )}
        </section>
      </div>
      <KeptPanel place={place} kept={kept} />
    </>
  );
}
