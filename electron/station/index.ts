import type { ParentPort } from 'electron';
import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import { type Answer, type ErrorCode, fail } from '../../shared/contract/errors.ts';
import { answerOfThrown } from './answer-of-thrown.ts';
import { type FromStation, type StationArguments, ToStation } from './messages.ts';
import { practiceOperators } from './practice.ts';
import { openStation, type Station } from './station.ts';
import { DatabaseDamaged, DatabaseNewer } from './store/database.ts';

type Call = Extract<ToStation, { readonly id: number }>;
type AnswerCall = (window: CallingWindow, endpoint: string, input: unknown) => Promise<Answer<unknown>>;

serve(process.parentPort);

/**
 * Wires the service to the port of the main process: one connection for each window, every answer under the id of its call. The process is
 * started before main knows its arguments, so that it loads its modules meanwhile; what comes before it is open waits.
 */
function serve(port: ParentPort): void {
  const say = (message: FromStation) => port.postMessage(message);
  let tellStart: (args: StationArguments) => void = () => undefined;
  const running = new Promise<StationArguments>((resolve) => {
    tellStart = resolve;
  }).then((args) => run(args, say));
  const hear = async (message: ToStation) => {
    if ('start' in message) return tellStart(message.start);
    const { opened, answerCall } = await running;
    if ('id' in message) say({ id: message.id, answer: await answer(answerCall, message) });
    else if ('stop' in message) await stop(opened);
    else if ('station' in opened) opened.station.setRegistryUrl(message.registryUrl);
  };
  port.on('message', ({ data }) => void hear(ToStation.parse(data)));
}

async function run(args: StationArguments, say: (message: FromStation) => void) {
  const opened = await open(args);
  const answerCall = 'station' in opened ? connectWindows(opened.station) : async () => fail(opened.code);
  if ('station' in opened) opened.station.onNews((news) => say({ news }));
  if (args.isPractice) console.log(practiceNotice());
  say({ ready: true });
  return { opened, answerCall };
}

type Opened = { readonly station: Station } | { readonly code: ErrorCode };

/** A database that can not be opened is told to whoever calls, so that the window can say what to do. */
async function open(args: StationArguments): Promise<Opened> {
  try {
    return { station: await openStation(args) };
  } catch (error) {
    if (error instanceof DatabaseNewer) return { code: 'DATABASE_NEWER' };
    if (error instanceof DatabaseDamaged) return { code: 'DATABASE_DAMAGED' };
    return { code: answerOfThrown(error).error.code };
  }
}

function connectWindows(station: Station): AnswerCall {
  const connections = { clerk: station.connect('clerk'), applicant: station.connect('applicant') };
  return (window, endpoint, input) => connections[window].call(endpoint, input);
}

async function answer(answerCall: AnswerCall, { window, endpoint, input }: Call): Promise<Answer<unknown>> {
  try {
    return await answerCall(window, endpoint, input);
  } catch (error) {
    return answerOfThrown(error);
  }
}

async function stop(opened: Opened): Promise<void> {
  if ('station' in opened) await opened.station.close();
  process.exit(0);
}

/** For whoever starts practice mode: who may log in. */
function practiceNotice(): string {
  const lines = practiceOperators.map(({ login, password, role, name }) =>
    [login.padEnd(8), password.padEnd(12), role.padEnd(10), name].join(''),
  );
  return [
    '',
    '== 练习模式 Practice mode: made-up people, nothing is real ==',
    `${'用户名'.padEnd(5)}${'口令'.padEnd(10)}role      姓名`,
    ...lines,
    '',
  ].join('\n');
}
