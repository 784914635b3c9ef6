import type { PushOutcome } from '../../shared/contract/registry.ts';
import type { RegistryDatabase } from '../store/database.ts';
import { Together } from '../together.ts';
import type { Push, Taken } from './decide.ts';
import { takePushes } from './take-pushes.ts';

/** So many events are written together at most; a push alone may be larger. */
const eventsAtOnce = 200;
/** While one group is written the next is read and judged. Where they meet, the database's locks keep them apart. */
const groupsAtOnce = 2;
/** Fewer wait for the group under way: a group of its own would cost the database more than it wins time. */
const eventsWorthAGroup = 50;

/** Takes the pushes of all stations in the order they come. One per running registry. */
export class TakingQueue {
  readonly #pushes: Together<Push, Taken>;

  constructor(database: RegistryDatabase, now: () => Date) {
    this.#pushes = new Together((pushes) => takePushes(database, pushes, now().toISOString()), {
      weightOf: ({ events }) => events.length,
      limit: eventsAtOnce,
      lanes: groupsAtOnce,
      worthALane: eventsWorthAGroup,
    });
  }

  /**
   * Answers when everything sent is decided and on the disk.
   * @throws Refusal IDEMPOTENCY_MISMATCH when another event came under an id; the events before it are decided
   */
  async take(push: Push): Promise<readonly PushOutcome[]> {
    const taken = await this.#pushes.ask(push);
    if (taken instanceof Error) throw taken;
    return taken;
  }
}
