import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { calibrationSheetId, sheetForPage } from '../print/calibration-sheet.ts';
import { findForm, findFormVersion } from '../print/load-forms.ts';
import { renderForm } from '../print/render-form.ts';
import type { Calling, Program } from '../program.ts';
import { findCalibration } from '../store/calibrations.ts';

/** The test sheet for the page of a form, as many sheets as one run takes. */
export async function testSheetPdf(
  program: Program,
  calling: Calling,
  { place, sheets, isCalibrated }: ParsedInputOf<'calibration.sheetPdf'>,
): Promise<Answer<OutputOf<'calibration.sheetPdf'>>> {
  const { printer, tray, form: id, version } = place;
  calling.subject = `${id}@${version}`;
  calling.details = { printer, tray, sheets, isCalibrated };
  const measured = findFormVersion(program.forms, id, version);
  const sheet = findForm(program.forms, calibrationSheetId, program.today());
  if (!measured || !sheet) return fail('NOT_FOUND');
  const input = {
    printer,
    tray: tray || '自动',
    form: `${measured.name.zh}（第 ${version} 版）`,
    state: isCalibrated ? '校准后（复核）' : '校准前',
    printedAt: program.now(),
  };
  const calibration = isCalibrated ? findCalibration(program.database, place)?.calibration : undefined;
  const rendered = await renderForm(sheetForPage(sheet, measured.page), input, {
    fonts: await program.fonts(),
    mode: 'full',
    documentInfo: { author: program.stationName, createdAt: program.now() },
    copies: Array.from({ length: sheets }, (_, index) => `第 ${index + 1} 张`),
    ...(calibration && { calibration }),
  });
  if (!rendered.ok) return rendered;
  return done({ pdf: rendered.value.pdf, fileName: `calibration-${id}.pdf`, place: { printer, tray, sides: 'one' } });
}
