import { uuidv7 } from 'uuidv7';
import { type Clause, equal, refused } from '../clause.ts';
import { effectOf, inventedCitizenId, inventedPerson } from '../invented.ts';
import { outcomeWord } from '../kit-device.ts';

const bornAnew = () => [effectOf('person', inventedPerson())];
const words = (outcomes: readonly Parameters<typeof outcomeWord>[0][]) => outcomes.map(outcomeWord);

/** The steps in which an event is decided, but those that read the register. */
export const decidingSteps: readonly Clause[] = [
  {
    id: 'P58',
    says: 'step 1: an event of another device than the signer’s: the request is SCOPE_REFUSED',
    check: async ({ a, b }) => {
      const [own, foreign] = [b.next(bornAnew()), a.next(bornAnew())];
      await refused(
        'a batch with one',
        b.signed('POST', '/v1/events', { events: [own, foreign] }),
        '403 SCOPE_REFUSED',
      );
      equal('what is kept of it', (await b.ownChain(0)).head.seq, own.seq - 1);
      equal('each from its own device', words([...(await b.take(own)), ...(await a.take(foreign))]), [
        'confirmed',
        'confirmed',
      ]);
    },
  },
  {
    id: 'P59',
    says: 'step 2: the same event gets its first answer word for word; another under its id is IDEMPOTENCY_MISMATCH, those before it are decided',
    check: async ({ a }) => {
      const event = a.next(bornAnew());
      const start = await a.head();
      const [first] = await a.take(event);
      equal(
        'again, and twice in one push',
        [...(await a.take(event)), ...(await a.take(event, event))],
        [first, first, first],
      );
      equal('its effect', (await a.head()) - start, 1);
      const good = a.next(bornAnew());
      const other = { ...event, operatorId: uuidv7() };
      const behind = a.next(bornAnew());
      const batch = a.signed('POST', '/v1/events', { events: [good, other, behind] });
      await refused('another under its id, between two others', batch, '422 IDEMPOTENCY_MISMATCH');
      equal('what is kept of that push', (await a.ownChain(0)).head.seq, good.seq);
      equal('the two others afterwards', words(await a.take(good, behind)), ['confirmed', 'confirmed']);
      const parallel = a.next(bornAnew());
      const same = await Promise.all([a.take(parallel), a.take(parallel), a.take(parallel)]);
      equal('three times at the same moment', same.slice(1), [same[0], same[0]]);
    },
  },
  {
    id: 'P60',
    says: 'step 3: `hash`, then `chain`; neither is kept, and the right event may still come',
    check: async ({ a }) => {
      const [good, next] = [a.next(bornAnew()), a.next(bornAnew())];
      const gap = words(await a.take(next));
      const wrongHash = words(await a.take({ ...good, operatorId: uuidv7() }));
      equal('a gap, and a wrong hash', [...gap, ...wrongHash], ['chain', 'hash']);
      equal('the right ones afterwards', words(await a.take(good, next)), ['confirmed', 'confirmed']);
      const unlinked = a.next(bornAnew(), { prevHash: 'f'.repeat(64) });
      equal('another prevHash', words(await a.take(unlinked)), ['chain']);
      a.goOnBehind(next);
      const early = a.next(bornAnew(), { seq: next.seq });
      equal('a number that was given', words(await a.take(early)), ['chain']);
      a.goOnBehind(next);
      equal('the head', (await a.ownChain(0)).head, { seq: next.seq, hash: next.hash });
    },
  },
  {
    id: 'P61',
    says: 'step 4: what can not be read is kept as `rejected`, `body`, and the chain goes on behind it',
    check: async ({ a }) => {
      const [strange, behind] = [a.next(bornAnew(), { kind: 'of-tomorrow' }), a.next(bornAnew())];
      const outcomes = await a.take(strange, behind);
      equal('one of another version and one behind it', words(outcomes), ['body', 'confirmed']);
      equal('both again', await a.take(strange, behind), outcomes);
      const { events } = await a.ownChain(strange.seq - 1);
      equal('both are kept', events.length, 2);
    },
  },
  {
    id: 'P65',
    says: 'step 6: `conflict` when a version has moved on, with each such record as it is now',
    check: async ({ a }) => {
      const [moved, still, fresh] = [inventedPerson(), inventedPerson(), inventedPerson()];
      const renamed = { ...moved, name: '符改' };
      await a.make([effectOf('person', moved), effectOf('person', still)]);
      await a.make([effectOf('person', renamed, 1)]);
      const late = [
        effectOf('person', { ...moved, name: '符迟' }, 1),
        effectOf('person', still, 1),
        effectOf('person', fresh, 3),
      ];
      const [outcome] = await a.take(a.next(late));
      const theirs = [{ kind: 'person', id: moved.personId, version: 2, data: renamed }];
      equal('an event on an old version', outcome && { ...outcome, eventId: '' }, {
        outcome: 'conflict',
        eventId: '',
        theirs,
      });
      equal('a record made twice', words(await a.take(a.next([effectOf('person', still)]))), ['conflict']);
    },
  },
  {
    id: 'P71',
    says: 'step 8: `confirmed`: every record has the version basedOn + 1, and the feed tells it',
    check: async ({ a, atA }) => {
      const start = await a.head();
      const effects = await a.settling(atA.addressId, { citizenId: inventedCitizenId() });
      const [outcome] = await a.take(a.next(effects));
      const versions = effects.map(({ id }) => ({ id, version: 1 }));
      equal('a settlement', outcome?.outcome === 'confirmed' && outcome.versions, versions);
      const { changes } = await a.changes(start);
      equal(
        'told',
        changes.map(({ id, version }) => ({ id, version })),
        versions,
      );
    },
  },
  {
    id: 'P72',
    says: 'what applies first is the answer',
    check: async ({ a, b, atA, atB }) => {
      const known = await a.make(bornAnew());
      const person = inventedPerson();
      await a.make([effectOf('person', person)]);
      const foreign = { ...known, deviceId: b.deviceId };
      await refused('1 before 2', a.signed('POST', '/v1/events', { events: [foreign] }), '403 SCOPE_REFUSED');
      const twin = inventedPerson({ citizenId: person.citizenId });
      const own = a.next([effectOf('person', person)], { prevHash: 'e'.repeat(64), kind: 'of-tomorrow' });
      const wrongHash = { ...own, operatorId: uuidv7() };
      equal('3: hash before chain', words(await a.take(wrongHash)), ['hash']);
      equal('3 before 4', words(await a.take(own)), ['chain']);
      await a.resume();
      const effects = [effectOf('address', { ...atB, isFrozen: true }, 9), effectOf('person', twin)];
      equal('4 before 5', words(await a.take(a.next(effects, { more: 1 }))), ['body']);
      equal('5 before 6', words(await a.take(a.next(effects))), ['scope']);
      const late = [effectOf('person', { ...person, name: '符迟' }, 7), effectOf('person', twin)];
      equal('6 before 7', words(await a.take(a.next(late))), ['conflict']);
      equal('7', words(await a.take(a.next(await a.settling(atA.addressId, { citizenId: person.citizenId })))), [
        'person-elsewhere',
      ]);
    },
  },
  {
    id: 'P73',
    says: 'when an event is refused, the own one that is based on it is a conflict',
    check: async ({ a }) => {
      const taken = inventedPerson();
      await a.make([effectOf('person', taken)]);
      const twin = inventedPerson({ citizenId: taken.citizenId });
      const first = a.next([effectOf('person', twin)]);
      const second = a.next([effectOf('person', { ...twin, name: '符次' }, 1, first.eventId)]);
      equal('both', words(await a.take(first, second)), ['person-elsewhere', 'conflict']);
    },
  },
];
