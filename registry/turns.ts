/** Lets so many in at a time; the others wait in the order they came. */
export class Turns {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Does the work when its turn comes. @throws what the work throws */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#taken === this.#limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#taken += 1;
  }

  /** Whoever waited takes over the place that becomes free. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken -= 1;
  }
}
