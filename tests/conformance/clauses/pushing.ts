import { uuidv7 } from 'uuidv7';
import type { City } from '../city.ts';
import { type Clause, equal, hold, refused } from '../clause.ts';
import { anyFacts, effectOf, inventedPerson } from '../invented.ts';
import { outcomeWord, type SentEvent } from '../kit-device.ts';
import { settled } from './homes.ts';

const bornAnew = () => [effectOf('person', inventedPerson())];
const words = (outcomes: readonly Parameters<typeof outcomeWord>[0][]) => outcomes.map(outcomeWord);

/** Facts of the settlement of a refused event. */
export function choiceOf(settledEventId: string, choice: string): Record<string, unknown> {
  return {
    kind: 'conflict.settled',
    facts: {
      ...{ settledEventId, choice, reason: '以先办为准', procedure: 'conformance.trial', acceptanceNumber: 'K-1' },
      ...{ registeredOn: '2026-11-23', happenedOn: '2026-11-23', restates: null },
    },
  };
}

/** An event of station A that is a conflict, with the person it is about. */
async function refusedEvent({
  a,
  atA,
}: City): Promise<{ event: SentEvent; person: ReturnType<typeof inventedPerson> }> {
  const { person } = await settled(a, atA.addressId);
  await a.make([effectOf('person', { ...person, name: '符先到' }, 1)]);
  const event = a.next([effectOf('person', { ...person, name: '符迟到' }, 1)]);
  equal('an event based on an old version', words(await a.take(event)), ['conflict']);
  return { event, person };
}

/** What an event says of itself and of those before it. */
export const eventRules: readonly Clause[] = [
  {
    id: 'P48',
    says: 'a push is answered with one outcome for each event, in the order sent',
    check: async ({ a }) => {
      const events = [a.next(bornAnew()), a.next([]), a.next(bornAnew())];
      const outcomes = await a.take(...events);
      equal(
        'whose outcomes',
        outcomes.map(({ eventId }) => eventId),
        events.map(({ eventId }) => eventId),
      );
      equal('outcomes', words(outcomes), ['confirmed', 'body', 'confirmed']);
    },
  },
  {
    id: 'P49',
    says: '`basedOn` is the version held, with `basedOnEvent` the one that event made',
    check: async ({ a }) => {
      const person = inventedPerson();
      const first = a.next([effectOf('person', person)]);
      const waiting = a.next([effectOf('person', { ...person, name: '符次' }, 1, first.eventId)]);
      const foreign = a.next([effectOf('person', { ...person, name: '符末' }, 2, first.eventId)]);
      const outcomes = await a.take(first, waiting, foreign);
      equal('based on own events, the last on the wrong one', words(outcomes), ['confirmed', 'confirmed', 'conflict']);
    },
  },
  {
    id: 'P50',
    says: 'events are numbered without gaps and chained by `prevHash`; `hash` is over the event without it, as it is sent',
    check: async ({ a }) => {
      const older = a.next([{ ...effectOf('person', inventedPerson()) }]);
      a.forget(older);
      const lacking = JSON.parse(
        JSON.stringify(older.effects).replaceAll(/,"(?:guardians|formerCitizenIds)":\[\]/g, ''),
      );
      const event = a.next(lacking);
      hold('an event that lacks what has a default', event.hash !== older.hash, 'another hash', event.hash);
      equal('such an event', words(await a.take(event)), ['confirmed']);
      equal('as it is kept', (await a.ownChain(event.seq)).afterHash, event.hash);
    },
  },
  {
    id: 'P51',
    says: 'the kinds of events: a settlement, a change, a reversal, a settled conflict, and no other',
    check: async ({ a }) => {
      const person = inventedPerson();
      const made = await a.make([effectOf('person', person)], { kind: 'register.changed', facts: anyFacts() });
      const facts = {
        reversedEventId: made.eventId,
        procedure: 'conformance.trial',
        registeredOn: '2026-11-23',
        reason: '录入有误',
      };
      const undone = effectOf('person', { ...person, status: 'cancelled', endedOn: '2026-11-23' }, 1);
      await a.make([undone], { kind: 'event.reversed', facts });
      equal('a kind of its own', words(await a.take(a.next(bornAnew(), { kind: 'person.born' }))), ['body']);
      equal('facts of another kind', words(await a.take(a.next(bornAnew(), { kind: 'event.reversed' }))), ['body']);
    },
  },
];

