import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { type Clause, equal, hold } from '../clause.ts';
import { anyFacts, effectOf, inventedPerson } from '../invented.ts';
import { outcomeWord } from '../kit-device.ts';

/** Names whose order by UTF-16 code unit is neither that of code points nor that of any alphabet, and numbers JSON writes in its own way. */
const hardDetails = {
  '\u{1f600}': 1e21,
  '\uff5e': -0,
  é: 0.1 + 0.2,
  Z: 5e-324,
  a: true,
  '': null,
  '10': 1e-7,
  '9': 100,
};

/** The device's own chain, and the hashes that it is made of. */
export const ownChain: readonly Clause[] = [
  {
    id: 'P24',
    says: 'canonical JSON: members by UTF-16 code unit, numbers and strings as JSON.stringify; SHA-256 in lower-case hex',
    check: async ({ a }) => {
      const facts = anyFacts({ details: hardDetails });
      const effects = [effectOf('person', inventedPerson({ name: '符𠮷\u2028"\\' }))];
      const event = await a.make(effects, { kind: 'register.changed', facts });
      const { events } = await a.ownChain(event.seq - 1);
      equal('the event as it is kept', events[0]?.body, canonicalJson(event));
      const capital = a.next([effectOf('person', inventedPerson())]);
      a.forget(capital);
      const refusal = await a.signed('POST', '/v1/events', {
        events: [{ ...capital, hash: capital.hash.toUpperCase() }],
      });
      equal('a hash in capitals', refusal.status, 400);
    },
  },
  {
    id: 'P35',
    says: '`head` is the newest event kept of the device that asks',
    check: async ({ a, a2 }) => {
      const event = await a.make([effectOf('person', inventedPerson())]);
      equal('after an event', (await a.ownChain(0)).head, { seq: event.seq, hash: event.hash });
      const [outcome] = await a.take(a.next([]));
      hold('after one that is rejected and kept', outcomeWord(outcome) === 'body', 'rejected, body', outcome);
      equal('the head goes on', (await a.ownChain(0)).head.seq, event.seq + 1);
      hold('another device', (await a2.ownChain(0)).head.hash !== event.hash, 'its own head', event.hash);
    },
  },
  {
    id: 'P36',
    says: '`afterHash` is the hash of the event of that number, null when none is kept',
    check: async ({ a }) => {
      const event = await a.make([effectOf('person', inventedPerson())]);
      equal('of the newest', (await a.ownChain(event.seq)).afterHash, event.hash);
      equal('of the next', (await a.ownChain(event.seq + 1)).afterHash, null);
      equal('of number 0', (await a.ownChain(0)).afterHash, null);
    },
  },
  {
    id: 'P37',
    says: '`events` are those behind, in order, at most 100, each as sent with its answer for good',
    check: async ({ a2 }) => {
      const before = (await a2.ownChain(0)).head.seq;
      const sent = Array.from({ length: 100 }, () => a2.next([]));
      const last = a2.next([effectOf('person', inventedPerson())]);
      const outcomes = [...(await a2.take(...sent)), ...(await a2.take(last))];
      const first = await a2.ownChain(before);
      equal('how many at once, and whether more', [first.events.length, first.hasMore], [100, true]);
      const rest = await a2.ownChain(before + 100);
      const all = [...first.events, ...rest.events];
      equal(
        'bodies',
        all.map(({ body }) => body),
        [...sent, last].map((event) => canonicalJson(event)),
      );
      equal(
        'answers',
        all.map(({ outcome }) => outcome),
        outcomes,
      );
      equal('whether more behind the last', rest.hasMore, false);
    },
  },
];
