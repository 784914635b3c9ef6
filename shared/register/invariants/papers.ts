import { migrationPaperLimit } from '../../domain/paper-records.ts';
import { type RecordKind, type RecordOf, recordKinds, recordSchemas } from '../../domain/register-records.ts';
import { defineInvariant, type Fault, fault, faultsWhere, type Invariant, type Surroundings } from './breach.ts';

const oneResidence = defineInvariant({
  name: 'one open residence registration a person',
  kind: 'residence',
  check({ view }, { personId, firstRegisteredOn, registeredOn, endedOn, endReason }) {
    const open = view.list('residence', 'personId', personId).filter(({ data }) => data.endedOn === null);
    return faultsWhere(
      [endedOn === null && open.length > 1, fault('residence-open')],
      [registeredOn < firstRegisteredOn || (endedOn ?? '9') < registeredOn, fault('date-order')],
      [(endedOn === null) !== (endReason === null), fault('date-needed')],
    );
  },
});

const onePermit = defineInvariant({
  name: 'one permit in use a person, for a residence of their own',
  kind: 'permit',
  check({ view }, { personId, residenceId, status, issuedOn, endedOn }) {
    const active = view.list('permit', 'personId', personId).filter(({ data }) => data.status === 'active');
    const residence = view.find('residence', residenceId)?.data;
    return faultsWhere(
      [status === 'active' && active.length > 1, fault('permit-active')],
      [residence !== undefined && residence.personId !== personId, fault('residence-unknown')],
      [(status === 'active') !== (endedOn === null), fault('date-needed')],
      [endedOn !== null && endedOn < issuedOn, fault('date-order')],
    );
  },
});

/** M94: at most four persons on a paper. */
const fourHolders = defineInvariant({
  name: 'at most four persons on a migration paper',
  kind: 'migration-paper',
  check({ view }, { number, holders, issuedOn, validUntil, replacesId }) {
    const replaced = replacesId === null ? null : view.find('migration-paper', replacesId)?.data;
    return faultsWhere(
      [holders.length > migrationPaperLimit, fault('paper-too-many', null, { limit: migrationPaperLimit })],
      [validUntil < issuedOn, fault('date-order')],
      [replaced?.status === 'issued', fault('paper-not-in-force', null, { number: replaced?.number ?? number })],
    );
  },
});

type Numbered = 'person' | 'permit' | 'migration-paper' | 'certificate' | 'blank';

/** How the records of each kind are told apart that may have the same number: papers and blanks by kind and year of printing. */
const rangeOf: { readonly [K in Numbered]: (data: RecordOf<K>) => string } = {
  person: () => '',
  permit: () => '',
  'migration-paper': ({ kind, printYear }) => `${kind} ${printYear}`,
  certificate: ({ stationCode }) => stationCode,
  blank: ({ form, printYear }) => `${form} ${printYear}`,
};

function numberOnce<K extends Numbered>(
  kind: K,
  of: {
    readonly numberOf: (data: RecordOf<K>) => string;
    readonly list: (around: Surroundings, number: string) => readonly { readonly data: RecordOf<K> }[];
    readonly found: (number: string) => Fault;
  },
): Invariant<K> {
  return {
    name: `a number of a ${kind} is used once`,
    kind,
    check(around, record) {
      const number = of.numberOf(record);
      const range = rangeOf[kind];
      const bearers = of.list(around, number).filter(({ data }) => range(data) === range(record));
      return faultsWhere([bearers.length > 1, of.found(number)]);
    },
  };
}

const citizenNumberOnce = numberOnce('person', {
  numberOf: ({ citizenId }) => citizenId,
  list: ({ view }, number) => view.list('person', 'citizenId', number),
  found: () => fault('number-taken', 'people'),
});
const permitNumberOnce = numberOnce('permit', {
  numberOf: ({ number }) => number,
  list: ({ view }, number) => view.list('permit', 'number', number),
  found: (number) => fault('paper-number-taken', null, { number }),
});
const paperNumberOnce = numberOnce('migration-paper', {
  numberOf: ({ number }) => number,
  list: ({ view }, number) => view.list('migration-paper', 'number', number),
  found: (number) => fault('paper-number-taken', null, { number }),
});
const certificateNumberOnce = numberOnce('certificate', {
  numberOf: ({ number }) => number,
  list: ({ view }, number) => view.list('certificate', 'number', number),
  found: (number) => fault('paper-number-taken', null, { number }),
});
const blankNumberOnce = numberOnce('blank', {
  numberOf: ({ number }) => number,
  list: ({ view }, number) => view.list('blank', 'number', number),
  found: (number) => fault('blank-used', null, { number }),
});

/** A record that its schema does not take could not be sent, stored or read again. */
function inShape<K extends RecordKind>(kind: K): Invariant<K> {
  return {
    name: `a ${kind} has every field in its shape`,
    kind,
    check(_, record) {
      const read = recordSchemas[kind].safeParse(record);
      if (read.success) return [];
      return [fault('input-invalid', String(read.error.issues[0]?.path[0] ?? ''))];
    },
  };
}

/** What must hold of residence registrations, permits and papers. */
export const paperInvariants = [
  oneResidence,
  onePermit,
  fourHolders,
  citizenNumberOnce,
  permitNumberOnce,
  paperNumberOnce,
  certificateNumberOnce,
  blankNumberOnce,
] as const;

/** What must hold of every record alone. */
export const shapeInvariants = recordKinds.map((kind) => inShape(kind));
