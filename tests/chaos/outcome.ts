import type { ChaosRegistry } from './chaos-registry.ts';
import type { CounterPlace } from './chaos-station.ts';

/** How a schedule begins: the registry, and each counter's file as it was after its first fill. */
export interface Beginning {
  readonly registry: ChaosRegistry;
  readonly counters: readonly { readonly place: CounterPlace; readonly image: Buffer }[];
  /** A file that was never filled. */
  readonly emptyImage: Buffer;
}

export interface Outcome {
  readonly seed: number;
  /** What went wrong, in sentences; empty: nothing. */
  readonly faults: readonly string[];
  /** What happened, a line each. */
  readonly steps: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}
