import { uuidv7 } from 'uuidv7';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { Effect, RegisterEvent } from '../../../shared/domain/events.ts';
import type { Person } from '../../../shared/domain/records.ts';
import type { TestDevice } from '../../fixtures/registry-device.ts';

/** The people one station's computer changes, with the versions their records have. */
export class PushWork {
  readonly device: TestDevice;
  readonly #people: readonly Person[];
  readonly #versions: number[];
  #next = 0;

  constructor(device: TestDevice, people: readonly Person[]) {
    this.device = device;
    this.#people = people;
    this.#versions = people.map(() => 1);
  }

  /** The next event: somebody's telephone number changes, as the commonest act at a counter does. */
  event(): RegisterEvent {
    const at = this.#next % this.#people.length;
    this.#next += 1;
    const person = this.#people[at];
    const version = this.#versions[at];
    if (!person || version === undefined) throw new RangeError('a station without people');
    this.#versions[at] = version + 1;
    const after = { ...person, phone: `1390000${String(this.#next % 10_000).padStart(4, '0')}` };
    const effect: Effect = { kind: 'person', id: person.personId, basedOn: version, after };
    return this.device.event([effect], { caseId: uuidv7() });
  }

  events(count: number): RegisterEvent[] {
    return Array.from({ length: count }, () => this.event());
  }
}

/** A request ready to be sent. */
export interface ReadyPush {
  readonly body: string;
  readonly authorization: string;
}

/** Signs beforehand, so that only the registry's side is timed. A station keeps its events as canonical JSON, and sends them in that order. */
export async function readyPush(device: TestDevice, events: readonly RegisterEvent[]): Promise<ReadyPush> {
  const body = JSON.stringify({ events: events.map((event) => JSON.parse(canonicalJson(event))) });
  return { body, authorization: await device.authorization('POST', '/v1/events', body) };
}
