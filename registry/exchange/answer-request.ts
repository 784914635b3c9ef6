import type { FastifyInstance, InjectOptions } from 'fastify';
import { z } from 'zod';
import { ChangesAnswer, OwnChainAnswer, registryPaths } from '../../shared/contract/registry.ts';
import { AnswersAnswer } from '../../shared/contract/registry-inquiry.ts';
import { OfferedPacks } from '../../shared/contract/registry-published.ts';
import type { ExchangeAnswer, ExchangeRequest } from '../../shared/exchange/format.ts';

/** What a computer of a station may ask in a file; every other path is answered as one that is not there. */
const postPaths: readonly string[] = [
  registryPaths.enrol,
  registryPaths.events,
  registryPaths.leases,
  registryPaths.keys,
  registryPaths.anchors,
  registryPaths.inquiries,
];

/** Where the next page is asked for; null behind the last one. A file can not ask again, so that all pages are answered at once. */
type NextPage = (body: unknown) => string | null;

const pages: readonly { readonly path: string; readonly next: NextPage }[] = [
  {
    path: registryPaths.changes,
    next: (body) => {
      const page = ChangesAnswer.safeParse(body);
      if (!page.data?.hasMore) return null;
      const { next, mark } = page.data;
      return `${registryPaths.changes}?limit=${changesPerPage}&cursor=${next}${mark === null ? '' : `&mark=${mark}`}`;
    },
  },
  {
    path: registryPaths.ownChain,
    next: (body) => {
      const page = OwnChainAnswer.safeParse(body);
      const last = Head.safeParse(jsonOf(page.data?.events.at(-1)?.body ?? ''));
      return page.data?.hasMore && last.success ? `${registryPaths.ownChain}?afterSeq=${last.data.seq}` : null;
    },
  },
  {
    path: registryPaths.inquiryAnswers,
    next: (body) => {
      const page = AnswersAnswer.safeParse(body);
      return page.data?.hasMore ? `${registryPaths.inquiryAnswers}?cursor=${page.data.next}` : null;
    },
  },
];
const changesPerPage = 500;
const Head = z.looseObject({ seq: z.number().int() });

const pathOf = (path: string): string => path.split('?', 1)[0] ?? '';

/** Answers one request of a file by the registry's own routes, with every page behind it. A snapshot is no answer of one line: see snapshot-lines. */
export async function* answerRequest(app: FastifyInstance, request: ExchangeRequest): AsyncGenerator<ExchangeAnswer> {
  const path = pathOf(request.path);
  if (request.method === 'POST') {
    const isKnown = postPaths.includes(request.path);
    yield isKnown ? await carryOut(app, request) : notThere(request);
    return;
  }
  if (path === registryPaths.packs) {
    yield* answerPacks(app, request);
    return;
  }
  const paged = pages.find((each) => each.path === path);
  if (!paged) yield notThere(request);
  else yield* answerPages(app, request, paged.next);
}

const notThere = ({ method, path }: ExchangeRequest): ExchangeAnswer => ({
  ...{ method, path, status: 404 },
  body: { code: 'NOT_FOUND' },
});

async function* answerPages(
  app: FastifyInstance,
  request: ExchangeRequest,
  next: NextPage,
): AsyncGenerator<ExchangeAnswer> {
  for (let path: string | null = request.path; path !== null; ) {
    const answer: ExchangeAnswer = await carryOut(app, { method: 'GET', path });
    yield answer;
    path = next(answer.body);
  }
}

/** The list, and the files of those packs that the station lacks. */
async function* answerPacks(app: FastifyInstance, request: ExchangeRequest): AsyncGenerator<ExchangeAnswer> {
  const list = await carryOut(app, request);
  yield list;
  const has = new Set(request.has ?? []);
  for (const { id, version } of OfferedPacks.safeParse(list.body).data?.packs ?? []) {
    if (has.has(`${id}@${version}`)) continue;
    const path = registryPaths.pack.replace('{id}', id).replace('{version}', version);
    const { statusCode: status, payload: text } = await app.inject({ method: 'GET', url: path });
    yield { method: 'GET', path, status, text };
  }
}

/** A failure of the registry itself is no answer to be carried away: it is thrown, and the file can be answered again. */
async function carryOut(app: FastifyInstance, { method, path, body }: ExchangeRequest): Promise<ExchangeAnswer> {
  const sent: InjectOptions = { method, url: path };
  if (body !== undefined) Object.assign(sent, { payload: JSON.stringify(body), headers: jsonHeaders });
  const { statusCode: status, payload } = await app.inject(sent);
  if (status >= 500) throw new Error('the registry could not answer');
  return { method, path, ...(body === undefined ? {} : { request: body }), status, body: jsonOf(payload) };
}

const jsonHeaders = { 'content-type': 'application/json' };

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
