import type { EndpointName } from '../../shared/contract/index.ts';

/** The pages behind a place of the rail, which the palette opens directly. Who may not make the call does not see the page. */
export const innerPages = [
  { id: 'printing', path: '/settings/printing', words: 'printPlace.title', needs: 'calibration.list' },
  { id: 'calibration', path: '/settings/calibration', words: 'calibration.title', needs: 'calibration.list' },
] as const satisfies readonly { id: string; path: string; words: string; needs: EndpointName }[];
