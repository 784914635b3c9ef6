import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { PermitView, PersonPage } from '../../../shared/contract/register.ts';
import { useWords, type WordKey } from '../../language.ts';
import { useCertificateName } from '../../words/certificate-names.ts';
import { PermitSign } from './permit-sign.tsx';

interface PartProps<Row> {
  readonly name: WordKey;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: TableColumnsType<Row>;
}

/** A table under its title; nothing where there are no rows. */
function Part<Row extends object>({ name, rows, keyOf, columns }: PartProps<Row>): ReactElement | null {
  const say = useWords();
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-label={say(name)}>
      <h2>{say(name)}</h2>
      <Table<Row>
        aria-label={say(name)}
        size="small"
        rowKey={keyOf}
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
      />
    </section>
  );
}

type ResidenceRow = PersonPage['residences'][number];

/** Residence registrations: where, why, since when. */
export function ResidenceTable({ rows }: { rows: readonly ResidenceRow[] }): ReactElement | null {
  const say = useWords();
  const columns: TableColumnsType<ResidenceRow> = [
    { title: say('residence.address'), dataIndex: 'address' },
    { title: say('residence.basis'), width: '8em', render: (_, it) => say(`recordValue.basis.${it.residence.basis}`) },
    {
      title: say('residence.purpose'),
      width: '6em',
      render: (_, it) => say(`recordValue.purpose.${it.residence.purpose}`),
    },
    {
      title: say('residence.first'),
      width: '7em',
      className: 'numbers',
      render: (_, it) => it.residence.firstRegisteredOn,
    },
    {
      title: say('residence.registered'),
      width: '7em',
      className: 'numbers',
      render: (_, it) => it.residence.registeredOn,
    },
    {
      title: say('residence.ended'),
      width: '10em',
      render: (_, { residence: { endedOn, endReason } }) =>
        endedOn === null
          ? say('residence.current')
          : `${endedOn} ${endReason === null ? '' : say(`recordValue.endReason.${endReason}`)}`.trim(),
    },
  ];
  return <Part name="personPage.residences" rows={rows} keyOf={(it) => it.residence.residenceId} columns={columns} />;
}

/** Residence permits with what their dates say today. */
export function PermitTable({ rows }: { rows: readonly PermitView[] }): ReactElement | null {
  const say = useWords();
  const columns: TableColumnsType<PermitView> = [
    { title: say('permit.number'), className: 'numbers', render: (_, it) => it.permit.number },
    { title: say('permit.state'), width: '8em', render: (_, it) => <PermitSign state={it.state} /> },
    { title: say('permit.issued'), width: '7em', className: 'numbers', render: (_, it) => it.permit.issuedOn },
    { title: say('permit.covered'), width: '7em', className: 'numbers', dataIndex: 'coveredUntil' },
    {
      title: say('permit.window'),
      width: '9em',
      className: 'numbers',
      render: (_, it) => (it.state === 'ended' ? '—' : say('permit.windowFrom', { day: it.windowFrom })),
    },
    {
      title: say('permit.years'),
      width: '14em',
      className: 'numbers',
      render: (_, it) => say('permit.yearsOf', { from: it.residenceYearsFrom, years: it.fullYears }),
    },
  ];
  return <Part name="personPage.permits" rows={rows} keyOf={(it) => it.permit.permitId} columns={columns} />;
}

type PaperRow = PersonPage['papers'][number];

/** Migration papers the person stands on. */
export function PaperTable({ rows }: { rows: readonly PaperRow[] }): ReactElement | null {
  const say = useWords();
  const columns: TableColumnsType<PaperRow> = [
    { title: say('paper.kind'), width: '10em', render: (_, it) => say(`paperKind.${it.kind}`) },
    { title: say('paper.number'), width: '9em', className: 'numbers', dataIndex: 'number' },
    { title: say('paper.issued'), width: '7em', className: 'numbers', dataIndex: 'issuedOn' },
    { title: say('paper.valid'), width: '7em', className: 'numbers', dataIndex: 'validUntil' },
    { title: say('paper.way'), render: (_, it) => say('paper.wayOf', { from: it.fromAddress, to: it.toAddress }) },
    { title: say('paper.state'), width: '6em', render: (_, it) => say(`paperStatus.${it.status}`) },
  ];
  return <Part name="personPage.papers" rows={rows} keyOf={(it) => it.paperId} columns={columns} />;
}

type CertificateRow = PersonPage['certificates'][number];

/** Certificates issued about the person. */
export function CertificateTable({ rows }: { rows: readonly CertificateRow[] }): ReactElement | null {
  const say = useWords();
  const kindName = useCertificateName();
  const columns: TableColumnsType<CertificateRow> = [
    { title: say('certificate.number'), width: '10em', className: 'numbers', dataIndex: 'number' },
    { title: say('certificate.kind'), render: (_, it) => kindName(it.kind) },
    { title: say('certificate.issued'), width: '7em', className: 'numbers', dataIndex: 'issuedOn' },
    { title: say('certificate.purpose'), dataIndex: 'purpose' },
    { title: say('certificate.recipient'), dataIndex: 'recipient' },
    { title: say('certificate.state'), width: '6em', render: (_, it) => say(`certificateStatus.${it.status}`) },
  ];
  return <Part name="personPage.certificates" rows={rows} keyOf={(it) => it.certificateId} columns={columns} />;
}