/** The settlement of refused events. */
export const settledConflicts: readonly Clause[] = [
  {
    id: 'P52',
    says: 'a settled conflict has effects with `ours` and `mix`, none with `theirs` and `withdrawn`',
    check: async (city) => {
      const { a } = city;
      const right = [];
      for (const choice of ['theirs', 'withdrawn', 'ours', 'mix']) {
        const { event, person } = await refusedEvent(city);
        const effects =
          choice === 'ours' || choice === 'mix' ? [effectOf('person', { ...person, name: '符再' }, 2)] : [];
        const wrong = effects.length > 0 ? [] : [effectOf('person', { ...person, name: '符再' }, 2)];
        right.push(...words(await a.take(a.next(wrong, choiceOf(event.eventId, choice)))));
        right.push(...words(await a.take(a.next(effects, choiceOf(event.eventId, choice)))));
      }
      equal('each choice, wrong and right', right, Array(4).fill(['body', 'confirmed']).flat());
    },
  },
  {
    id: 'P53',
    says: 'one is taken only for an event that was refused; else `scope`',
    check: async ({ a }) => {
      const taken = await a.make(bornAnew());
      for (const [what, eventId] of Object.entries({ confirmed: taken.eventId, unknown: uuidv7() })) {
        const [outcome] = await a.take(a.next([], choiceOf(eventId, 'theirs')));
        equal(`of an event that is ${what}`, outcomeWord(outcome), 'scope');
      }
    },
  },
  {
    id: 'P54',
    says: 'its effects are judged like any, and the feed tells it when it changed a record',
    check: async (city) => {
      const { a } = city;
      const { event, person } = await refusedEvent(city);
      const start = await a.head();
      const settled = await a.make(
        [effectOf('person', { ...person, name: '符再' }, 2)],
        choiceOf(event.eventId, 'ours'),
      );
      const told = await a.changes(start);
      equal(
        'told',
        told.events.map((each) => [each.event.eventId, each.event.kind]),
        [[settled.eventId, 'conflict.settled']],
      );
      const silent = await refusedEvent(city);
      const before = await a.head();
      await a.make([], choiceOf(silent.event.eventId, 'withdrawn'));
      equal('told of one without effects', (await a.changes(before)).events, []);
    },
  },
  {
    id: 'P55',
    says: 'one that is refused itself is settled by a further one; the refused event keeps its answer for good',
    check: async (city) => {
      const { a } = city;
      const { event, person } = await refusedEvent(city);
      const [first] = await a.take(event);
      const again = a.next([effectOf('person', { ...person, name: '符又' }, 1)], choiceOf(event.eventId, 'ours'));
      equal('a settlement based on an old version', words(await a.take(again)), ['conflict']);
      await a.make([effectOf('person', { ...person, name: '符终' }, 2)], choiceOf(again.eventId, 'ours'));
      equal('the refused event sent again', await a.take(event), [first]);
    },
  },
];

/** How a push is read before any event of it is decided. */
export const pushRules: readonly Clause[] = [
  {
    id: 'P56',
    says: 'each event is decided after the ones before it and by what they made',
    check: async ({ a, atA }) => {
      const [one, two] = [inventedPerson(), inventedPerson()];
      const rename = (basedOn: number) => a.next([effectOf('person', { ...one, name: `符${basedOn}` }, basedOn)]);
      const twin = { ...two, citizenId: one.citizenId };
      const events = [
        a.next([effectOf('person', one)]),
        rename(1),
        rename(1),
        a.next([effectOf('person', twin)]),
        rename(2),
      ];
      const expected = ['confirmed', 'confirmed', 'conflict', 'person-elsewhere', 'confirmed'];
      equal('five events that lean on each other', words(await a.take(...events)), expected);
      hold('an address of the station', atA.stationCode === a.stationCode, a.stationCode, atA.stationCode);
    },
  },
  {
    id: 'P57',
    says: 'an event whose envelope does not read: the request is BODY_INVALID, and nothing of it is decided',
    check: async ({ a }) => {
      const good = a.next(bornAnew());
      const wrong = { eventId: '1', deviceId: 'x', stationCode: 'A', seq: 0, prevHash: 'x', hash: null };
      for (const [member, value] of Object.entries(wrong)) {
        const events = [good, { ...good, [member]: value }];
        await refused(`a wrong ${member}`, a.signed('POST', '/v1/events', { events }), '400 BODY_INVALID');
      }
      equal('what is kept', (await a.ownChain(0)).head.seq, good.seq - 1);
      equal('the right one afterwards', words(await a.take(good)), ['confirmed']);
    },
  },
];
