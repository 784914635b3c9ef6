import { setImmediate as nextTurn } from 'node:timers/promises';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly settle: (result: Result) => void;
  readonly fail: (error: unknown) => void;
}

interface Options<Item> {
  /** How much an item counts against the limit; 1 when absent. */
  readonly weightOf?: (item: Item) => number;
  /** Items of so much weight are done together at most; one alone may weigh more. */
  readonly limit: number;
  /** So many groups may be under way at the same time; 1 when absent. */
  readonly lanes?: number;
  /** What waits beside a group under way must weigh so much to be done as another one; less waits for that to end. 1 when absent. */
  readonly worthALane?: number;
}

/**
 * Does things in the order they come. What comes while others are done waits and is then done together with all that waits: one way to the
 * database and one wait for its disk serve them all, which is what many stations at once are slowed by most.
 */
export class Together<Item, Result> {
  readonly #run: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly #options: Options<Item>;
  readonly #waiting: Waiting<Item, Result>[] = [];
  #running = 0;

  /** `run` answers one result for each item, in their order; when it throws, all of them fail. */
  constructor(run: (items: readonly Item[]) => Promise<readonly Result[]>, options: Options<Item>) {
    this.#run = run;
    this.#options = options;
  }

  ask(item: Item): Promise<Result> {
    return new Promise<Result>((settle, fail) => {
      this.#waiting.push({ item, settle, fail });
      if (this.#isTimeForMore(this.#running)) void this.#runAll();
    });
  }

  async #runAll(): Promise<void> {
    this.#running += 1;
    do {
      // What came in the same turn of the program goes along.
      await nextTurn();
      await this.#runGroup(this.#nextGroup());
    } while (this.#isTimeForMore(this.#running - 1));
    this.#running -= 1;
  }

  #isTimeForMore(others: number): boolean {
    const { lanes = 1, worthALane = 1, weightOf = () => 1 } = this.#options;
    if (others === 0) return this.#waiting.length > 0;
    return others < lanes && this.#waiting.reduce((sum, { item }) => sum + weightOf(item), 0) >= worthALane;
  }

  #nextGroup(): Waiting<Item, Result>[] {
    const { weightOf = () => 1, limit } = this.#options;
    let [count, weight] = [0, 0];
    for (const { item } of this.#waiting) {
      weight += weightOf(item);
      if (count > 0 && weight > limit) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #runGroup(group: readonly Waiting<Item, Result>[]): Promise<void> {
    if (group.length === 0) return;
    try {
      const results = await this.#run(group.map(({ item }) => item));
      if (results.length !== group.length) throw new Error('not one result for each');
      for (const [index, result] of results.entries()) group[index]?.settle(result);
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }
}
