import { describe, expect, it } from 'vitest';
import { makeGatekeeper } from '../../../electron/main/gatekeeper.ts';
import type { LogEntry } from '../../../electron/main/program-log.ts';
import { done } from '../../../shared/contract/errors.ts';
import { contract, isEndpointName } from '../../../shared/contract/index.ts';

function build(callStation = async (_window: string, _endpoint: string, _input: unknown) => done<unknown>('answer')) {
  const log: LogEntry[] = [];
  const reached: string[] = [];
  const gatekeeper = makeGatekeeper({
    callStation: (window, endpoint, input) => {
      reached.push(endpoint);
      return callStation(window, endpoint, input);
    },
    mainHandlers: { 'card.read': async () => done('card') },
    writeLog: (entry) => log.push(entry),
  });
  return { gatekeeper, log, reached };
}

describe('the door between pages and program', () => {
  it('hands a call of the contract to the service and its answer back', async () => {
    const { gatekeeper } = build();
    expect(await gatekeeper('clerk', { endpoint: 'station.state', input: {} })).toEqual({ ok: true, value: 'answer' });
  });

  it('carries out device calls itself', async () => {
    const { gatekeeper, reached } = build();
    expect(await gatekeeper('clerk', { endpoint: 'card.read', input: {} })).toEqual({ ok: true, value: 'card' });
    expect(reached).toEqual([]);
  });

  it('refuses a sender that is no window of ours', async () => {
    const { gatekeeper, reached } = build();
    const answer = await gatekeeper(null, { endpoint: 'station.state', input: {} });
    expect(answer).toEqual({ ok: false, error: { code: 'CALLER_REFUSED' } });
    expect(reached).toEqual([]);
  });

  it('refuses the applicant’s window every endpoint but its own', async () => {
    const { gatekeeper, reached } = build();
    const own = Object.entries(contract).filter(([, entry]) => entry.windows.includes('applicant'));
    for (const endpoint of Object.keys(contract).filter((name) => !own.some(([each]) => each === name))) {
      const answer = await gatekeeper('applicant', { endpoint, input: {} });
      expect(answer).toEqual({ ok: false, error: { code: 'CALLER_REFUSED' } });
    }
    expect(reached).toEqual([]);
    expect(own.map(([name]) => name).sort()).toEqual([
      'applicant.objects',
      'applicant.sign',
      'applicant.view',
      'station.state',
    ]);
  });

  it.each(['case.drop', '__proto__', 'constructor', 'toString', ''])('knows no endpoint «%s»', async (endpoint) => {
    const { gatekeeper, reached } = build();
    const answer = await gatekeeper('clerk', { endpoint, input: {} });
    expect(answer).toEqual({ ok: false, error: { code: 'ENDPOINT_UNKNOWN' } });
    expect(isEndpointName(endpoint)).toBe(false);
    expect(reached).toEqual([]);
  });

  it.each([null, 'call', {}, { endpoint: 1, input: {} }, { endpoint: 'station.state', input: {}, window: 'clerk' }])(
    'refuses a message of another shape: %j',
    async (message) => {
      const { gatekeeper } = build();
      expect(await gatekeeper('clerk', message)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
    },
  );

  it('says where an input is wrong and never what stood there', async () => {
    const { gatekeeper, log } = build();
    const answer = await gatekeeper('clerk', {
      endpoint: 'session.login',
      input: { login: 'secret-name', password: 5 },
    });
    expect(answer).toEqual({ ok: false, error: { code: 'INPUT_INVALID', details: { paths: ['password'] } } });
    expect(JSON.stringify(log)).not.toContain('secret-name');
  });

  it('answers BUG when something throws and logs neither message nor path of it', async () => {
    const { gatekeeper, log } = build(async () => {
      throw new TypeError('陈示例 220102198803149031');
    });
    expect(await gatekeeper('clerk', { endpoint: 'station.state', input: {} })).toEqual({
      ok: false,
      error: { code: 'BUG' },
    });
    expect(log).toMatchObject([{ event: 'call-threw', endpoint: 'station.state', name: 'TypeError' }]);
    expect(JSON.stringify(log)).not.toMatch(/陈示例|2201|\//);
  });
});
