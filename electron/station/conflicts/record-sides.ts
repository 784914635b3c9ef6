import type { ConflictField, ConflictRecord } from '../../../shared/contract/conflict.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import { idFields } from '../../../shared/domain/register-records.ts';
import { listDifferences, type ThreeSides } from '../../../shared/register/three-sides.ts';
import type { Program } from '../program.ts';
import { type NamedRecords, toldSubject, toldValue } from '../register/told-values.ts';
import { findOvertaker } from './other-side.ts';

/** Names and numbers of what the event makes, which stand in no table while it is lifted. */
export function namedBy(event: RegisterEvent): NamedRecords {
  return new Map(
    event.effects.flatMap((effect): [string, string][] => {
      if (effect.kind === 'person') return [[effect.id, effect.after.name]];
      return effect.kind === 'household' ? [[effect.id, effect.after.number]] : [];
    }),
  );
}

/** A record of a lifted event as the desk shows it: the fields that differ first. */
export function recordOf(program: Program, event: RegisterEvent, sides: ThreeSides): ConflictRecord {
  const { kind, id, base, ours, theirs } = sides;
  const named = namedBy(event);
  const effect = event.effects.find((each) => each.id === id);
  const maker = effect ? findOvertaker(program, effect) : null;
  const fields = fieldsOf(program, sides, named);
  return {
    kind,
    id,
    subject: toldSubject(program, { ...ours }, named),
    isNew: base === null,
    isHeld: theirs !== null,
    madeBy: maker?.eventId ?? null,
    fields: [...fields.filter(({ isDifferent }) => isDifferent), ...fields.filter(({ isDifferent }) => !isDifferent)],
  };
}

function fieldsOf(program: Program, sides: ThreeSides, named: NamedRecords): ConflictField[] {
  const { kind, base, ours, theirs } = sides;
  const differences = new Map(listDifferences(sides).map((it) => [it.field, it]));
  const tell = (record: object | null, field: string) =>
    toldValue(program, field, (record as Readonly<Record<string, unknown>> | null)?.[field], named);
  return Object.keys(ours)
    .filter((field) => field !== idFields[kind])
    .map((field) => {
      const difference = differences.get(field);
      return {
        field,
        base: tell(base, field),
        ours: tell(ours, field),
        theirs: tell(theirs, field),
        isDifferent: difference !== undefined,
        isClash: difference?.isClash ?? false,
        side: difference?.side ?? 'theirs',
      };
    });
}
