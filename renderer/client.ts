import type { Answer, Failure } from '../shared/contract/errors.ts';
import { fail } from '../shared/contract/errors.ts';
import type { EndpointName, InputOf, OutputOf } from '../shared/contract/index.ts';
import type { News } from '../shared/contract/news.ts';

/** What preload puts on `window.luohu`: one function to call, one to listen. Nothing else crosses into the page. */
export interface Bridge {
  call(endpoint: string, input: unknown): Promise<Answer<unknown>>;
  /** Returns the function that stops listening. */
  onNews(listener: (news: News) => void): () => void;
}

declare global {
  interface Window {
    readonly luohu: Bridge;
  }
}

/** Calls an endpoint of the contract. Expected failures are answers; a broken bridge counts as a stopped station. */
export async function call<N extends EndpointName>(endpoint: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>> {
  const answer = await window.luohu.call(endpoint, input).catch(() => fail('STATION_STOPPED'));
  // The service checked the value against the endpoint's own schema before it crossed the border.
  return answer as Answer<OutputOf<N>>;
}

/** A failing answer as an error, because TanStack Query tells success from failure by throwing. */
export class CallFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

/** Like `call`, but throws `CallFailure` instead of answering it. */
export async function ask<N extends EndpointName>(endpoint: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await call(endpoint, input);
  if (!answer.ok) throw new CallFailure(answer.error);
  return answer.value;
}
