import { setImmediate as nextTurn } from 'node:timers/promises';
import { hasWholeCopy } from '../../electron/station/sync/sync-settings.ts';
import { actAt } from './acts.ts';
import { Chance } from './chance.ts';
import type { ChaosRegistry } from './chaos-registry.ts';
import { ChaosStation } from './chaos-station.ts';
import { HostileLine } from './hostile-line.ts';
import { Ledger } from './ledger.ts';
import { findFaults } from './oracles.ts';
import type { Beginning, Outcome } from './outcome.ts';
import { giveAllUp, settleSome } from './settle-act.ts';
import { listOverwritten } from './station-facts.ts';
import { type Cut, type Step, stepWeights } from './weights.ts';
import { Wire } from './wire.ts';

const mondayMorning = Date.parse('2026-11-23T01:30:00Z');
const stepMs = 7000;
const healingRounds = 16;
const restLimitMs = 60_000;

/** One run of everything that can go wrong, in an order that the seed alone decides, and then the healing. */
export class Schedule {
  readonly #chance: Chance;
  readonly #registry: ChaosRegistry;
  readonly #wire = new Wire();
  readonly #stations: ChaosStation[];
  readonly #line: HostileLine;
  readonly #ledger = new Ledger();
  readonly #steps: string[] = [];
  readonly #seed: number;

  constructor({ registry, counters, emptyImage }: Beginning, seed: number) {
    this.#seed = seed;
    this.#chance = new Chance(seed);
    this.#registry = registry;
    this.#line = new HostileLine(
      { chance: this.#chance, registry, wire: this.#wire },
      {
        note: (line) => this.#note(line),
        count: (what) => this.#ledger.count(what),
        rest: () => this.#rest(),
      },
    );
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
    for (const _ of this.#stations) this.#ledger.count('counters');
    const faults: string[] = [];
    try {
      const steps = 25 + this.#chance.below(50);
      for (let step = 0; step < steps; step += 1) await this.#step();
      const unhealed = [...(await this.#heal()), ...(await this.#workOn())];
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
    this.#findOverwritten();
  }

  readonly #steppers: Readonly<Record<Step, (station: ChaosStation) => void | Promise<void>>> = {
    deliver: () => this.#line.deliverSome(),
    together: () => this.#line.deliverTogether(),
    act: (station) => this.#act(station),
    turn: (station) => this.#turn(station),
    astray: () => this.#line.arriveLate(),
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
    putBack: (station) => this.#putBack(this.#pickForgetful() ?? station),
    settle: (station) => this.#settle(station),
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
    this.#line.cut(station.place.name, cut);
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

  /** Mostly somebody whose old copy lacks what the registry knows; null: anybody. */
  #pickForgetful(): ChaosStation | null {
    const found = this.#stations.filter((each) => each.backup && this.#ledger.hasAnsweredSince(each));
    return found.length > 0 && this.#chance.happens(60) ? this.#chance.pick(found) : null;
  }

  #putBack(station: ChaosStation): void {
    if (!station.backup) return;
    this.#ledger.putBack(station);
    this.#ledger.count('put back');
    station.isForgetful = true;
    station.wasPutBack = true;
    station.kill(station.backup);
    this.#note(`${station.place.name}: the old copy is put back`);
    // Mostly somebody registers something before the registry can be asked.
    if (this.#chance.happens(60)) this.#act(station);
  }

  #settle(station: ChaosStation): void {
    for (const eventId of settleSome(station, this.#chance)) this.#noteSettled(station, eventId);
  }

  #noteSettled(station: ChaosStation, eventId: string): void {
    const choice = this.#ledger.commit(station, eventId);
    this.#ledger.count(`settled ${choice}`);
    this.#note(`${station.place.name} settles by ${eventId}: ${choice}`);
  }

  /** Until every station waits for an answer or is done. */
  async #rest(): Promise<void> {
    const isWorking = (station: ChaosStation) =>
      station.isBusy && !this.#wire.waiting.some(({ from }) => from === station.place.name);
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#wire.stir();
    }, restLimitMs);
    while (this.#stations.some(isWorking) && !isLate) await this.#wire.stirred();
    clearTimeout(timer);
    if (isLate) throw new Error('a station neither waits nor ends');
  }

  #findBugs(): void {
    for (const station of this.#stations.filter(({ isDead }) => isDead)) this.#kill(station);
    const failing = this.#stations.find(({ bug }) => bug !== null);
    if (failing) throw new Error(`${failing.place.name}: ${failing.bug}`);
  }

  /** All faults end; then every station exchanges until nothing is left to exchange. Answers what is never done. */
  async #heal(): Promise<string[]> {
    this.#note('--- healing');
    this.#line.mendAll();
    this.#registry.mend();
    // A new morning: every program starts anew.
    for (const station of this.#stations)
      if (station.isBusy) station.kill();
      else station.restart();
    for (let round = 0; round < healingRounds; round += 1) {
      for (const station of this.#stations) this.#clearDesk(station, round);
      // Whoever comes after one that sends something hears of it; the ones before it do in the next round.
      const isLast = this.#stations.every(({ sync }) => sync.state().outboxCount === 0);
      for (const station of this.#stations) await this.#turnWhole(station);
      const isQuiet = this.#stations.every(({ sync }) => sync.state().outboxCount === 0 && sync.state().cause === null);
      if (isQuiet && isLast) return [];
    }
    return this.#stations.map(
      ({ place, sync }) =>
        `${place.name} does not come to rest: ${JSON.stringify(sync.state())} ${JSON.stringify(sync.outbox())}`,
    );
  }

  /** What waits at a desk is settled somehow at first; what is refused again and again is given up. */
  #clearDesk(station: ChaosStation, round: number): void {
    const made = round < 4 ? settleSome(station, this.#chance) : giveAllUp(station);
    for (const eventId of made) this.#noteSettled(station, eventId);
  }

  /** What a counter registered and the registry has not confirmed stands as the counter left it, whatever the feed brings. */
  #findOverwritten(): void {
    for (const { place, database, recovered } of this.#stations) {
      const [record] = listOverwritten(database, recovered);
      if (record) throw new Error(`${place.name}: ${record} is not confirmed and was overwritten`);
    }
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
      const answer = await this.#line.ask(waiting);
      if (answer === null) throw new Error('the registry is down after the healing');
      waiting.hear(answer);
    }
    this.#findBugs();
  }
}
