import { request } from 'node:http';

/** What the print system says of a job, by the numbers of RFC 8011, 5.3.7. */
export type JobState = 'under-way' | 'canceled' | 'aborted' | 'completed' | 'forgotten';

const canceled = 7;
const aborted = 8;
const completed = 9;

/** Tags of RFC 8010, 3.5: groups, and the kinds of the values sent and read here. */
const tags = {
  operation: 0x01,
  end: 0x03,
  enum: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
};
const getJobAttributes = 0x0009;
const notFound = 0x0406;
const limitMs = 10_000;

/**
 * Asks the print system at `server`, a socket or `host:port` as `lpstat -H` names it, how a job stands. Its own programs only tell
 * whether a job has left the queue, not whether it was printed. Rejects when the print system does not answer.
 */
export async function askJobState(server: string, jobNumber: number): Promise<JobState> {
  const answer = await post(server, requestOf(jobNumber));
  if (answer.length >= 8 && answer.readUInt16BE(2) === notFound) return 'forgotten';
  const state = findEnum(answer, 'job-state');
  if (state === null) throw new Error('the print system named no state');
  if (state === canceled) return 'canceled';
  if (state === aborted) return 'aborted';
  return state === completed ? 'completed' : 'under-way';
}

function attribute(tag: number, name: string, value: string): Buffer {
  const length = (text: string) => {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16BE(Buffer.byteLength(text));
    return bytes;
  };
  return Buffer.concat([Buffer.from([tag]), length(name), Buffer.from(name), length(value), Buffer.from(value)]);
}

function requestOf(jobNumber: number): Buffer {
  return Buffer.concat([
    Buffer.from([2, 0, getJobAttributes >> 8, getJobAttributes & 0xff, 0, 0, 0, 1, tags.operation]),
    attribute(tags.charset, 'attributes-charset', 'utf-8'),
    attribute(tags.language, 'attributes-natural-language', 'en'),
    attribute(tags.uri, 'job-uri', `ipp://localhost/jobs/${jobNumber}`),
    attribute(tags.name, 'requesting-user-name', 'luohu'),
    attribute(tags.keyword, 'requested-attributes', 'job-state'),
    Buffer.from([tags.end]),
  ]);
}

/** The first value of an enumerated attribute, or null; groups have tags below 0x10 and nothing else. */
function findEnum(answer: Buffer, wanted: string): number | null {
  let at = 8;
  while (at < answer.length) {
    const tag = answer.readUInt8(at);
    at += 1;
    if (tag === tags.end) return null;
    if (tag < 0x10) continue;
    const nameLength = answer.readUInt16BE(at);
    const name = answer.toString('latin1', at + 2, at + 2 + nameLength);
    const valueAt = at + 2 + nameLength + 2;
    const valueLength = answer.readUInt16BE(valueAt - 2);
    if (tag === tags.enum && name === wanted && valueLength === 4) return answer.readInt32BE(valueAt);
    at = valueAt + valueLength;
  }
  return null;
}

function doorOf(server: string): { socketPath: string } | { host: string; port: number } {
  if (server.startsWith('/')) return { socketPath: server };
  const [, host = server, port = '631'] = /^(.*?)(?::(\d+))?$/.exec(server) ?? [];
  return { host, port: Number(port) };
}

function post(server: string, body: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' };
    const asked = request({ ...doorOf(server), method: 'POST', path: '/', headers, timeout: limitMs }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts)));
      answer.on('error', reject);
    });
    asked.on('timeout', () => asked.destroy(new Error('the print system does not answer')));
    asked.on('error', reject);
    asked.end(body);
  });
}
