import type { Residence } from '../domain/residence-records.ts';
import { getHomeAddress } from './joining.ts';
import { refuse } from './refusal.ts';
import { findActivePermit } from './residences.ts';
import type { Workbench } from './workbench.ts';

/**
 * Another address for a residence that goes on: registered there from today, the first registration in the city kept (the years are those of
 * residence in the city). This station takes over the registration and the permit. Refuses with address-same and whatever getHomeAddress refuses.
 */
export function moveResidence(bench: Workbench, residence: Residence, addressId: string): void {
  if (residence.addressId === addressId) refuse('address-same', 'addressId');
  getHomeAddress(bench, addressId, 'addressId');
  const { stationCode, today } = bench.context;
  bench.change('residence', residence.residenceId, { addressId, stationCode, registeredOn: today });
  const permit = findActivePermit(bench, residence.personId);
  if (permit) bench.change('permit', permit.permitId, { stationCode });
}
