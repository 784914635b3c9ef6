import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { SettlementReport } from '../../../shared/contract/report.ts';
import { stationInFull } from '../documents/inputs/authority.ts';
import { sheetPlaceOf } from '../documents/print-options.ts';
import { findForm } from '../print/load-forms.ts';
import { renderForm } from '../print/render-form.ts';
import type { Calling, Program } from '../program.ts';
import { countQueue } from '../store/cases.ts';
import { settlementReport } from './settlement-report.ts';

type Count = SettlementReport['byRoute'][number];

function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
}

const rowOf = (report: SettlementReport) => (count: Count) => ({
  name: count.label.zh,
  cases: count.cases,
  persons: count.persons,
  ruralPersons: count.ruralPersons,
  share: share(count.persons, report.persons),
});

function inputOf(program: Program, calling: Calling, report: SettlementReport) {
  const procedure = report.procedure
    ? (program.packs.inForce().procedures.get(report.procedure)?.names.zh ?? report.procedure)
    : '全部落户途径';
  const talents = report.byRoute.find(({ key }) => key === 'settle.talent')?.persons ?? 0;
  const pending = (['to-approve', 'to-register', 'unconfirmed'] as const).map((queue) =>
    countQueue(program.database, queue, ''),
  );
  return {
    station: stationInFull(program),
    periodFrom: report.from,
    periodTo: report.until,
    filters: `落户途径：${procedure}；按登记日期统计；含待人口库确认 ${report.provisional} 件`,
    generatedAt: program.now(),
    totals: {
      cases: report.cases,
      households: report.households,
      persons: report.persons,
      ruralPersons: report.ruralPersons,
      talents,
      pending: pending.reduce((sum, count) => sum + count, 0),
    },
    byRoute: report.byRoute.map(rowOf(report)),
    byOrigin: report.byOrigin.map(rowOf(report)),
    byDay: report.byDay.map(({ key, cases, persons, ruralPersons }) => ({ day: key, cases, persons, ruralPersons })),
    preparedBy: calling.operator.name,
    reportedOn: program.today(),
  };
}

/** The report of settlementReport as PDF, with the period and filters printed on it. */
export async function settlementPdf(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'report.settlement'>,
): Promise<Answer<OutputOf<'report.settlementPdf'>>> {
  const report = settlementReport(program, calling, input);
  if (!report.ok) return report;
  const form = findForm(program.forms, 'settlement-report', program.today());
  if (!form) return fail('NOT_FOUND');
  const documentInfo = { author: program.stationName, createdAt: program.now() };
  const rendered = await renderForm(form, inputOf(program, calling, report.value), {
    fonts: await program.fonts(),
    mode: 'full',
    documentInfo,
  });
  if (!rendered.ok) return rendered;
  const fileName = `settlement-report-${input.from}-${input.until}.pdf`;
  return done({ pdf: rendered.value.pdf, fileName, place: sheetPlaceOf(program, form.id) });
}
