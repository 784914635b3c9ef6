import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { GuideRow, ProcedureGuide } from '../../../shared/contract/policy.ts';
import { guideOf } from '../../../shared/policy/guide/guide-of.ts';
import { stationInFull } from '../documents/inputs/authority.ts';
import { statusAfter } from '../documents/inputs/entitlement-notice.ts';
import { guideInput } from '../documents/inputs/guide.ts';
import { stationPhone } from '../documents/inputs/paper.ts';
import { sheetPlaceOf } from '../documents/print-options.ts';
import { inCatalogueOrder } from '../lookups/procedures.ts';
import { findForm } from '../print/load-forms.ts';
import { renderForm } from '../print/render-form.ts';
import type { Calling, Program } from '../program.ts';

/** Every procedure of the pack in force, in the order of the national catalogue. */
export function listGuides({ packs }: Program): Answer<GuideRow[]> {
  const procedures = [...packs.inForce().procedures.values()];
  const rows = procedures.map(({ id, names, catalogue, effect }) => ({
    procedure: id,
    names,
    catalogue,
    givesRights: effect in statusAfter,
  }));
  return done(inCatalogueOrder(rows));
}

/** The public guide of a procedure by the pack in force; NOT_FOUND otherwise. */
export function viewGuide(
  { packs }: Program,
  _calling: Calling,
  input: ParsedInputOf<'policy.guide'>,
): Answer<ProcedureGuide> {
  const guide = guideOf(packs.inForce(), input.procedure);
  return guide ? done(guide) : fail('NOT_FOUND');
}

/** 办事指南 as PDF, with this station as the place to go to. */
export async function guidePdf(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'policy.guidePdf'>,
): Promise<Answer<OutputOf<'policy.guidePdf'>>> {
  calling.subject = input.procedure;
  const pack = program.packs.inForce();
  const guide = guideOf(pack, input.procedure);
  const form = findForm(program.forms, 'guide', program.today());
  if (!guide || !form) return fail('NOT_FOUND');
  const place = { station: stationInFull(program), phone: stationPhone, printedOn: program.today() };
  const rendered = await renderForm(form, guideInput(pack, guide, place), {
    fonts: await program.fonts(),
    mode: 'full',
    documentInfo: { author: program.stationName, createdAt: program.now() },
  });
  if (!rendered.ok) return rendered;
  const fileName = `guide-${input.procedure}-${program.today()}.pdf`;
  return done({ pdf: rendered.value.pdf, fileName, place: sheetPlaceOf(program, form.id) });
}
