import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type ChildProcess, StationProcess } from '../../../electron/main/station-process.ts';
import type { StationArguments } from '../../../electron/station/messages.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { News } from '../../../shared/contract/news.ts';

/** A service that answers each call with its endpoint once told to be ready. */
class FakeService extends EventEmitter implements ChildProcess {
  readonly got: unknown[] = [];
  answers = true;

  postMessage(message: unknown): void {
    this.got.push(message);
    if (typeof message !== 'object' || message === null) return;
    if ('stop' in message) this.emit('exit', 0);
    if ('id' in message && 'endpoint' in message && this.answers)
      this.emit('message', { id: message.id, answer: done(message.endpoint) });
  }

  kill(): boolean {
    this.emit('exit', 137);
    return true;
  }
}

const startWith: StationArguments = {
  dataDir: '/data',
  folders: { policyPack: '/p', forms: '/f', fonts: '/t', migrations: '/m' },
  stationCode: '220403010000',
  isPractice: true,
  registryUrl: null,
  enrolCode: null,
  version: '0.1.0',
  printPlaces: { usualPrinter: 'folder', forms: {} },
};

function build(restartDelaysMs = [0]) {
  const services: FakeService[] = [];
  const news: News[] = [];
  const station = new StationProcess({
    fork: () => {
      const service = new FakeService();
      services.push(service);
      return service;
    },
    startWith,
    onNews: (each) => news.push(each),
    writeLog: () => undefined,
    restartDelaysMs,
  });
  station.start();
  return { station, services, news };
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the service process', () => {
  it('lets calls made while it starts wait, and answers each with its own answer', async () => {
    const { station, services } = build();
    const answers = Promise.all([
      station.call('clerk', 'home.summary', {}),
      station.call('applicant', 'applicant.view', {}),
    ]);
    expect(services[0]?.got).toEqual([{ start: startWith }]);
    services[0]?.emit('message', { ready: true });
    expect(await answers).toEqual([done('home.summary'), done('applicant.view')]);
  });

  it('answers calls in flight with STATION_STOPPED when it crashes, starts again and tells the windows', async () => {
    const { station, services, news } = build();
    const [first] = services;
    first?.emit('message', { ready: true });
    if (first) first.answers = false;
    const inFlight = station.call('clerk', 'case.start', {});
    station.crash();
    expect(await inFlight).toEqual({ ok: false, error: { code: 'STATION_STOPPED' } });
    await nextTurn();
    services[1]?.emit('message', { ready: true });
    expect(await station.call('clerk', 'home.summary', {})).toEqual(done('home.summary'));
    expect(news).toEqual([
      { topic: 'service', state: 'up' },
      { topic: 'service', state: 'restarting' },
      { topic: 'service', state: 'up' },
    ]);
  });

  it('tells a restarted service again where the registry is', async () => {
    const { station, services } = build();
    services[0]?.emit('message', { ready: true });
    station.setRegistryUrl('http://127.0.0.1:4000');
    station.crash();
    await nextTurn();
    expect(services[1]?.got).toEqual([{ start: startWith }, { registryUrl: 'http://127.0.0.1:4000' }]);
  });

  it('waits longer after each crash', async () => {
    const { station, services } = build([0, 60_000]);
    station.crash();
    await nextTurn();
    station.crash();
    await nextTurn();
    expect(services).toHaveLength(2);
  });

  it('stops cleanly and is not started again', async () => {
    const { station, services } = build();
    services[0]?.emit('message', { ready: true });
    await station.stop();
    await nextTurn();
    expect(services).toHaveLength(1);
    expect(await station.call('clerk', 'home.summary', {})).toEqual({ ok: false, error: { code: 'STATION_STOPPED' } });
  });
});
