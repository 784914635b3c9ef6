import type { CallingWindow, Endpoint } from '../../shared/contract/endpoint.ts';
import type { Answer, Failure } from '../../shared/contract/errors.ts';
import { fail } from '../../shared/contract/errors.ts';
import { contract, isEndpointName } from '../../shared/contract/index.ts';
import { answerOfThrown } from './answer-of-thrown.ts';
import { deferredHandlers, handlers, openHandlers } from './handlers.ts';
import type { Calling, Program } from './program.ts';
import { WindowSession } from './session/sessions.ts';
import { appendAudit } from './store/audit-lines.ts';

/** Undoes the transaction of a call whose answer is a failure. */
class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** One window's line to the service. Calls are checked, carried out and logged here, and nowhere else. */
export class Connection {
  readonly #program: Program;
  readonly #window: CallingWindow;
  readonly #session: WindowSession;

  constructor(program: Program, window: CallingWindow) {
    this.#program = program;
    this.#window = window;
    this.#session = new WindowSession(program.database, program.now);
  }

  /** Answers a call by the contract. Never throws: a bug becomes the code BUG. */
  async call(name: string, input: unknown): Promise<Answer<unknown>> {
    try {
      if (!isEndpointName(name)) return fail('ENDPOINT_UNKNOWN');
      const entry: Endpoint = contract[name];
      if (entry.servedBy !== 'station') return fail('ENDPOINT_UNKNOWN');
      if (!entry.windows.includes(this.#window)) return fail('CALLER_REFUSED');
      const parsed = entry.input.safeParse(input);
      if (!parsed.success)
        return fail('INPUT_INVALID', { paths: parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 20) });
      return await this.#carryOut(name, entry, parsed.data);
    } catch (thrown) {
      return answerOfThrown(thrown);
    }
  }

  async #carryOut(name: string, entry: Endpoint, input: unknown): Promise<Answer<unknown>> {
    this.#program.sweeps.noteCall(name);
    if (entry.roles === null) return this.#open(name, entry, input);
    const held = this.#session.operator();
    if (!held) return fail('SESSION_REQUIRED');
    if (held.isLocked) return fail('SESSION_LOCKED');
    const calling: Calling = { operator: held.operator, subject: '', details: {} };
    if (!entry.roles.includes(held.operator.role)) {
      const refusal = fail('ROLE_REFUSED');
      this.#log(entry, calling, refusal);
      return refusal;
    }
    if (name === 'session.lock') this.#session.lock();
    const deferred = deferredHandlers[name];
    if (!deferred) return this.#immediate(name, entry, calling, input);
    const answer = await deferred(this.#program, calling, input);
    this.#log(entry, calling, answer);
    return answer;
  }

  /** The change, its event, outbox row and audit line are one transaction; a failure leaves only its audit line. */
  #immediate(name: string, entry: Endpoint, calling: Calling, input: unknown): Answer<unknown> {
    const handler = handlers[name];
    if (!handler) return fail('ENDPOINT_UNKNOWN');
    try {
      return this.#program.database.transaction(() => {
        const answer = handler(this.#program, calling, input);
        if (!answer.ok) throw new Refusal(answer.error);
        this.#log(entry, calling, answer);
        return answer;
      })();
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      const answer = { ok: false, error: thrown.failure } as const;
      this.#log(entry, calling, answer);
      return answer;
    }
  }

  async #open(name: string, entry: Endpoint, input: unknown): Promise<Answer<unknown>> {
    const handler = openHandlers[name];
    if (!handler) return fail('ENDPOINT_UNKNOWN');
    const before = this.#session.operator();
    const { answer, subject } = await handler(this.#program, this.#session, input);
    const operator = this.#session.operator() ?? before;
    this.#append(entry, operator?.operator.operatorId ?? null, subject ?? '', {}, answer);
    return answer;
  }

  #log(entry: Endpoint, calling: Calling, answer: Answer<unknown>): void {
    this.#append(entry, calling.operator.operatorId, calling.subject, calling.details, answer);
  }

  #append(
    entry: Endpoint,
    operatorId: string | null,
    subject: string,
    details: Record<string, unknown>,
    answer: Answer<unknown>,
  ): void {
    if (!entry.audit) return;
    const result = answer.ok ? 'done' : answer.error.code;
    appendAudit(this.#program.database, {
      at: this.#program.now(),
      operatorId,
      action: entry.audit,
      subject,
      details,
      result,
    });
  }
}
