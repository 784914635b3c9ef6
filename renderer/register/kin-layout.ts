import type { HouseholdView } from '../../shared/contract/person.ts';
import { findKinPath } from '../../shared/domain/kinship.ts';
import { headRelations } from '../../shared/domain/relations.ts';

type Member = HouseholdView['members'][number];

/** A member in the drawing: `generation` counts upwards from the head's, `column` from the left of its row. */
export interface KinNode {
  readonly personId: string;
  readonly name: string;
  readonly relation: string;
  readonly generation: number;
  readonly column: number;
}

/** `only-head`: nothing but the relation to the head is known. */
export interface KinLine {
  readonly from: string;
  readonly to: string;
  readonly kind: 'parent' | 'spouse' | 'only-head';
}

export interface KinLayout {
  /** Oldest generation first. */
  readonly rows: readonly (readonly KinNode[])[];
  /** Members whose relation says no generation. */
  readonly others: readonly KinNode[];
  readonly lines: readonly KinLine[];
}

interface Placed {
  readonly member: Member;
  /** The way from the head, `''` for the head; null where the code says too little. */
  readonly path: string | null;
}

const idOf = ({ member }: Placed) => member.person.personId;

function placedOf(member: Member): Placed {
  const { relation } = member.membership;
  return { member, path: headRelations.includes(relation) ? '' : findKinPath(relation) };
}

function generationOf(path: string): number {
  const steps = path.match(/../g) ?? [];
  return steps.reduce((sum, step) => sum + (step.startsWith('P') ? 1 : step.startsWith('C') ? -1 : 0), 0);
}

function isSamePath(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  return [...one].every((sign, index) => sign === other.charAt(index) || sign === '?' || other.charAt(index) === '?');
}

/** What the records themselves say of parents and spouses. */
function recordedLines(placed: readonly Placed[]): KinLine[] {
  const isHere = new Set(placed.map(idOf));
  return placed.flatMap(({ member: { person } }) => {
    const parents = [person.fatherId, person.motherId].flatMap((id) => (id !== null && isHere.has(id) ? [id] : []));
    const lines = parents.map((from): KinLine => ({ from, to: person.personId, kind: 'parent' }));
    const { spouseId } = person;
    const isFirstOfPair = spouseId !== null && isHere.has(spouseId) && person.personId < spouseId;
    return isFirstOfPair ? [...lines, { from: person.personId, to: spouseId, kind: 'spouse' as const }] : lines;
  });
}

/** What follows from the relation to the head: the last step leads from the one member whose way it goes on. */
function followingLine(one: Placed, placed: readonly Placed[]): KinLine | null {
  if (one.path === null || one.path === '') return null;
  const [before, step] = [one.path.slice(0, -2), one.path.slice(-2, -1)];
  const previous = placed.filter((it) => it !== one && it.path !== null && isSamePath(it.path, before));
  const [only] = previous;
  if (only === undefined || previous.length > 1) return null;
  if (step === 'S') return { from: idOf(only), to: idOf(one), kind: 'spouse' };
  return step === 'C'
    ? { from: idOf(only), to: idOf(one), kind: 'parent' }
    : { from: idOf(one), to: idOf(only), kind: 'parent' };
}

function linesOf(placed: readonly Placed[]): readonly KinLine[] {
  const head = placed.find((it) => it.path === '');
  const recorded = recordedLines(placed);
  const lines: KinLine[] = [...recorded];
  const has = (id: string) => lines.some((it) => it.from === id || it.to === id);
  const isKnown = (line: KinLine) =>
    lines.some((it) => (it.from === line.from && it.to === line.to) || (it.from === line.to && it.to === line.from));
  for (const one of placed) {
    const following = followingLine(one, placed);
    if (following !== null && !isKnown(following)) lines.push(following);
    else if (following === null && head !== undefined && one !== head && !has(idOf(one)))
      lines.push({ from: idOf(head), to: idOf(one), kind: 'only-head' });
  }
  return lines;
}

function nodeOf({ member, path }: Placed, column: number): KinNode {
  const { person, membership } = member;
  const generation = path === null ? 0 : generationOf(path);
  return { personId: person.personId, name: person.name, relation: membership.relation, generation, column };
}

/** Spouses stand side by side, then by birth. */
function inRow(one: Placed, other: Placed): number {
  const pathOf = ({ path }: Placed) => (path ?? '').replace(/S.$/, '');
  if (pathOf(one) !== pathOf(other)) return one.member.person.bornOn < other.member.person.bornOn ? -1 : 1;
  return (one.path ?? '').length - (other.path ?? '').length;
}

/** Where everybody of a household stands in the drawing of its relations, and the lines between them. */
export function layKin(members: readonly Member[]): KinLayout {
  const placed = members.map(placedOf);
  const kin = placed.filter((it) => it.path !== null).sort(inRow);
  const generations = [...new Set(kin.map((it) => generationOf(it.path ?? '')))].sort((one, other) => other - one);
  return {
    rows: generations.map((generation) =>
      kin.filter((it) => generationOf(it.path ?? '') === generation).map((it, column) => nodeOf(it, column)),
    ),
    others: placed.filter((it) => it.path === null).map((it, column) => nodeOf(it, column)),
    lines: linesOf(placed),
  };
}
