import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { Draft } from '../../shared/contract/draft.ts';
import { type Application, ApplicationAttachment, applicationParts } from '../../shared/exchange/application.ts';
import { type ExchangeIdentity, identityOf } from '../../shared/exchange/identity.ts';
import { fingerprintOf, makeKeysFile, readKeysFile } from '../../shared/exchange/keys-file.ts';
import { sealExchange } from '../../shared/exchange/seal-exchange.ts';
import type { KeptDevice } from '../station/sync/device.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findJson, findText, readCall } from './pack-files.ts';
import { openKeyFile } from './registry-line.ts';

function officeOf(name: string, { deviceId, key }: KeptDevice): Promise<ExchangeIdentity> {
  return identityOf({ role: 'office', id: deviceId, name, stationCode: null }, key);
}

/** `exchange office-keys --key FILE --name NAME --out FILE`: the public keys of another window or a hall; the key file is made on the first call. */
export async function officeKeys(args: readonly string[]): Promise<CommandResult> {
  const { key, name, out } = readCall(args, 0, ['key', 'name', 'out'])?.options ?? {};
  if (key === undefined || name === undefined || out === undefined)
    return calledWrongly('exchange office-keys --key FILE --name NAME --out FILE');
  const office = await officeOf(name, openKeyFile(key));
  writeFileSync(out, `${JSON.stringify(await makeKeysFile(office, new Date().toISOString()), null, 2)}\n`);
  return { exitCode: 0, output: { name, fingerprint: await fingerprintOf(office.party) } };
}

const text = { type: 'string' } as const;
const options = {
  ...{ draft: text, to: text, key: text, name: text, by: text, id: text, out: text },
  attach: { type: 'string', multiple: true },
} as const;

const usage =
  'exchange application --draft FILE.json --to STATION.luohu-keys --key FILE --name OFFICE --by WHO --out FILE [--id UUID] [--attach MATERIAL=PICTURE]…';

function readArguments(args: readonly string[]) {
  try {
    const {
      draft,
      to,
      key,
      name,
      by,
      id = uuidv7(),
      out,
      attach = [],
    } = parseArgs({ args: [...args], options }).values;
    if (!draft || !to || !key || !name || !by || !out) return null;
    return { draft, to, key, name, by, id, out, attach };
  } catch {
    return null;
  }
}

/**
 * `exchange application …`: what another window or a hall filled in for an applicant, sealed to one computer of a station and signed by the
 * office. `--draft` is the draft of a case (`shared/contract/draft.ts`), whatever is missing is empty.
 */
export async function officeApplication(args: readonly string[]): Promise<CommandResult> {
  const asked = readArguments(args);
  if (!asked) return calledWrongly(usage);
  const draft = Draft.safeParse(findJson(asked.draft));
  if (!draft.success) return { exitCode: 2, problems: ['--draft: a draft as JSON is expected'] };
  const to = await readKeysFile(findText(asked.to) ?? '');
  if (to?.holder.role !== 'station') return { exitCode: 2, problems: ["--to: a station's file of keys is expected"] };
  const createdAt = new Date().toISOString();
  const { id: applicationId, by: filledBy } = asked;
  const application: Application = { applicationId, filledBy, filledAt: createdAt, draft: draft.data };
  const pictures = asked.attach.map(pictureOf);
  const { role, id, agreementKey } = to.holder;
  const file = sealExchange({
    identity: await officeOf(asked.name, openKeyFile(asked.key)),
    to: { role, id, agreementKey },
    about: { kind: 'application', fileId: uuidv7(), sequence: 0, follows: 0, answers: null, createdAt },
    parts: [
      { name: applicationParts.draft, lines: [JSON.stringify(application)] },
      { name: applicationParts.attachments, lines: pictures },
    ],
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of file) pieces.push(piece);
  writeFileSync(asked.out, Buffer.concat(pieces));
  return { exitCode: 0, output: { applicationId: asked.id, to: to.holder.name, pictures: pictures.length } };
}

/** `MATERIAL=FILE` as a line of the file. @throws where the picture can not be read */
function pictureOf(named: string): string {
  const [materialId = '', ...place] = named.split('=');
  const image = readFileSync(place.join('=')).toString('base64');
  return JSON.stringify(ApplicationAttachment.parse({ materialId, image }));
}
