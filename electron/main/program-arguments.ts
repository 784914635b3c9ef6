import { parseArgs } from 'node:util';

/** How the program was asked to start. */
export interface ProgramArguments {
  readonly isPractice: boolean;
  /** Starts, waits until the login page can be used, and ends with 0 (or 1). */
  readonly isSmoke: boolean;
  readonly dataDir: string | null;
  readonly registryUrl: string | null;
  readonly enrolCode: string | null;
  readonly stationCode: string | null;
  /** Opens the applicant's window on the first screen when there is no second one. */
  readonly showsApplicantWindow: boolean;
  readonly cardsDir: string | null;
}

/** Reads the command line. Switches of Chromium and of debuggers stand between ours; what is not ours is passed over. */
export function readProgramArguments(argv: readonly string[]): ProgramArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      practice: { type: 'boolean' },
      smoke: { type: 'boolean' },
      'applicant-window': { type: 'boolean' },
      data: { type: 'string' },
      registry: { type: 'string' },
      'enrol-code': { type: 'string' },
      station: { type: 'string' },
      cards: { type: 'string' },
    },
  });
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return {
    isPractice: values.practice === true,
    isSmoke: values.smoke === true,
    dataDir: text(values.data),
    registryUrl: text(values.registry),
    enrolCode: text(values['enrol-code']),
    stationCode: text(values.station),
    showsApplicantWindow: values['applicant-window'] === true,
    cardsDir: text(values.cards),
  };
}
