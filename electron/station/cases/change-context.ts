import { uuidv7 } from 'uuidv7';
import { householdSerialMax, makeHouseholdNumber } from '../../../shared/domain/household-number.ts';
import type { ChangeContext, ChangeSettings } from '../../../shared/register/workbench.ts';
import type { Program } from '../program.ts';
import { takeSerial } from '../sync/leases.ts';

type NumberKind = Parameters<ChangeContext['takeNumber']>[0];

/**
 * `2204032026000123`: first six characters of the station code, year, serial of six. Papers, certificates and permits share the serials of
 * their county, so that no number is ever given twice in the city.
 */
function paperNumber(stationCode: string, today: string, serial: number): string {
  return `${stationCode.slice(0, 6)}${today.slice(0, 4)}${String(serial).padStart(6, '0')}`;
}

function numberOf({ stationCode, today }: Program, kind: NumberKind, serial: number): string {
  return kind === 'household' ? makeHouseholdNumber(stationCode, serial) : paperNumber(stationCode, today(), serial);
}

function contextOf(program: Program, settings: ChangeSettings, takeNumber: ChangeContext['takeNumber']): ChangeContext {
  return { stationCode: program.stationCode, today: program.today(), newId: uuidv7, takeNumber, settings };
}

/** For registering, with the figures of the case's pack: numbers come from the leased blocks, inside the caller's transaction. */
export function realContext(program: Program, figures: ChangeSettings): ChangeContext {
  return contextOf(program, figures, (kind) => {
    const serial = takeSerial(program.database, kind === 'household' ? 'household-number' : 'paper-number');
    return serial === null ? null : numberOf(program, kind, serial);
  });
}

/** For looking at what a change would do: numbers are made up from the end of the serials, and none is used up. */
export function dryContext(program: Program, figures: ChangeSettings): ChangeContext {
  let serial = householdSerialMax + 1;
  return contextOf(program, figures, (kind) => {
    serial -= 1;
    return numberOf(program, kind, serial);
  });
}
