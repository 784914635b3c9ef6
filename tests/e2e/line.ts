import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a registry that can be cut and put back, at one address all the time. */
export class Line {
  readonly #to: number;
  readonly #ends = new Set<Socket>();
  readonly #server: Server;
  #isWhole = true;

  private constructor(to: number) {
    this.#to = to;
    this.#server = createServer((end) => this.#join(end));
  }

  /** A whole line to a port of this computer. */
  static async to(port: number): Promise<Line> {
    const line = new Line(port);
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.#isWhole = false;
    for (const end of this.#ends) end.destroy();
  }

  putBack(): void {
    this.#isWhole = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket): void {
    if (!this.#isWhole) {
      near.destroy();
      return;
    }
    const far = connect(this.#to, '127.0.0.1');
    for (const end of [near, far]) {
      this.#ends.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        this.#ends.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }
}
