import type { Draft, DraftPerson } from '../../../shared/contract/draft.ts';
import type { ChangeFacts, Effect, SettlementFacts } from '../../../shared/domain/events.ts';
import { normalizeName } from '../../../shared/domain/names.ts';
import type { Address, Person } from '../../../shared/domain/records.ts';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import type { Plan } from '../../../shared/register/change.ts';
import type { RegisterView } from '../../../shared/register/view.ts';
import { reasonDetails, reasonsOf } from '../register/reasons.ts';
import { isSettling } from './checks/demands.ts';
import type { Happening } from './make-event.ts';

/** An event keeps so many persons and households by id; its effects hold all. */
const mostIds = 60;

/** A case about to be registered. */
interface Registering {
  readonly procedure: Procedure;
  readonly acceptanceNumber: string;
  readonly draft: Draft;
  readonly plan: Plan;
  readonly registeredOn: string;
}

function personIdsOf(effect: Effect): string[] {
  switch (effect.kind) {
    case 'person':
    case 'membership':
    case 'residence':
    case 'permit':
    case 'certificate':
      return [effect.after.personId];
    case 'migration-paper':
      return effect.after.holders.flatMap(({ personId }) => personId ?? []);
    default:
      return [];
  }
}

function householdIdsOf(effect: Effect): string[] {
  return effect.kind === 'household' || effect.kind === 'membership' ? [effect.after.householdId] : [];
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)].slice(0, mostIds);

function changeFacts({ procedure, acceptanceNumber, draft, plan, registeredOn }: Registering): ChangeFacts {
  const { kind, id } = draft.subject;
  return {
    procedure: procedure.id,
    acceptanceNumber,
    registeredOn,
    happenedOn: plan.note.happenedOn,
    personIds: distinct([...(kind === 'person' ? [id] : []), ...plan.effects.flatMap(personIdsOf)]),
    householdIds: distinct([...(kind === 'household' ? [id] : []), ...plan.effects.flatMap(householdIdsOf)]),
    details: { ...plan.note.details, ...reasonDetails(reasonsOf(draft, plan.warnings)) },
  };
}

/** The household the persons of a settlement are in afterwards, and whether it was opened for them. */
function placeOf(effects: readonly Effect[]): { householdId: string; isNew: boolean } {
  for (const effect of effects)
    if (effect.kind === 'membership' && effect.after.untilOn === null) {
      const { householdId } = effect.after;
      const isNew = effects.some(
        ({ kind, id, basedOn }) => kind === 'household' && id === householdId && basedOn === 0,
      );
      return { householdId, isNew };
    }
  throw new Error('a settlement gives everybody a place');
}

function addressOf(view: RegisterView, effects: readonly Effect[], householdId: string): Address {
  const opened = effects.find(({ id }) => id === householdId);
  const household = opened?.kind === 'household' ? opened.after : view.find('household', householdId)?.data;
  const address = household ? view.find('address', household.addressId)?.data : null;
  if (!address) throw new Error('a household stands at an address of the register');
  return address;
}

/** Whoever came without a number has one now; name and birth are the same. */
function findEntered({ people }: Draft, person: Person): DraftPerson | undefined {
  return people.find(({ citizenId, name, bornOn }) =>
    citizenId === '' ? normalizeName(name) === person.name && bornOn === person.bornOn : citizenId === person.citizenId,
  );
}

/** What the monthly report and 公业58表 count: who moved in, from where, and to what kind of place. */
function settlementFacts(view: RegisterView, registering: Registering): SettlementFacts {
  const { procedure, acceptanceNumber, draft, plan, registeredOn } = registering;
  const { householdId, isNew } = placeOf(plan.effects);
  const { division, urbanRural } = addressOf(view, plan.effects, householdId);
  const movers = plan.effects.flatMap((effect) => {
    const entered = effect.kind === 'person' && findEntered(draft, effect.after);
    if (!entered) return [];
    const { hukouDivision, hukouClass } = entered;
    const fromClass = hukouClass === 'urban' || hukouClass === 'rural' ? hukouClass : null;
    return [{ personId: effect.id, fromDivision: hukouDivision || null, fromClass }];
  });
  const reasons = reasonsOf(draft, plan.warnings);
  return {
    procedure: procedure.id,
    acceptanceNumber,
    registeredOn,
    destination: { division, urbanRural },
    movers,
    householdId,
    isNewHousehold: isNew,
    ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
  };
}

/** What an event says of a case beyond its effects; settlements keep what their reports count. `view`: the register before it. */
export function happeningOf(view: RegisterView, registering: Registering): Happening {
  return isSettling(registering.procedure)
    ? { kind: 'settlement.registered', facts: settlementFacts(view, registering) }
    : { kind: 'register.changed', facts: changeFacts(registering) };
}
