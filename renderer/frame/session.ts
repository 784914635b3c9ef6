import { contract, type EndpointName } from '../../shared/contract/index.ts';
import type { Role } from '../../shared/contract/roles.ts';
import type { Session, StationState } from '../../shared/contract/session.ts';
import { useCall } from '../queries.ts';

/** Whether a role may make a call, as the contract says; the station checks it again. */
export function mayCall(role: Role, endpoint: EndpointName): boolean {
  const roles: readonly Role[] | null = contract[endpoint].roles;
  return roles === null || roles.includes(role);
}

/** Who is logged in; null before log-in and while it is being asked. */
export function useSession(): Session | null {
  return useCall('session.current', {}).data ?? null;
}

/** The station of this computer; null while it is being asked. */
export function useStation(): StationState | null {
  return useCall('station.state', {}).data ?? null;
}

/** Whether the one logged in may make a call. */
export function useMayCall(): (endpoint: EndpointName) => boolean {
  const session = useSession();
  return (endpoint) => session !== null && mayCall(session.role, endpoint);
}
