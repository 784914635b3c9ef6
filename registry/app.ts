import { isUtf8 } from 'node:buffer';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RegistryError } from '../shared/contract/registry.ts';
import { Refusal } from './refusal.ts';
import { SignatureCheck, type Signed, type SignedRequest } from './signature.ts';
import type { RegistryDatabase } from './store/database.ts';
import type { Device, DeviceScope } from './store/devices.ts';

/** Largest body of a request: 100 events of 60 effects fit. */
export const bodyLimitBytes = 8 * 1024 * 1024;

/** What every route may use. */
export interface Registry {
  readonly database: RegistryDatabase;
  readonly now: () => Date;
  /**
   * The device that signed the request, which must be of one of these scopes; a counter computer when none are named.
   * @throws Refusal when the request was not signed by a device the registry knows, SCOPE_REFUSED for one of another scope
   */
  identify(request: FastifyRequest, scopes?: readonly DeviceScope[]): Promise<Device>;
  /**
   * As identify for a counter computer, but the request's number is still to be taken, in the transaction that carries it out; that one also has to
   * compare the device, which may be told from memory, with what is kept of it. `isNow`: not from memory.
   */
  recognise(request: FastifyRequest, isNow?: boolean): Promise<Signed>;
}

/** The bare server: bodies stay bytes until a route has checked the signature over them; every failure is a RegistryError. */
export function makeApp(): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    exposeHeadRoutes: false,
    requestTimeout: 60_000,
    frameworkErrors: (_error, _request, reply) => void answerRefusal(reply, new Refusal('BODY_INVALID', 'url')),
    clientErrorHandler: answerNonsense,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.server.on('checkExpectation', (_request, response: ServerResponse) => answerBare(response, 'expect'));
  app.setNotFoundHandler((_request, reply) => answerRefusal(reply, new Refusal('NOT_FOUND')));
  app.setErrorHandler((error, _request, reply) => answerRefusal(reply, refusalOf(error)));
  return app;
}

const counterScopes: readonly DeviceScope[] = ['station', 'city'];

/** What the routes share, over one database. */
export function makeRegistry(database: RegistryDatabase, now: () => Date): Registry {
  const signatures = new SignatureCheck(database, now);
  return {
    database,
    now,
    identify: async (request, scopes = counterScopes) => inScope(await signatures.identify(signedOf(request)), scopes),
    recognise: async (request, isNow = false) => {
      const asked = signedOf(request);
      const signed = await (isNow ? signatures.recogniseNow(asked) : signatures.recognise(asked));
      return { ...signed, device: inScope(signed.device, counterScopes) };
    },
  };
}

/** The device, if it is of one of these scopes. @throws Refusal SCOPE_REFUSED */
export function inScope(device: Device, scopes: readonly DeviceScope[] = counterScopes): Device {
  if (!scopes.includes(device.scope)) throw new Refusal('SCOPE_REFUSED', 'device');
  return device;
}

function signedOf(request: FastifyRequest): SignedRequest {
  const { method, originalUrl: path, headers } = request;
  return { method, path, authorization: headers.authorization, body: bodyOf(request) };
}

function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** Where PostgreSQL can not keep a text: the character NUL, and halves of a surrogate pair. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/**
 * The body by its schema.
 * @throws Refusal BODY_INVALID with the paths that are wrong, or when it holds what no database stores
 */
export function parseBody<S extends z.ZodType>(request: FastifyRequest, schema: S): z.output<S> {
  const value = parseInput(readJson(request), schema);
  if (!isStorable(JSON.stringify(value))) throw new Refusal('BODY_INVALID', 'text');
  return value;
}

/** The body as it was sent, JSON of any shape. @throws Refusal BODY_INVALID when it is none, or not in UTF-8 */
export function readJson(request: FastifyRequest): unknown {
  const body = bodyOf(request);
  if (!isUtf8(body)) throw new Refusal('BODY_INVALID', 'utf-8');
  return parseJson(body.toString('utf8'));
}

/** Whether the database can keep the texts in this JSON, which JSON.stringify wrote. */
export function isStorable(json: string): boolean {
  return !(json.includes('\\u') && unstorable.test(json));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('BODY_INVALID', 'json');
  }
}

/** Checks a query or body. @throws Refusal BODY_INVALID with the paths that are wrong */
export function parseInput<S extends z.ZodType>(value: unknown, schema: S): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map(({ path }) => path.join('.')).slice(0, 10);
  throw new Refusal('BODY_INVALID', paths.join(', '));
}

/** Fastify's own refusals carry a status below 500; everything else is a bug and says nothing of itself. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return new Refusal('BODY_INVALID', STATUS_CODES[status], status);
  const name = error instanceof Error ? error.name : typeof error;
  console.error(JSON.stringify({ level: 'error', event: 'bug', name }));
  if (process.env.LUOHU_DEBUG) console.error(error);
  return new Refusal('INTERNAL');
}

function answerRefusal(reply: FastifyReply, { code, status, detail }: Refusal): FastifyReply {
  const body: RegistryError = detail === undefined ? { code } : { code, detail };
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** An answer to what never reaches a route. */
function answerBare(response: ServerResponse, detail: string): void {
  const body = JSON.stringify({ code: 'BODY_INVALID', detail } satisfies RegistryError);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    connection: 'close',
  };
  response.writeHead(400, headers).end(body);
}

/** What came is not even HTTP. */
function answerNonsense(_error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const body = JSON.stringify({ code: 'BODY_INVALID', detail: 'http' } satisfies RegistryError);
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
}
