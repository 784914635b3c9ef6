import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { hasWholeCopy } from '../../electron/station/sync/sync-settings.ts';
import { actAt } from './acts.ts';
import { Chance } from './chance.ts';
import type { ChaosRegistry, WireAnswer } from './chaos-registry.ts';
import { ChaosStation } from './chaos-station.ts';
import { Ledger } from './ledger.ts';
import { findFaults } from './oracles.ts';
import type { Beginning, Outcome } from './outcome.ts';
import { listOverwritten } from './station-facts.ts';
import { type Cut, faultWeights, type Step, stepWeights } from './weights.ts';
import { type Waiting, Wire } from './wire.ts';

const mondayMorning = Date.parse('2026-11-23T01:30:00Z');
const stepMs = 7000;
const healingRounds = 12;
const restLimitMs = 60_000;

/** One run of everything that can go wrong, in an order that the seed alone decides, and then the healing. */
export class Schedule {
  readonly #chance: Chance;
  readonly #registry: ChaosRegistry;
  readonly #wire = new Wire();
  readonly #stations: ChaosStation[];
  readonly #cuts = new Map<string, Cut>();
  readonly #ledger = new Ledger();
  readonly #steps: string[] = [];
  readonly #seed: number;

  constructor({ registry, counters, emptyImage }: Beginning, seed: number) {
    this.#seed = seed;
    this.#chance = new Chance(seed);
    this.#registry = registry;
    const count = 3 + Math.min(this.#chance.below(6), this.#chance.below(6));
    this.#stations = this.#chance.some(counters, count).map(({ place, image }) => {
      const isNew = this.#chance.happens(4);
      const clock = () => registry.nowMs;
      const station = new ChaosStation(place, this.#wire, { image: isNew ? emptyImage : image, clock });
      if (!isNew) station.backup = image;
      return station;
    });
  }

  /** Goes through it and looks at everything in the end. */
  async run(): Promise<Outcome> {
    await this.#registry.beginAnew(mondayMorning);
    const faults: string[] = [];
    try {
      const steps = 25 + this.#chance.below(50);
      for (let step = 0; step < steps; step += 1) await this.#step();
      const overwritten = this.#findOverwritten();
      const unhealed = [...overwritten, ...(await this.#heal()), ...(await this.#workOn())];
      for (const { sync } of this.#stations) if (sync.state().recovery) this.#ledger.count('recovered');
      faults.push(...unhealed, ...(await findFaults(this.#registry, this.#stations, this.#ledger)));
    } catch (error) {
      faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      for (const station of this.#stations) station.discard();
    }
    return { seed: this.#seed, faults, steps: this.#steps, counts: this.#ledger.counts };
  }

  #note(line: string): void {
    this.#steps.push(line);
  }

  async #step(): Promise<void> {
    this.#registry.nowMs += stepMs;
    const step = this.#chance.weighed(stepWeights);
    this.#ledger.count(step);
    const station = this.#chance.pick(this.#stations);
    await this.#steppers[step](station);
    await this.#rest();
    this.#findBugs();
  }

  readonly #steppers: Readonly<Record<Step, (station: ChaosStation) => void | Promise<void>>> = {
    deliver: () => this.#deliverSome(),
    together: () => this.#deliverTogether(),
    act: (station) => this.#act(station),
    turn: (station) => this.#turn(station),
    astray: () => this.#arriveLate(),
    kill: (station) => this.#kill(station),
    cut: (station) => this.#cut(station, this.#chance.pick(['requests', 'answers', 'both'] as const)),
    mend: (station) => this.#cut(station, 'none'),
    crash: () => this.#crash(),
    restart: () => this.#restart(),
    power: (station) => this.#cutPower(station),
    fill: (station) => this.#limit(station, this.#chance.below(6)),
    room: (station) => this.#limit(station, null),
    clock: (station) => this.#moveClock(station),
    backup: (station) => this.#backUp(station),
    putBack: (station) => this.#putBack(station),
    withdraw: (station) => this.#withdraw(station),
  };

  #act(station: ChaosStation): void {
    const { act, eventId } = actAt(station, this.#chance);
    if (eventId) this.#ledger.commit(station, eventId);
    this.#ledger.count(`${act} ${eventId ? 'registered' : 'refused'}`);
    this.#note(`${station.place.name} ${act}: ${eventId ?? 'no'}`);
  }

  #turn(station: ChaosStation): void {
    if (station.isBusy) return;
    station.begin();
    this.#note(`${station.place.name} begins a turn`);
  }

  #kill(station: ChaosStation): void {
    station.kill();
    this.#note(`${station.place.name} is killed and starts again`);
  }

  #cutPower(station: ChaosStation): void {
    const statements = this.#chance.below(60);
    station.cutPowerAfter(statements);
    this.#note(`${station.place.name} is without power after ${statements} statements`);
  }

  #cut(station: ChaosStation, cut: Cut): void {
    this.#cuts.set(station.place.name, cut);
    this.#note(`${station.place.name}: the line loses ${cut}`);
  }

  #crash(): void {
    const statements = this.#chance.below(12);
    this.#registry.crashAfter(statements);
    this.#note(`the registry dies after ${statements} statements`);
  }

