import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A request and its answer on the way through. */
export interface Passing {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** JSON as it was sent; null when there was none. */
  readonly sent: unknown;
  readonly status: number;
  /** The lines of the answer, each as JSON; a snapshot has many. */
  readonly lines: readonly unknown[];
}

/** What a broken registry answers instead; null: as it was. */
export type Fault = (passing: Passing) => { readonly status?: number; readonly lines?: readonly unknown[] } | null;

export interface BrokenRegistry {
  readonly url: string;
  stop(): Promise<void>;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function ask(target: URL, asked: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { method, url: path, headers } = asked;
  return new Promise((resolve, reject) => {
    const onward = request({ host: target.hostname, port: target.port, method, path, headers }, resolve);
    onward.once('error', reject);
    onward.end(body);
  });
}

async function pass(target: URL, fault: Fault, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bytesOf(asked);
  const answer = await ask(target, asked, body);
  const bytes = await bytesOf(answer);
  const { statusCode: status = 500, headers } = answer;
  const isPacked = headers['content-encoding'] === 'gzip';
  const text = (isPacked ? gunzipSync(bytes) : bytes).toString();
  const lines = text.trimEnd().split('\n').map(jsonOf);
  const passing = { method: asked.method ?? '', path: asked.url ?? '', sent: jsonOf(body.toString()), status, lines };
  const changed = fault(passing);
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = headers;
  response.writeHead(changed?.status ?? status, kept);
  if (!changed?.lines) return void response.end(bytes);
  const written = changed.lines.map((line) => JSON.stringify(line)).join('\n');
  response.end(isPacked ? gzipSync(written) : written);
}

/** A registry that answers like the one at `url`, but for one fault: what stands between changes its answers. */
export async function breakRegistry(url: string, fault: Fault): Promise<BrokenRegistry> {
  const target = new URL(url);
  const server = createServer((asked, response) => {
    pass(target, fault, asked, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
