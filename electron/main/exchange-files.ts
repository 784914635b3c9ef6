import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import { type Answer, done, fail } from '../../shared/contract/errors.ts';
import { contract, type OutputOf } from '../../shared/contract/index.ts';
import type { CallStation } from './gatekeeper.ts';

/** Asks the operator where a file is to be written; null: nowhere. */
export type ChooseFile = (suggestedName: string) => Promise<string | null>;

/**
 * Has the service make the file for the registry and writes it where the operator says, the medium's own memory emptied, so that it can be pulled
 * out at once. Where they choose nothing, no file is made.
 */
export async function saveExchangeFile(
  callStation: CallStation,
  window: CallingWindow,
  chooseFile: ChooseFile,
): Promise<Answer<OutputOf<'exchange.save'>>> {
  const state = await callStation(window, 'exchange.state', {});
  if (!state.ok) return state;
  const { nextFileName } = contract['exchange.state'].output.parse(state.value);
  const place = await chooseFile(nextFileName);
  if (place === null) return done({ fileName: null, events: 0 });
  const made = await callStation(window, 'exchange.export', {});
  if (!made.ok) return made;
  const { file, events } = contract['exchange.export'].output.parse(made.value);
  return (await isWritten(place, file)) ? done({ fileName: basename(place), events }) : fail('EXCHANGE_NOT_WRITTEN');
}

/** Under another name until it is whole; a medium that was pulled out has no half file that looks like one. */
async function isWritten(place: string, bytes: Uint8Array): Promise<boolean> {
  const part = `${place}.part`;
  try {
    const handle = await open(part, 'w');
    await handle.writeFile(bytes).finally(async () => {
      await handle.sync().catch(() => {});
      await handle.close();
    });
    await rename(part, place);
    return true;
  } catch {
    await rm(part, { force: true }).catch(() => {});
    return false;
  }
}
