import { SnapshotHeader } from '../../shared/contract/registry.ts';
import { OfferedCopies } from '../../shared/contract/registry-copies.ts';
import { OfferedPacks } from '../../shared/contract/registry-published.ts';
import type { Address, Household } from '../../shared/domain/records.ts';
import { VersionedRecord } from '../../shared/domain/register-records.ts';
import { type Need, wordOf } from './clause.ts';
import { type Answered, KitDevice } from './kit-device.ts';

/** An office's code for enrolment, the police body that lets it in, and for whom it answers. */
export interface OfficeCode {
  readonly code: string;
  readonly police: string;
  /** A department; null: the police body itself. */
  readonly department: string | null;
}

/** Who the kit says it is when it asks like a registry of another place. */
export interface PeerKey {
  readonly registryId: string;
  readonly key: CryptoKey;
}

/** The registry to try, and what its operator gave out for the trial. */
export interface Trial {
  readonly url: string;
  readonly code: string;
  readonly station: string;
  readonly otherCode: string;
  readonly otherStation: string;
  readonly cityCode: string | null;
  readonly office: OfficeCode | null;
  readonly peer: PeerKey | null;
  /** Also what uses something up: all six digits, a minute of enrolments, a minute of inquiries. */
  readonly isSpending: boolean;
  /** Numbers of the clauses to try; null: all. */
  readonly only: readonly string[] | null;
}

/** A snapshot as its lines. */
export interface Snapshot {
  readonly header: SnapshotHeader;
  readonly records: readonly VersionedRecord[];
}

/** The registry under trial with the devices of the kit in it. */
export interface City {
  readonly trial: Trial;
  /** Two computers of the first station, one of the other. */
  readonly a: KitDevice;
  readonly a2: KitDevice;
  readonly b: KitDevice;
  readonly wholeCity: KitDevice | null;
  readonly office: KitDevice | null;
  /** Where people may be settled. */
  readonly atA: Address;
  readonly atB: Address;
  readonly frozen: Address | null;
  readonly answered: readonly Answered[];
  readonly has: ReadonlySet<Need>;
  /** The highest serial of a 户号 of the first station before the trial. */
  readonly highestSerial: number;
}

/** The city is not as the kit needs it; the message says what is missing. */
export class CityNotReady extends Error {}

export async function readSnapshot(device: KitDevice): Promise<Snapshot> {
  const [first = '', ...lines] = (await (await device.get('/v1/snapshot')).text()).trimEnd().split('\n');
  return {
    header: SnapshotHeader.parse(JSON.parse(first)),
    records: lines.map((line) => VersionedRecord.parse(JSON.parse(line))),
  };
}

async function enrolled(device: KitDevice, code: string, whom: string): Promise<KitDevice> {
  const word = await wordOf(await device.askToEnrol(code));
  if (word !== '200') throw new CityNotReady(`${whom} can not enrol: ${word}`);
  return device;
}

/** @throws CityNotReady when the kit can not begin, with what is missing */
export async function enterCity(trial: Trial): Promise<City> {
  const answered: Answered[] = [];
  const device = async (station: string, code: string, whom: string) =>
    enrolled(await KitDevice.make(trial.url, station, answered), code, whom);
  const a = await device(trial.station, trial.code, 'a computer of --station');
  const a2 = await device(trial.station, trial.code, 'a second computer of --station');
  const b = await device(trial.otherStation, trial.otherCode, 'a computer of --other-station');
  const wholeCity = trial.cityCode && (await device(trial.station, trial.cityCode, 'a computer with --city-code'));
  const office = trial.office && (await device(trial.office.police, trial.office.code, 'an office'));
  const [atStart, atOther] = [await readSnapshot(a), await readSnapshot(b)];
  const atA = addressIn(atStart, trial.station);
  const atB = addressIn(atOther, trial.otherStation);
  const frozen = addressesOf(atStart, trial.station).find(({ isFrozen }) => isFrozen) ?? null;
  const city = { trial, a, a2, b, wholeCity: wholeCity || null, office: office || null, atA, atB, frozen, answered };
  return { ...city, has: await findNeeds(city), highestSerial: highestSerialOf(atStart, trial.station) };
}

function addressesOf({ records }: Snapshot, station: string): Address[] {
  return records.flatMap(({ kind, data }) => (kind === 'address' && data.stationCode === station ? [data] : []));
}

function addressIn(snapshot: Snapshot, station: string): Address {
  const free = addressesOf(snapshot, station).filter(({ isFrozen }) => !isFrozen);
  const found = free.find(({ level }) => level === 'room') ?? free[0];
  if (!found) throw new CityNotReady(`station ${station} has no address that is not frozen`);
  return found;
}

function highestSerialOf({ records }: Snapshot, station: string): number {
  const houses = records.flatMap(({ kind, data }): Household[] => (kind === 'household' ? [data] : []));
  const serials = houses
    .filter(({ stationCode }) => stationCode === station)
    .map(({ number }) => Number(number.slice(3)));
  return serials.reduce((highest, serial) => Math.max(highest, serial), 0);
}

async function findNeeds(city: Omit<City, 'has' | 'highestSerial'>): Promise<ReadonlySet<Need>> {
  const { trial, a } = city;
  const { packs } = OfferedPacks.parse(await (await a.get('/v1/packs')).json());
  const { copies } = OfferedCopies.parse(await (await a.get('/v1/copies')).json());
  const found: Readonly<Record<Need, boolean>> = {
    'city-code': city.wholeCity !== null,
    office: city.office !== null,
    peer: trial.peer !== null,
    frozen: city.frozen !== null,
    packs: packs.length > 0,
    copies: copies.length > 0,
    'same-county': trial.station.slice(0, 6) === trial.otherStation.slice(0, 6),
    spend: trial.isSpending,
  };
  return new Set((Object.keys(found) as Need[]).filter((need) => found[need]));
}

/** After a clause that was not kept: the next one begins where the registry's chains end. */
export async function settleDown({ a, a2, b }: City): Promise<void> {
  for (const device of [a, a2, b]) await device.resume().catch(() => undefined);
}
