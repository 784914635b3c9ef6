import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { places } from './places.ts';
import { useMayCall } from './session.ts';

/** Where one can go, each place with what waits there. */
export function Rail(): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const summary = useCall('home.summary', {}, { enabled: may('home.summary') }).data;
  return (
    <nav className="rail" aria-label={say('frame.nav')} data-part="rail">
      {places
        .filter((place) => may(place.needs))
        .map(({ id, path, Icon, count }) => {
          const number = summary === undefined ? 0 : (count?.(summary) ?? 0);
          return (
            <Link
              key={id}
              to={path}
              className="rail-link"
              activeOptions={{ exact: path === '/' }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <span className="rail-icon" aria-hidden="true">
                <Icon />
              </span>
              <span className="rail-word">{say(`place.${id}`)}</span>
              {number > 0 ? <span className="rail-count">{number}</span> : null}
            </Link>
          );
        })}
    </nav>
  );
}
