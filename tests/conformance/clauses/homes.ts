import type { Effect } from '../../../shared/domain/events.ts';
import type { Household, Membership, Person } from '../../../shared/domain/records.ts';
import type { City } from '../city.ts';
import { effectOf, inventedCitizenId, inventedPlace } from '../invented.ts';
import type { KitDevice } from '../kit-device.ts';

export interface Home {
  readonly person: Person;
  readonly house: Household;
  readonly place: Membership;
}

function homeIn(effects: readonly Effect[]): Home {
  const [person, house, place] = effects;
  if (person?.kind !== 'person' || house?.kind !== 'household' || place?.kind !== 'membership')
    throw new Error('effects');
  return { person: person.after, house: house.after, place: place.after };
}

/** Someone new in a household of their own at a device's station. */
export async function settled(device: KitDevice, addressId: string): Promise<Home> {
  const effects = await device.settling(addressId, { citizenId: inventedCitizenId() });
  await device.make(effects);
  return homeIn(effects);
}

/** The effect by which a place ends. */
export const left = (place: Membership, basedOn = 1) =>
  effectOf('membership', { ...place, untilOn: '2026-11-22' }, basedOn);

/** A person of station A moves to station B, which registers it. */
export async function arrival({ a, b, atA, atB }: City): Promise<{ from: Home; to: Home; effects: Effect[] }> {
  const from = await settled(a, atA.addressId);
  const [, house] = await b.settling(atB.addressId, { citizenId: inventedCitizenId() });
  if (house?.kind !== 'household') throw new Error('effects');
  const newHouse = { ...house.after, headPersonId: from.person.personId };
  const place = inventedPlace(newHouse, from.person);
  const effects = [
    effectOf('household', newHouse),
    effectOf('membership', place),
    left(from.place),
    effectOf('household', { ...from.house, status: 'closed', closedOn: '2026-11-22' }, 1),
  ];
  return { from, to: { person: from.person, house: newHouse, place }, effects };
}
