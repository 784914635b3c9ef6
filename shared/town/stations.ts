import { findPoliceOrg } from '../domain/police-orgs.ts';

/** What a made-up town knows of a station: the townships whose people it keeps, and its share of the city's people. */
export interface TownStation {
  readonly stationCode: string;
  readonly division: string;
  /** Nine digits each; the first is the one with the station in it. */
  readonly townships: readonly string[];
  /** `urban`: streets only. `town`: a town with villages around. `rural`: mostly villages. */
  readonly kind: 'urban' | 'town' | 'rural';
  readonly weight: number;
}

type Row = readonly [stationCode: string, townships: string, weight: number];

/**
 * The 34 stations with the townships of the same name. Which station keeps the other streets is not published: theirs are
 * left without people. Weights follow the registered population of 2022: the city's districts 433,800, the counties 697,600.
 */
const rows: readonly Row[] = [
  ['220401010000', '220402001', 68],
  ['220402010000', '220402006', 66],
  ['220403010000', '220402002', 72],
  ['220404010000', '220402070', 38],
  ['220405010000', '220403002', 70],
  ['220406010000', '220403001', 64],
  ['220407010000', '220403003', 56],
  ['220421100000', '220421100 220421001 220421002 220421003', 92],
  ['220421110000', '220421102', 26],
  ['220421120000', '220421101', 27],
  ['220421130000', '220421106', 19],
  ['220421140000', '220421104', 18],
  ['220421150000', '220421200', 19],
  ['220421160000', '220421201', 15],
  ['220421170000', '220421109', 23],
  ['220421200000', '220421103', 24],
  ['220421210000', '220421107', 19],
  ['220421220000', '220421111', 18],
  ['220421230000', '220421110', 17],
  ['220421240000', '220421105', 19],
  ['220421250000', '220421108', 22],
  ['220422090000', '220422100', 86],
  ['220422100000', '220422104', 26],
  ['220422110000', '220422105', 29],
  ['220422120000', '220422102', 23],
  ['220422130000', '220422103', 27],
  ['220422140000', '220422101', 33],
  ['220422180000', '220422106', 27],
  ['220422190000', '220422203', 16],
  ['220422200000', '220422200', 14],
  ['220422210000', '220422202', 16],
  ['220422220000', '220422201', 17],
  ['220422230000', '220422108', 19],
  ['220422810000', '220422107', 24],
];

/** The seventh digit tells a street (0), a town (1) and a township (2). */
const kinds: Readonly<Record<string, TownStation['kind']>> = { 0: 'urban', 1: 'town', 2: 'rural' };

function stationOf([stationCode, townships, weight]: Row): TownStation {
  const codes = townships.split(' ');
  const first = codes[0] ?? '';
  const kind = kinds[first.charAt(6)] ?? 'town';
  return { stationCode, division: first.slice(0, 6), townships: codes, kind, weight };
}

/** The stations of the town, in code order. */
export const townStations: readonly TownStation[] = rows.map(stationOf);

/** 南康派出所: where a town lives that is too small for all stations. */
export const firstStation = '220403010000';

/** The town's station with that code. Throws RangeError when the code is none of the 34. */
export function getTownStation(stationCode: string): TownStation {
  const station = townStations.find((it) => it.stationCode === stationCode);
  if (!station || !findPoliceOrg(stationCode)) throw new RangeError('no station of Liaoyuan has this code');
  return station;
}

/**
 * How many of `persons` live under each station: all under one below 100,000 (or where a station is named), else spread
 * over the 34 by weight. The sum is exactly `persons`.
 */
export function sharePersons(persons: number, stationCode?: string): { station: TownStation; persons: number }[] {
  if (stationCode !== undefined || persons < 100_000) {
    return [{ station: getTownStation(stationCode ?? firstStation), persons }];
  }
  const total = townStations.reduce((sum, { weight }) => sum + weight, 0);
  const shares = townStations.map((station) => ({ station, persons: Math.floor((persons * station.weight) / total) }));
  const rest = persons - shares.reduce((sum, share) => sum + share.persons, 0);
  return shares.map((share, index) => (index === 2 ? { ...share, persons: share.persons + rest } : share));
}

/** How many of a station's persons are residents from elsewhere: four for a hundred households of 2.5. */
export function countResidents(persons: number): number {
  return Math.floor(persons * 0.016);
}
