import { findDivision, listDivisions, listTownships } from '../domain/divisions.ts';
import type { Address } from '../domain/records.ts';
import type { StationPlan } from './households.ts';
import { PlaceNames, toChinese } from './place-names.ts';
import { Random } from './random.ts';
import { townStations } from './stations.ts';
import { streams, townId } from './town-id.ts';

const city = '220400';

/** Part of an address that its children take over. */
type Parent = Omit<Address, 'parentId'>;

/** Makes nodes; counts them, so that each has its own id. */
class AddressTree {
  private readonly seed: number;
  private made = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  under(parent: Parent, level: Address['level'], name: string, change: Partial<Address> = {}): Address {
    const addressId = townId(this.seed, streams.placeId, this.made);
    this.made += 1;
    const fullName = parent.fullName + name;
    return { ...parent, addressId, parentId: parent.addressId, level, name, fullName, ...change };
  }

  root(code: string): Address {
    const name = findDivision(code)?.zh ?? code;
    const urbanRural = 'urban';
    const bare = { addressId: '', level: 'division', name, fullName: '', division: code, urbanRural } as const;
    return {
      ...this.under(
        { ...bare, stationCode: null, isFrozen: false, aliases: [], gridKind: null, gridName: null },
        'division',
        name,
      ),
      parentId: null,
    };
  }
}

const townshipClasses: Readonly<Record<string, Address['urbanRural']>> = { 0: 'urban', 1: 'town', 2: 'rural' };

/**
 * The standard-address tree: 吉林省 → 辽源市 → districts and counties → all 48 townships, then for each station of the
 * plan communities, streets, compounds, buildings, units and rooms; in the country villages, groups and houses (`room`).
 * Households live at nodes of level `room` only. Parents come before their children. A full name leaves out what is not
 * spelled on papers: in streets the township and the community.
 */
export function* listTownAddresses(seed: number, plans: readonly StationPlan[]): Generator<Address> {
  const tree = new AddressTree(seed);
  const province = tree.root('220000');
  yield province;
  const prefecture = tree.under(province, 'division', findDivision(city)?.zh ?? city, { division: city });
  yield prefecture;
  for (const { code, zh } of listDivisions('county', '2204')) {
    const county = tree.under(prefecture, 'division', zh, { division: code });
    yield county;
    const names = new CountyNames(seed, Number(code), county.fullName);
    for (const { code: townshipCode, zh: name } of listTownships(code)) {
      const station = townStations.find(({ townships }) => townships.includes(townshipCode));
      const stationCode = station?.stationCode ?? null;
      const urbanRural = townshipClasses[townshipCode.charAt(6)] ?? 'rural';
      const township = tree.under(county, 'township', name, { urbanRural, stationCode });
      yield township;
      const plan = plans.find((it) => it.station.townships[0] === townshipCode);
      if (plan) yield* new TownshipBuilder(seed, tree, names, township, plan).list();
    }
  }
}

/** Streets and compounds of a county have names of their own, so that a full name means one place. */
class CountyNames {
  readonly streets: PlaceNames;
  readonly compounds: PlaceNames;
  readonly communities: PlaceNames;
  readonly villages: PlaceNames;
  readonly countyName: string;

  constructor(seed: number, index: number, countyName: string) {
    this.countyName = countyName;
    this.streets = PlaceNames.streets(seed, index);
    this.compounds = PlaceNames.compounds(seed, index + 1_000_000);
    this.communities = PlaceNames.communities(seed, index + 2_000_000);
    this.villages = PlaceNames.villages(seed, index + 3_000_000);
  }
}

/** How much of a station's people live in streets. */
const streetShare = { urban: 1, town: 0.4, rural: 0.12 } as const;
/** The building that awaits demolition in every station: nobody may move in. */
const frozenBuilding = 5;

/** Builds one township until it has the rooms its station needs; the last building is finished, so a few more may follow. */
class TownshipBuilder {
  private readonly seed: number;
  private readonly tree: AddressTree;
  private readonly names: CountyNames;
  private readonly township: Address;
  private readonly plan: StationPlan;
  private readonly random: Random;
  private rooms = 0;
  private buildings = 0;

  constructor(seed: number, tree: AddressTree, names: CountyNames, township: Address, plan: StationPlan) {
    this.seed = seed;
    this.tree = tree;
    this.names = names;
    this.township = township;
    this.plan = plan;
    this.random = new Random(seed, streams.place, plan.firstRoom);
  }

  *list(): Generator<Address> {
    const inStreets = Math.ceil(this.plan.rooms * streetShare[this.plan.station.kind]);
    while (this.rooms < inStreets) yield* this.community(inStreets);
    while (this.rooms < this.plan.rooms) yield* this.village();
  }

  private *community(until: number): Generator<Address> {
    const urbanRural = this.plan.station.kind === 'urban' ? 'urban' : 'town';
    const community = this.tree.under(this.township, 'community', this.names.communities.next(), { urbanRural });
    yield community;
    for (let street = 0; street < 2 && this.rooms < until; street += 1) yield* this.street(community, until);
  }

  private *street(community: Address, until: number): Generator<Address> {
    const name = this.names.streets.next();
    const base = this.plan.station.kind === 'urban' ? this.names.countyName : this.township.fullName;
    const street = this.tree.under(community, 'street', name, { fullName: base + name });
    yield street;
    for (let compound = 0; compound < 3 && this.rooms < until; compound += 1) yield* this.compound(street, until);
  }

  private *compound(street: Address, until: number): Generator<Address> {
    const compound = this.tree.under(street, 'compound', this.names.compounds.next());
    yield compound;
    const buildings = this.random.between(4, 9);
    for (let number = 1; number <= buildings && this.rooms < until; number += 1) yield* this.building(compound, number);
  }

  private *building(compound: Address, number: number): Generator<Address> {
    this.buildings += 1;
    const isFrozen = this.buildings === frozenBuilding;
    const building = this.tree.under(compound, 'building', `${number}号楼`, { isFrozen });
    yield building;
    const [units, floors, doors] = [
      this.random.between(2, 4),
      this.random.pick([5, 6, 6, 7, 11]),
      this.random.between(2, 3),
    ];
    for (let unitNumber = 1; unitNumber <= units; unitNumber += 1) {
      const unit = this.tree.under(building, 'unit', `${unitNumber}单元`);
      yield unit;
      for (let room = 0; room < floors * doors; room += 1) {
        yield this.room(unit, `${Math.floor(room / doors) + 1}0${(room % doors) + 1}室`);
      }
    }
  }

  private *village(): Generator<Address> {
    const village = this.tree.under(this.township, 'community', this.names.villages.next(), { urbanRural: 'rural' });
    yield village;
    const groups = this.random.between(3, 8);
    for (let number = 1; number <= groups && this.rooms < this.plan.rooms; number += 1) {
      const group = this.tree.under(village, 'street', `${toChinese(number)}组`);
      yield group;
      const houses = this.random.between(18, 60);
      for (let house = 1; house <= houses; house += 1) yield this.room(group, `${house}号`);
    }
  }

  private room(parent: Address, name: string): Address {
    const index = this.plan.firstRoom + this.rooms;
    // An empty room in dispute here and there: the ninth of a row never has a household.
    const isFrozen = parent.isFrozen || this.rooms % 900 === 8;
    this.rooms += 1;
    return this.tree.under(parent, 'room', name, { isFrozen, addressId: townId(this.seed, streams.roomId, index) });
  }
}
