import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { RegistryProcess } from '../../../electron/main/registry-process.ts';

class FakeRegistry extends EventEmitter {
  postMessage(): void {}
  kill(): boolean {
    this.emit('exit', 0);
    return true;
  }
}

describe('the registry of practice mode', () => {
  it('comes back at the same address after its line was cut', async () => {
    const ports: number[] = [];
    const urls: string[] = [];
    const started: FakeRegistry[] = [];
    const registry = new RegistryProcess({
      fork: (port) => {
        ports.push(port);
        const process = new FakeRegistry();
        started.push(process);
        return process;
      },
      onReady: (url) => urls.push(url),
      writeLog: () => undefined,
    });
    registry.start();
    started[0]?.emit('message', { ready: true, port: 41_234 });
    await registry.stop();
    registry.start();
    started[1]?.emit('message', { ready: true, port: 41_234 });
    expect(ports).toEqual([0, 41_234]);
    expect(urls).toEqual(['http://127.0.0.1:41234', 'http://127.0.0.1:41234']);
  });
});
