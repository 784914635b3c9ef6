import { Call } from '../../shared/contract/call.ts';
import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import { type Answer, fail } from '../../shared/contract/errors.ts';
import { contract, type EndpointName, isEndpointName } from '../../shared/contract/index.ts';
import { describeThrown, type WriteLog } from './program-log.ts';

/** Calls the station service for a window. */
export type CallStation = (window: CallingWindow, endpoint: string, input: unknown) => Promise<Answer<unknown>>;

/** Main's own endpoints (devices, printers), by name. */
export type MainHandlers = Partial<
  Record<EndpointName, (window: CallingWindow, input: unknown) => Promise<Answer<unknown>>>
>;

interface Doors {
  readonly callStation: CallStation;
  readonly mainHandlers: MainHandlers;
  readonly writeLog: WriteLog;
}

/** Answers one message of a window. `window` is null when the sender is none of ours. Never rejects. */
export type Gatekeeper = (window: CallingWindow | null, message: unknown) => Promise<Answer<unknown>>;

/**
 * The one door between pages and program: a message passes only from a window of ours, to an endpoint of the contract that this
 * window may call, in the shape the contract says. Anything thrown behind the door is answered as BUG and logged without data.
 */
export function makeGatekeeper({ callStation, mainHandlers, writeLog }: Doors): Gatekeeper {
  return async (window, message) => {
    const passed = checkCall(window, message);
    if (!passed.ok) {
      writeLog({ event: 'call-refused', endpoint: passed.endpoint, code: passed.answer.error.code });
      return passed.answer;
    }
    const { endpoint, caller, input } = passed;
    try {
      const serve = mainHandlers[endpoint];
      if (contract[endpoint].servedBy === 'station') return await callStation(caller, endpoint, input);
      return serve ? await serve(caller, input) : fail('ENDPOINT_UNKNOWN');
    } catch (error) {
      writeLog({ event: 'call-threw', endpoint, ...describeThrown(error) });
      return fail('BUG');
    }
  };
}

type Passed =
  | { readonly ok: true; readonly endpoint: EndpointName; readonly caller: CallingWindow; readonly input: unknown }
  | { readonly ok: false; readonly endpoint: string; readonly answer: ReturnType<typeof fail> };

function checkCall(window: CallingWindow | null, message: unknown): Passed {
  const refuse = (endpoint: string, answer: ReturnType<typeof fail>): Passed => ({ ok: false, endpoint, answer });
  if (window === null) return refuse('', fail('CALLER_REFUSED'));
  const call = Call.safeParse(message);
  if (!call.success) return refuse('', fail('INPUT_INVALID'));
  const { endpoint, input } = call.data;
  if (!isEndpointName(endpoint)) return refuse('', fail('ENDPOINT_UNKNOWN'));
  if (!contract[endpoint].windows.includes(window)) return refuse(endpoint, fail('CALLER_REFUSED'));
  const shape = contract[endpoint].input.safeParse(input);
  if (!shape.success) return refuse(endpoint, fail('INPUT_INVALID', { paths: pathsOf(shape.error) }));
  return { ok: true, endpoint, caller: window, input };
}

/** Where the input is wrong, never what stood there. */
function pathsOf(error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string[] {
  return error.issues.map(({ path }) => path.map(String).join('.'));
}
