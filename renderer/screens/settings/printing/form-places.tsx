import { Button, Select, Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { CalibratedForm, CalibrationRow, PrinterRow } from '../../../../shared/contract/calibration.ts';
import { useMayCall } from '../../../frame/session.ts';
import { useBilingual, useWords } from '../../../language.ts';
import { refresh, useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { usePrinterName } from '../../../words/printer-name.ts';
import { CalibrationInForce, PlaceWarning } from './place-signs.tsx';

interface FormPlacesProps {
  readonly forms: readonly CalibratedForm[];
  readonly calibrations: readonly CalibrationRow[];
  readonly printers: readonly PrinterRow[];
  readonly onEdit: (form: string) => void;
}

/** The papers with a place of their own, how they are printed there, and the way to give another paper one. */
export function FormPlaces({ forms, calibrations, printers, onEdit }: FormPlacesProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const may = useMayCall();
  const isChooser = may('printer.choose');
  const own = forms.filter(({ placedBy }) => placedBy !== 'nobody');
  const others = forms.filter(({ placedBy }) => placedBy === 'nobody');
  return (
    <section className="card" data-part="form-places" aria-label={say('printPlace.forms')}>
      <h2>{say('printPlace.forms')}</h2>
      <p className="quiet">{say('printPlace.formsLead')}</p>
      {own.length === 0 ? (
        <p>{say('printPlace.noForms')}</p>
      ) : (
        <PlaceTable rows={own} calibrations={calibrations} printers={printers} onEdit={onEdit} />
      )}
      {isChooser ? (
        <div className="calibration-place">
          <label htmlFor="add-form-place">{say('printPlace.add')}</label>
          <Select
            id="add-form-place"
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            placeholder={say('printPlace.addHint')}
            onChange={(form: string | null) => form !== null && onEdit(form)}
            options={others.map(({ form, title }) => ({ value: form, label: inLanguage(title) }))}
          />
        </div>
      ) : null}
    </section>
  );
}

type PlaceTableProps = Omit<FormPlacesProps, 'forms'> & { readonly rows: readonly CalibratedForm[] };

function PlaceTable({ rows, calibrations, printers, onEdit }: PlaceTableProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const printerName = usePrinterName();
  const columns: TableColumnsType<CalibratedForm> = [
    { title: say('calibration.form'), render: (_, { title }) => inLanguage(title) },
    { title: say('printPlace.mode'), width: '6em', render: (_, { place }) => say(`printPlace.modes.${place.mode}`) },
    {
      title: say('calibration.printer'),
      render: (_, { place }) => (
        <>
          {printerName(place.printer)} <PlaceWarning place={place} printers={printers} />
        </>
      ),
    },
    {
      title: say('calibration.tray'),
      width: '8em',
      render: (_, { place }) => place.tray || say('calibration.anyTray'),
    },
    { title: say('printPlace.sides'), width: '8em', render: (_, { place }) => say(`printPlace.side.${place.sides}`) },
    {
      title: say('printPlace.calibration'),
      width: '12em',
      render: (_, form) => <CalibrationInForce form={form} place={form.place} calibrations={calibrations} />,
    },
    { title: say('list.action'), width: '13em', render: (_, form) => <PlaceActions form={form} onEdit={onEdit} /> },
  ];
  return (
    <Table<CalibratedForm>
      aria-label={say('printPlace.forms')}
      size="small"
      rowKey="form"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
    />
  );
}

function PlaceActions({ form, onEdit }: { form: CalibratedForm; onEdit: (form: string) => void }): ReactElement | null {
  const say = useWords();
  const inLanguage = useBilingual();
  const may = useMayCall();
  const choose = useAct('printer.choose');
  if (!may('printer.choose')) return null;
  const name = inLanguage(form.title);
  const forget = () =>
    choose.mutate({ form: form.form, place: null }, { onSuccess: () => refresh('calibration.list', 'stock.list') });
  return (
    <div className="row">
      <Button aria-label={say('printPlace.changeWhat', { name })} onClick={() => onEdit(form.form)}>
        {say('printPlace.change')}
      </Button>
      {form.placedBy === 'window' ? (
        <Button aria-label={say('printPlace.forgetWhat', { name })} loading={choose.isPending} onClick={forget}>
          {say('printPlace.forget')}
        </Button>
      ) : null}
      <FailureLine error={choose.error} />
    </div>
  );
}
