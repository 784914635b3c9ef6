import type { PolicyNames } from '../../shared/contract/policy.ts';
import { useLanguage } from '../language.ts';
import { useCall } from '../queries.ts';

/**
 * Words for an id that comes from the policy pack, in the pack's own words. Nothing until they are read (a moment after the
 * log-in), the id itself when the pack does not name it.
 */
export function usePolicyNames(group: keyof PolicyNames): (id: string) => string {
  const language = useLanguage();
  const { data } = useCall('policy.names', {});
  return (id) => (data ? (data[group][id]?.[language] ?? id) : '');
}
