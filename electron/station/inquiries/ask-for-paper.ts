import type { Draft } from '../../../shared/contract/draft.ts';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { PaperAsk } from '../../../shared/contract/registry-inquiry.ts';
import { type MigrationPaper, migrationPaperLimit } from '../../../shared/domain/paper-records.ts';
import { parseDay } from '../../../shared/domain/plain-date.ts';
import { CitizenId } from '../../../shared/domain/records.ts';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import { packOfCase } from '../cases/case-pack.ts';
import { listConcerned } from '../cases/concerned.ts';
import { pageOf } from '../cases/procedure-page.ts';
import type { OpenCase } from '../cases/read-draft.ts';
import type { Program } from '../program.ts';
import { findAddress, findStationArea } from '../store/addresses.ts';
import type { Asking } from './ask.ts';
import { provableStates } from './ask-for-verification.ts';

type PaperKind = MigrationPaper['kind'];

/** How the fields of a page that name a paper begin. */
const fieldsOf: Readonly<Record<PaperKind, string>> = {
  'move-in-permit': 'permit',
  'migration-certificate': 'certificate',
};

const textOf = (draft: Draft, key: string): string => {
  const value = draft.fields[key];
  return typeof value === 'string' ? value.trim() : '';
};

/** The year printed on the paper: of its day of issue, or inside its number; this year where neither says. */
function yearOf(issuedOn: string, number: string, today: string): number {
  const inNumber = /[-〔[(（](\d{4})[-〕\])）]/.exec(number)?.[1];
  return Number((parseDay(issuedOn) ?? inNumber ?? today).slice(0, 4));
}

/** A permit is issued where the move leads to, a certificate where it comes from (N21 §43). */
function divisionOf(program: Program, procedure: Procedure, draft: Draft, kind: PaperKind): string {
  if (kind === 'migration-certificate') return draft.people[0]?.hukouDivision ?? '';
  const elsewhere = pageOf(procedure).fields.find((field) => field.kind === 'division')?.key;
  if (procedure.effect === 'move-out' && elsewhere !== undefined) return textOf(draft, elsewhere);
  const target = findAddress(program.database, draft.target.addressId)?.data;
  return (target ?? findStationArea(program.database, program.stationCode))?.division ?? '';
}

/** The persons of the case; of a family that needs more than one paper only the first, who stands on the one whose number is entered. */
function holdersOf(program: Program, procedure: Procedure, draft: Draft): string[] {
  const named = [...draft.people, ...listConcerned(program.database, procedure, draft)].map(
    ({ citizenId }) => citizenId,
  );
  const whole = [...new Set(named.filter((citizenId) => CitizenId.safeParse(citizenId).success))];
  return whole.length > migrationPaperLimit ? whole.slice(0, 1) : whole;
}

/**
 * Whether the migration paper whose number is entered stands, as the registry of its place says. INQUIRY_INCOMPLETE while number, place or
 * persons are not entered; CASE_STATE where the procedure asks for no such paper.
 */
export function askForPaper(program: Program, { stored, draft }: OpenCase, paperKind: PaperKind): Answer<Asking> {
  if (!provableStates.includes(stored.state)) return fail('CASE_STATE');
  const pack = packOfCase(program, stored);
  if (!pack.ok) return pack;
  const procedure = pack.value.procedures.get(draft.procedure);
  if (!procedure) return fail('CASE_STATE');
  const prefix = fieldsOf[paperKind];
  const number = textOf(draft, `${prefix}Number`);
  const ask = PaperAsk.safeParse({
    kind: 'paper',
    paperKind,
    printYear: yearOf(textOf(draft, `${prefix}On`), number, program.today()),
    number,
    holders: holdersOf(program, procedure, draft),
    division: divisionOf(program, procedure, draft, paperKind),
  });
  return ask.success ? done({ ask: ask.data, materialId: paperKind }) : fail('INQUIRY_INCOMPLETE');
}
