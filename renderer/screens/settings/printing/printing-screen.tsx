import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useMayCall } from '../../../frame/session.ts';
import { useWords } from '../../../language.ts';
import { useCall } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { FormPlaces } from './form-places.tsx';
import { PlaceEditor } from './place-editor.tsx';
import { UsualPrinter } from './usual-printer.tsx';

/** 打印设置: the usual printer of this computer, and the papers that go elsewhere or onto stock. */
export function PrintingScreen(): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const list = useCall('calibration.list', {});
  const printers = useCall('printer.list', {});
  const [edited, setEdited] = useState<string | null>(null);
  const { forms = [], calibrations = [], usualPrinter } = list.data ?? {};
  const form = forms.find((it) => it.form === edited);
  const rows = printers.data ?? [];
  return (
    <section className="sheet" aria-labelledby="printing-title">
      <h1 id="printing-title">{say('printPlace.title')}</h1>
      <p className="quiet">{say('printPlace.lead')}</p>
      {may('printer.choose') ? null : <p className="quiet">{say('printPlace.whoChooses')}</p>}
      <FailureLine error={list.error ?? printers.error} />
      {usualPrinter === undefined ? null : <UsualPrinter usualPrinter={usualPrinter} printers={rows} />}
      <FormPlaces forms={forms} calibrations={calibrations} printers={rows} onEdit={setEdited} />
      {form === undefined ? null : (
        <PlaceEditor
          key={form.form}
          form={form}
          calibrations={calibrations}
          printers={rows}
          onClose={() => setEdited(null)}
        />
      )}
      <p className="after-cards">
        <Link to="/settings/calibration">{say('calibration.open')}</Link>
      </p>
    </section>
  );
}