  #restart(): void {
    if (!this.#registry.isDown) return;
    this.#registry.restart();
    this.#note('the registry starts again');
  }

  #limit(station: ChaosStation, pages: number | null): void {
    station.limitDisk(pages);
    this.#note(`${station.place.name}: room for ${pages ?? 'many'} pages`);
  }

  #moveClock(station: ChaosStation): void {
    station.clockOffMs = (this.#chance.below(200) - 100) * 3_600_000;
    this.#note(`${station.place.name}: the clock is ${station.clockOffMs / 3_600_000} h off`);
  }

  #backUp(station: ChaosStation): void {
    // A copy from before the first fill is filled anew, and a snapshot tells no histories.
    if (!hasWholeCopy(station.database)) return;
    station.keepBackup();
    this.#ledger.keepBackup(station);
    this.#note(`${station.place.name} is backed up`);
  }

  #putBack(station: ChaosStation): void {
    if (!station.backup) return;
    this.#ledger.putBack(station);
    station.isForgetful = true;
    station.wasPutBack = true;
    station.kill(station.backup);
    this.#note(`${station.place.name}: the old copy is put back`);
    // Mostly somebody registers something before the registry can be asked.
    if (this.#chance.happens(60)) this.#act(station);
  }

  #withdraw(station: ChaosStation): void {
    try {
      const count = station.withdrawRefused();
      if (count > 0) this.#note(`${station.place.name} gives up ${count}`);
    } catch (error) {
      if (!station.isDead && !String(error).includes('database or disk is full')) throw error;
    }
  }

  /** Mostly a station gets several answers on end, so that an exchange comes to something now and then. */
  async #deliverSome(): Promise<void> {
    let waiting = this.#wire.waiting.length > 0 ? this.#chance.pick(this.#wire.waiting) : undefined;
    while (waiting) {
      const { from } = waiting;
      await this.#deliver(waiting);
      await this.#rest();
      waiting = this.#chance.happens(80) ? this.#wire.waiting.find((each) => each.from === from) : undefined;
    }
  }

  async #deliver(waiting: Waiting): Promise<void> {
    const fault = this.#chance.weighed(faultWeights);
    const cut = this.#cuts.get(waiting.from) ?? 'none';
    this.#wire.take(waiting);
    const { method, path } = waiting.request;
    this.#note(
      `${waiting.from} ${method} ${path}${fault === 'none' ? '' : ` ${fault}`}${cut === 'none' ? '' : `, cut: ${cut}`}`,
    );
    if (fault === 'late') this.#wire.astray.push(waiting.request);
    if (fault === 'late' || fault === 'unsent' || cut === 'requests' || cut === 'both') return waiting.lose();
    if (fault === 'crash') this.#registry.crashAfter(this.#chance.below(10));
    const answer = await this.#ask(waiting);
    const second = fault === 'twice' ? await this.#ask(waiting) : answer;
    if (answer === null || fault === 'unheard' || cut === 'answers') return waiting.lose();
    if (fault === 'spoilt') return waiting.hear({ status: 200, body: '<html>' });
    waiting.hear(this.#chance.happens(80) ? answer : (second ?? answer));
  }

  /** What several stations ask reaches the registry at the same time; who is first there is for the database to say. */
  async #deliverTogether(): Promise<void> {
    const all = this.#chance.some(this.#wire.waiting, 3);
    for (const waiting of all) this.#wire.take(waiting);
    this.#note(`together: ${all.map(({ from, request }) => `${from} ${request.path}`).join(', ')}`);
    const answers = await Promise.all(all.map((waiting) => this.#ask(waiting)));
    for (const [index, waiting] of all.entries()) {
      const answer = answers[index];
      if (answer) waiting.hear(answer);
      else waiting.lose();
    }
  }

  async #ask({ request }: Waiting): Promise<WireAnswer | null> {
    const answer = await this.#registry.answer(request);
    if (answer?.status === 500) throw new Error(`the registry fails at ${request.path}`);
    return answer;
  }

  /** A request that everybody has given up reaches the registry nevertheless. */
  async #arriveLate(): Promise<void> {
    const request = this.#wire.astray.shift();
    if (!request) return;
    this.#note(`late: ${request.method} ${request.path}`);
    await this.#registry.answer(request);
  }

  /** Until every station waits for an answer or is done. */
  async #rest(): Promise<void> {
    const isWorking = (station: ChaosStation) =>
      station.isBusy && !this.#wire.waiting.some(({ from }) => from === station.place.name);
    const until = performance.now() + restLimitMs;
    for (let turn = 0; turn < 3 || this.#stations.some(isWorking); turn += 1) {
      if (performance.now() > until) throw new Error('a station neither waits nor ends');
      await (turn < 20 ? nextTurn() : pause(1));
    }
  }

  #findBugs(): void {
    for (const station of this.#stations.filter(({ isDead }) => isDead)) this.#kill(station);
    const failing = this.#stations.find(({ bug }) => bug !== null);
    if (failing) throw new Error(`${failing.place.name}: ${failing.bug}`);
  }

  /** All faults end; then every station exchanges until nothing is left to exchange. Answers what is never done. */
  async #heal(): Promise<string[]> {
    this.#note('--- healing');
    this.#cuts.clear();
    this.#registry.restart();
    // A new morning: every program starts anew.
    for (const station of this.#stations)
      if (station.isBusy) station.kill();
      else station.restart();
    for (let round = 0; round < healingRounds; round += 1) {
      for (const station of this.#stations) await this.#turnWhole(station);
      const refused = this.#stations.reduce((sum, station) => sum + station.withdrawRefused(), 0);
      const isQuiet = this.#stations.every(({ sync }) => sync.state().outboxCount === 0 && sync.state().cause === null);
      if (isQuiet && refused === 0 && round > 0) return [];
    }
    return this.#stations.map(
      ({ place, sync }) =>
        `${place.name} does not come to rest: ${JSON.stringify(sync.state())} ${JSON.stringify(sync.outbox())}`,
    );
  }

  /** Before anything is answered, what each counter registered and still waits with stands as it left it. */
  #findOverwritten(): string[] {
    return this.#stations.flatMap(({ place, database }) =>
      listOverwritten(database).map((record) => `${place.name}: ${record} waits and was overwritten`),
    );
  }

  /** Whoever went back to an old copy registers some more, with the numbers it has now. */
  async #workOn(): Promise<string[]> {
    const returned = this.#stations.filter(({ wasPutBack }) => wasPutBack);
    for (const station of [...returned, ...returned]) this.#act(station);
    return returned.length === 0 ? [] : this.#heal();
  }

  async #turnWhole(station: ChaosStation): Promise<void> {
    if (!station.isBusy) station.begin();
    while (station.isBusy) {
      await this.#rest();
      const waiting = this.#wire.waiting.find(({ from }) => from === station.place.name);
      if (!waiting) continue;
      this.#wire.take(waiting);
      const answer = await this.#ask(waiting);
      if (answer === null) throw new Error('the registry is down after the healing');
      waiting.hear(answer);
    }
    this.#findBugs();
  }
}
