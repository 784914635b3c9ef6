import type { ReactElement } from 'react';

/** A bar from 0 to 100; the number stands beside it for who cannot see the drawing. */
export function CountBar({ length }: { length: number }): ReactElement {
  return (
    <svg className="count-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="0" width={length} height="10" className="chart-bar" />
    </svg>
  );
}
