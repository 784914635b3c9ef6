import type { Department } from '../../shared/domain/offices.ts';
import { useCall } from '../queries.ts';

/** The department that the pack names for a material; null where none does and the paper has to be seen. */
export function useVerifyingDepartment(materialId: string): Department | null {
  const { data } = useCall('policy.departments', {});
  return data?.[materialId] ?? null;
}
