import type { StationState } from '../../../shared/contract/session.ts';
import { practiceOperators } from '../practice.ts';
import type { Program } from '../program.ts';

/** Minutes without a key until the window locks itself (GB/T 22239-2019 8.1.4.1 asks for a limit; ten is our default). */
const idleLockMs = 10 * 60_000;

/** What the top line and the login screen show. */
export function stationState(program: Program): StationState {
  return {
    stationCode: program.stationCode,
    stationName: program.stationName,
    isPractice: program.isPractice,
    version: program.version,
    today: program.today(),
    practiceLogins: program.isPractice ? practiceOperators.map(({ login, name, role }) => ({ login, name, role })) : [],
    fill: program.sync.state().fill,
    idleLockMs,
  };
}
