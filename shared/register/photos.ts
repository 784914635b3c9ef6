import type { Workbench } from './workbench.ts';

/** Gives a person a kept photograph; null: the one they have stays. */
export function takePhoto(bench: Workbench, personId: string, photoId: string | null): void {
  if (photoId !== null) bench.change('person', personId, { photoId });
}
