import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CaseState } from '../../../../shared/contract/case.ts';
import { useMayCall } from '../../../frame/session.ts';
import { useWords } from '../../../language.ts';
import { Notice } from '../../../signs/notice.tsx';

/** Whether the registry has confirmed what was registered here; nothing before registration. */
export function RegistryState({ state }: { state: CaseState }): ReactElement | null {
  const say = useWords();
  const may = useMayCall();
  if (state === 'provisional') return <Notice tone="due">{say('registryState.provisional')}</Notice>;
  if (state === 'conflict')
    return (
      <Notice tone="wrong" action={may('conflict.list') ? <Link to="/conflicts">{say('place.conflicts')}</Link> : null}>
        {say('registryState.conflict')}
      </Notice>
    );
  if (state === 'confirmed' || state === 'closed') return <Notice tone="good">{say('registryState.confirmed')}</Notice>;
  return null;
}
