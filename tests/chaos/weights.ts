/** How often what happens in a schedule, each against the sum of all. */
export const stepWeights = {
  deliver: 40,
  together: 6,
  act: 26,
  turn: 20,
  astray: 2,
  kill: 2,
  cut: 2,
  mend: 2,
  crash: 2,
  restart: 4,
  power: 4,
  fill: 1,
  room: 2,
  clock: 1,
  backup: 2,
  putBack: 5,
  settle: 8,
} as const;
export type Step = keyof typeof stepWeights;

/** What the line does to a request that is delivered. */
export const faultWeights = { none: 100, unsent: 6, unheard: 8, twice: 6, spoilt: 2, late: 4, crash: 4 } as const;
/** In which direction a station's line is cut. */
export type Cut = 'none' | 'requests' | 'answers' | 'both';
