import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadyPush } from './push-work.ts';

/** What the computers of stations send: each its own row, one after the other, all at the same time. */
export interface ClientsWork {
  readonly url: string;
  readonly lanes: readonly (readonly ReadyPush[])[];
}

export interface ClientsResult {
  readonly ms: number;
  readonly latencies: readonly number[];
  readonly confirmed: number;
}

const agent = new Agent({ keepAlive: true });

/** A request as the bytes that go over the line. */
interface SentPush {
  readonly body: Buffer;
  readonly authorization: string;
}

function send(url: string, { body, authorization }: SentPush): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json', 'content-length': body.length };
    const asked = request(`${url}/v1/events`, { agent, method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .once('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

async function run({ url, lanes }: ClientsWork): Promise<ClientsResult> {
  const latencies: number[] = [];
  let confirmed = 0;
  const ready = lanes.map((lane) => lane.map((push): SentPush => ({ ...push, body: Buffer.from(push.body) })));
  const startedAt = performance.now();
  await Promise.all(
    ready.map(async (lane) => {
      for (const push of lane) {
        const sentAt = performance.now();
        const answer = await send(url, push);
        latencies.push(performance.now() - sentAt);
        confirmed += answer.match(/"outcome":"confirmed"/g)?.length ?? 0;
      }
    }),
  );
  return { ms: performance.now() - startedAt, latencies, confirmed };
}

parentPort?.postMessage(await run(workerData));
agent.destroy();
