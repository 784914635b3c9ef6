import { flushCompileCache } from 'node:module';

/*
 * The station service as Electron starts it, without Electron: its port is this process's own channel. What it has compiled is kept for the next
 * start before it can be killed.
 */
const port = {
  on: (_event: 'message', listener: (message: { data: unknown }) => void) =>
    process.on('message', (data) => listener({ data })),
  postMessage: (message: unknown) => process.connected && process.send?.(message),
};
Object.assign(process, { parentPort: port });
await import('../../../electron/station/index.ts');
flushCompileCache();
