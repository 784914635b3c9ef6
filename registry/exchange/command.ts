import { createReadStream } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { errorWords } from '../../shared/contract/error-words.ts';
import type { Answer, Failure } from '../../shared/contract/errors.ts';
import { identityOf } from '../../shared/exchange/identity.ts';
import { fingerprintOf, makeKeysFile } from '../../shared/exchange/keys-file.ts';
import { openInquiryDesk } from '../inquiries/open-desk.ts';
import { ArgumentsInvalid } from '../options.ts';
import { openRegistryDatabase, type RegistryOptions } from '../server.ts';
import type { RegistryDatabase } from '../store/database.ts';
import { renewIdentity } from '../store/identity.ts';
import { type AnsweredFile, answerFile } from './answer-file.ts';
import { openExchangeIdentity } from './identity.ts';

/** What a command of the registry prints, and the exit code: 0 done, 1 refused. */
export interface RegistryCommandResult {
  readonly exitCode: 0 | 1;
  readonly output: unknown;
}

type Options = Omit<RegistryOptions, 'port'>;

/** Takes `--out FILE`, `--renew` and places out of the arguments; the rest says which database. @throws ArgumentsInvalid */
export function readExchangeArguments(args: readonly string[]) {
  const rest: string[] = [];
  const places: string[] = [];
  let out: string | null = null;
  let isRenewed = false;
  for (let at = 0; at < args.length; at += 1) {
    const [word = '', next] = args.slice(at, at + 2);
    if (!word.startsWith('--')) places.push(word);
    else if (word === '--renew') isRenewed = true;
    else if (word === '--practice-offices') rest.push(word);
    else {
      at += 1;
      if (word === '--out') out = next ?? null;
      else rest.push(word, ...(next === undefined ? [] : [next]));
    }
  }
  if (out === null) throw new ArgumentsInvalid('--out FILE is expected');
  return { places, out, isRenewed, rest };
}

/** `exchange FILE --out FILE`: carries out the file of a station and writes the one that answers it. */
export async function exchangeCommand(file: string, out: string, options: Options): Promise<RegistryCommandResult> {
  const answer = await withDatabase(options, async (database) => {
    const now = options.now ?? (() => new Date());
    const desk = await openInquiryDesk(database, now, options);
    try {
      const identity = await openExchangeIdentity(database);
      return await written(out, (write) =>
        answerFile({ database, now, desk, packs: options.packs ?? null, identity, write }, () =>
          createReadStream(file),
        ),
      );
    } finally {
      await desk.stop();
    }
  });
  return answer.ok ? { exitCode: 0, output: answer.value } : refused(answer.error);
}

/** Where a file is refused, its answer is not there either: it is written under another name until it is whole. */
async function written(
  out: string,
  work: (write: (piece: Uint8Array) => Promise<void>) => Promise<Answer<AnsweredFile>>,
): Promise<Answer<AnsweredFile>> {
  const part = `${out}.part`;
  const handle = await open(part, 'w');
  try {
    const answer = await work(async (piece) => void (await handle.write(piece)));
    await handle.sync();
    await handle.close();
    if (answer.ok) await rename(part, out);
    return answer;
  } finally {
    await handle.close().catch(() => {});
    await rm(part, { force: true });
  }
}

function refused({ code, details }: Failure): RegistryCommandResult {
  return { exitCode: 1, output: { refused: code, ...details, words: errorWords[code].en } };
}

/** `keys --out FILE`: the registry's public keys, as a technician carries them to the stations. With `--renew` the keys are new ones, and the file bears the word of the old one. */
export async function keysCommand(out: string, isRenewed: boolean, options: Options): Promise<RegistryCommandResult> {
  return withDatabase(options, async (database) => {
    const createdAt = (options.now?.() ?? new Date()).toISOString();
    const before = await openExchangeIdentity(database);
    const identity = isRenewed ? await identityOf(before.party, await renewIdentity(database)) : before;
    const keys = await makeKeysFile(identity, createdAt, isRenewed ? before.signKey : null);
    await writeFile(out, `${JSON.stringify(keys, null, 2)}\n`);
    return { exitCode: 0, output: { registryId: identity.party.id, fingerprint: await fingerprintOf(identity.party) } };
  });
}

async function withDatabase<T>(options: Options, work: (database: RegistryDatabase) => Promise<T>): Promise<T> {
  const database = await openRegistryDatabase(options);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
