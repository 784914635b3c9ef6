import type { Area, Drawing } from './drawing.ts';

/** Where the next block of a flowing paper goes, and what the pages hold so far. */
export interface FlowCursor {
  readonly pages: Drawing[][];
  /** The region of the page in hand. */
  readonly region: () => Area;
  /** Top of the free part of the region. */
  y: number;
}

/** Starts a flow: the first page has its own region, all others the second one. */
export function breakToPages(first: Area, following: Area): FlowCursor {
  const pages: Drawing[][] = [[]];
  return { pages, region: () => (pages.length === 1 ? first : following), y: first.y };
}

/** Millimetres left on the page in hand. */
export function roomLeft(cursor: FlowCursor): number {
  const { y, h } = cursor.region();
  return y + h - cursor.y;
}

/** Goes on to a new page. */
export function turnPage(cursor: FlowCursor): void {
  cursor.pages.push([]);
  cursor.y = cursor.region().y;
}

/** Turns the page unless the height fits; on an empty page it stays, as no other page would have more room. */
export function makeRoom(cursor: FlowCursor, heightMm: number): void {
  const isFresh = cursor.y <= cursor.region().y;
  if (roomLeft(cursor) + 1e-6 < heightMm && !isFresh) turnPage(cursor);
}

/** Adds drawings to the page in hand and moves down. */
export function putDown(cursor: FlowCursor, drawings: readonly Drawing[], heightMm: number): void {
  cursor.pages.at(-1)?.push(...drawings);
  cursor.y += heightMm;
}
