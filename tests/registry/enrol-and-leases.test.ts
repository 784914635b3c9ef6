import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import { home, inSnapshotOrder, stationA, stationB, stationC, stationD } from '../fixtures/register-records.ts';
import { anyBackend, codes, startTestRegistry } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

describe('a registry', () => {
  let registry: RunningRegistry;

  beforeAll(async () => {
    const homes = [home(stationA, 41), home(stationA, 7)];
    registry = await startTestRegistry(anyBackend, inSnapshotOrder(homes.flatMap(({ records }) => records)));
  }, 60_000);
  afterAll(() => registry.stop());

  it('enrols a device by the code of its station and of no other', async () => {
    await expect(TestDevice.enrol(registry.url, stationB, codes.a)).rejects.toThrow(
      '403 {"code":"ENROL_CODE_INVALID"}',
    );
    await expect(TestDevice.enrol(registry.url, stationA, 'guessed')).rejects.toThrow('ENROL_CODE_INVALID');
    await expect(TestDevice.enrol(registry.url, stationA, codes.a)).resolves.toBeInstanceOf(TestDevice);
  });

  it('lets a known device ask again with its key, without a code', async () => {
    const device = await TestDevice.enrol(registry.url, stationA, codes.a);
    expect((await device.askToEnrol('forgotten')).status).toBe(200);
  });

  it('starts 户号 behind the highest number in use, and never gives a serial twice', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => TestDevice.enrol(registry.url, stationA, codes.a)));
    const leases = await Promise.all([one, two, one, two].map((device) => device?.lease('household-number', 50)));
    const starts = leases.map((lease) => lease?.from ?? 0).sort((x, y) => x - y);
    expect(starts).toEqual([42, 92, 142, 192]);
    expect(await one?.lease('acceptance-number', 5)).toEqual({ kind: 'acceptance-number', from: 1, until: 5 });
  });

  it('never gives two stations of a county the same 受理编号, and each its own 户号 from the first', async () => {
    const one = await TestDevice.enrol(registry.url, stationC, codes.c);
    const two = await TestDevice.enrol(registry.url, stationD, codes.d);
    const acceptance = [await one.lease('acceptance-number', 10), await two.lease('acceptance-number', 10)];
    expect(acceptance.map(({ from, until }) => [from, until])).toEqual([
      [1, 10],
      [11, 20],
    ]);
    const households = [await one.lease('household-number', 10), await two.lease('household-number', 10)];
    expect(households.map(({ from }) => from)).toEqual([1, 1]);
  });

  it('gives the same block when the same request comes again, also at the same moment', async () => {
    const device = await TestDevice.enrol(registry.url, stationB, codes.b);
    const requestId = uuidv7();
    const answers = await Promise.all([1, 2, 3].map(() => device.lease('household-number', 20, requestId)));
    expect(answers).toEqual(Array(3).fill({ kind: 'household-number', from: 1, until: 20 }));
    expect((await device.lease('household-number', 20)).from).toBe(21);
    await expect(device.lease('household-number', 30, requestId)).rejects.toThrow('422');
    const other = await TestDevice.enrol(registry.url, stationB, codes.b);
    await expect(other.lease('household-number', 20, requestId)).rejects.toThrow('IDEMPOTENCY_MISMATCH');
  });

  it('says so when a station has used up its six digits', async () => {
    const device = await TestDevice.enrol(registry.url, stationB, codes.city);
    let given = 0;
    const rest = async (): Promise<string> => {
      for (;;) {
        const answer = await device.signed('POST', '/v1/leases', {
          kind: 'acceptance-number',
          count: 1000,
          requestId: uuidv7(),
        });
        if (answer.status !== 200) return `${answer.status} ${await answer.text()}`;
        given += 1000;
      }
    };
    expect(await rest()).toBe('409 {"code":"NUMBERS_EXHAUSTED"}');
    expect(given).toBe(999_000);
  }, 60_000);

  it('brakes those who guess codes', async () => {
    const guesses = [];
    for (let index = 0; index < 25; index++) guesses.push(TestDevice.enrol(registry.url, stationA, `guess-${index}`));
    const words = (await Promise.allSettled(guesses)).map((each) =>
      each.status === 'rejected' ? String(each.reason) : '',
    );
    expect(words.some((each) => each.includes('ENROL_CODE_INVALID'))).toBe(true);
    await expect(TestDevice.enrol(registry.url, stationA, codes.a)).rejects.toThrow('429 {"code":"TOO_MANY_TRIES"}');
  });
});
