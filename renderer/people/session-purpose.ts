import { useState } from 'react';
import type { LookupPurpose } from '../../shared/contract/person.ts';
import { useSession } from '../frame/session.ts';

let kept: { readonly operatorId: string; readonly purpose: LookupPurpose } | null = null;

/** Why the operator looks people up on the screens outside a case: chosen once, kept until somebody else logs in. */
export function useSessionPurpose(): [LookupPurpose, (purpose: LookupPurpose) => void] {
  const operatorId = useSession()?.operatorId ?? '';
  const [purpose, setPurpose] = useState<LookupPurpose>(kept?.operatorId === operatorId ? kept.purpose : 'counter');
  const choose = (next: LookupPurpose) => {
    kept = { operatorId, purpose: next };
    setPurpose(next);
  };
  return [purpose, choose];
}
