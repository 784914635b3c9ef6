import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importJWK } from 'jose';
import { z } from 'zod';
import { DeviceKey } from '../../shared/contract/registry.ts';
import { RecordId, StationCode } from '../../shared/domain/records.ts';
import { CityNotReady, type OfficeCode, type PeerKey, type Trial } from './city.ts';
import { type Result, tryRegistry } from './kit.ts';

const usage = `npm run conformance -- --url URL --code CODE --station STATION --other-code CODE --other-station STATION
  [--city-code CODE] [--office-code CODE:POLICE[:DEPARTMENT]] [--peer FILE] [--only P1,P2,…] [--spend] [--json]`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  ...{ url: text, code: text, station: text, 'other-code': text, 'other-station': text, 'city-code': text },
  ...{ 'office-code': text, peer: text, only: text, spend: flag, json: flag },
} as const;

const Arguments = z.object({
  url: z.url().transform((url) => url.replace(/\/$/, '')),
  code: z.string(),
  station: StationCode,
  'other-code': z.string(),
  'other-station': StationCode,
});

const PeerFile = z.object({ registryId: RecordId, privateKey: DeviceKey.extend({ d: z.string() }) });

function readOffice(given: string | undefined): OfficeCode | null {
  if (given === undefined) return null;
  const [code = '', police = '', department = null] = given.split(':');
  return { code, police: StationCode.parse(police), department };
}

async function readPeer(file: string | undefined): Promise<PeerKey | null> {
  if (file === undefined) return null;
  const { registryId, privateKey } = PeerFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const key = await importJWK(privateKey, 'EdDSA');
  return key instanceof Uint8Array ? null : { registryId, key };
}

async function readTrial(): Promise<{ trial: Trial; isJson: boolean }> {
  const { values } = parseArgs({ options });
  const { url, code, station, 'other-code': otherCode, 'other-station': otherStation } = Arguments.parse(values);
  const trial: Trial = {
    ...{ url, code, station, otherCode, otherStation, cityCode: values['city-code'] ?? null },
    ...{ office: readOffice(values['office-code']), peer: await readPeer(values.peer), isSpending: values.spend },
    only: values.only?.split(',') ?? null,
  };
  return { trial, isJson: values.json };
}

const signs = { kept: '✓', broken: '✗', untried: '–' } as const;

function print({ id, says, state, what, expected, seen }: Result): void {
  console.log(`${signs[state]} ${id.padEnd(5)}${says}${state === 'untried' ? ` (${what})` : ''}`);
  if (state === 'broken') console.log(`        ${what}\n        expected  ${expected}\n        seen      ${seen}`);
}

function summaryOf(results: readonly Result[]): string {
  const count = (state: Result['state']) => results.filter((result) => result.state === state).length;
  return `${count('kept')} kept, ${count('broken')} broken, ${count('untried')} not tried`;
}

/** Ends with 0 when no clause is broken, 1 when one is, 2 when the kit could not begin. */
async function run(): Promise<number> {
  try {
    const { trial, isJson } = await readTrial();
    const results = await tryRegistry(trial, isJson ? () => {} : print);
    console.log(isJson ? JSON.stringify({ url: trial.url, results }, null, 2) : summaryOf(results));
    return results.some(({ state }) => state === 'broken') ? 1 : 0;
  } catch (error) {
    if (error instanceof CityNotReady) console.error(error.message);
    else if (error instanceof TypeError && error.message === 'fetch failed')
      console.error('--url: nobody answers there');
    else console.error(`${error instanceof Error ? error.message : 'the kit could not begin'}\n${usage}`);
    return 2;
  }
}

process.exitCode = await run();
