import { StopOutlined, WarningOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';

/** So often a limit that comes nearer by itself is looked at. */
const lookEveryMs = 60_000;

/** That nothing may be registered here now, or soon not, with the way to why; nothing while all is well. */
export function FreezeSign(): ReactElement | null {
  const say = useWords();
  const { data } = useCall('freeze.list', {}, { everyMs: lookEveryMs });
  const states = data?.freezes.map(({ state }) => state) ?? [];
  if (states.includes('frozen'))
    return (
      <Link to="/sync" className="top-item state tone-wrong">
        <StopOutlined aria-hidden /> {say('freeze.top')}
      </Link>
    );
  if (!states.includes('near')) return null;
  return (
    <Link to="/sync" className="top-item state tone-due">
      <WarningOutlined aria-hidden /> {say('freeze.topNear')}
    </Link>
  );
}
