import { fork } from 'node:child_process';
import { join } from 'node:path';

/** Sees to it that nothing outlives the test, however it ends. */
export class Guard {
  readonly #child = fork(join(import.meta.dirname, 'guard.process.ts'), { detached: true, stdio: 'ignore' });

  constructor() {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** From now on the process goes with this one; by SIGQUIT a PostgreSQL server takes its own processes along. */
  watch(pid: number, signal: 'SIGKILL' | 'SIGQUIT' = 'SIGKILL'): void {
    this.#tell({ watch: pid, signal });
  }

  /** The process has ended. */
  forget(pid: number): void {
    this.#tell({ forget: pid });
  }

  /** The folder goes with this process. */
  keepFolder(folder: string): void {
    this.#tell({ folder });
  }

  /** Everything is over: it takes away what is left and ends. */
  end(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  #tell(message: object): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }
}
