import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Department } from '../shared/domain/offices.ts';
import { StationCode } from '../shared/domain/records.ts';
import { Peer } from './inquiries/peer-registries.ts';
import type { StartCode } from './server.ts';
import { Division } from './store/division.ts';

export interface RegistryArguments {
  readonly port: number;
  readonly databaseUrl: string | null;
  readonly division: string | null;
  readonly dataDir: string | null;
  readonly migrations: string | null;
  readonly town: { readonly persons: number; readonly seed: number } | null;
  readonly enrolmentCodes: readonly StartCode[];
  readonly peers: readonly Peer[];
  readonly packs: string | null;
  readonly copies: string | null;
  readonly hasPracticeOffices: boolean;
}

/** The command line does not say what to do; the message is for whoever typed it. */
export class ArgumentsInvalid extends Error {}

/**
 * Reads `--port N --db URL --division CODE --data DIR --migrations DIR --town PERSONS:SEED --enrol-code CODE:STATION[:city] --office-code
 * CODE:POLICE[:DEPARTMENT] --peers FILE --packs DIR --copies DIR --practice-offices`; the codes may be given several times. With neither `--db` nor `--data` the environment's DATABASE_URL counts.
 * @throws ArgumentsInvalid
 */
export function readRegistryArguments(argv: readonly string[], environment: NodeJS.ProcessEnv): RegistryArguments {
  const { values } = parse(argv);
  const enrolmentCodes = (values['enrol-code'] ?? []).map(readEnrolmentCode);
  return {
    port: wholeNumber('--port', values.port ?? '0', 65_535),
    databaseUrl: values.db ?? (values.data === undefined ? environment.DATABASE_URL || null : null),
    division: readDivision(values, enrolmentCodes),
    dataDir: values.data ?? null,
    migrations: values.migrations ?? null,
    town: values.town === undefined ? null : readTown(values.town),
    enrolmentCodes: [...enrolmentCodes, ...(values['office-code'] ?? []).map(readOfficeCode)],
    peers: values.peers === undefined ? [] : readPeers(values.peers),
    packs: values.packs ?? null,
    copies: values.copies ?? null,
    hasPracticeOffices: values['practice-offices'] ?? false,
  };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: text,
        db: text,
        division: text,
        data: text,
        migrations: text,
        town: text,
        'enrol-code': { type: 'string', multiple: true },
        'office-code': { type: 'string', multiple: true },
        peers: text,
        packs: text,
        copies: text,
        'practice-offices': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new ArgumentsInvalid(error instanceof Error ? error.message : 'arguments');
  }
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max)
    throw new ArgumentsInvalid(`${name}: a whole number up to ${max} is expected`);
  return value;
}

/** A database of its own is not divided; and no computer of another division belongs into this register. */
function readDivision(
  { division, data }: { readonly division?: string | undefined; readonly data?: string | undefined },
  codes: readonly StartCode[],
): string | null {
  if (division === undefined) return null;
  if (!Division.safeParse(division).success || data !== undefined)
    throw new ArgumentsInvalid('--division: a code of two, four or six digits is expected, and a PostgreSQL database');
  const foreign = codes.find(({ stationCode }) => !stationCode.startsWith(division));
  if (foreign)
    throw new ArgumentsInvalid(`--enrol-code: station ${foreign.stationCode} is not of division ${division}`);
  return division;
}

function readTown(text: string): { persons: number; seed: number } {
  const [persons = '', seed = ''] = text.split(':');
  return { persons: wholeNumber('--town', persons, 5_000_000), seed: wholeNumber('--town', seed, 2 ** 31 - 1) };
}

function readEnrolmentCode(text: string): StartCode {
  const [code = '', station = '', scope = 'station', ...rest] = text.split(':');
  const stationCode = StationCode.safeParse(station);
  if (code.length < 4 || !stationCode.success || rest.length > 0 || (scope !== 'station' && scope !== 'city'))
    throw new ArgumentsInvalid(
      '--enrol-code: CODE:STATION or CODE:STATION:city is expected, with a code of four characters or more',
    );
  return { code, stationCode: stationCode.data, scope };
}

/** An office of the police by its own code, or a department beside the code of the bureau that lets it in. */
function readOfficeCode(text: string): StartCode {
  const [code = '', police = '', department, ...rest] = text.split(':');
  const stationCode = StationCode.safeParse(police);
  const office = department === undefined ? stationCode : Department.safeParse(department);
  if (code.length < 4 || !stationCode.success || !office.success || rest.length > 0)
    throw new ArgumentsInvalid('--office-code: CODE:POLICE or CODE:POLICE:DEPARTMENT is expected');
  return { code, stationCode: stationCode.data, scope: 'office', office: office.data };
}

function readPeers(file: string): readonly Peer[] {
  try {
    return z.array(Peer).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ArgumentsInvalid('--peers: a list of {prefix, url, registryId, publicKey} is expected');
  }
}
