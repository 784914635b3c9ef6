import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deviceOf, type KeptDevice, KeptDevice as KeptDeviceSchema, newDevice } from '../station/sync/device.ts';
import { RegistryClient } from '../station/sync/registry-client.ts';

/** A line to a registry for one command. */
export function openLine(url: string, device: KeptDevice): RegistryClient {
  return new RegistryClient({
    url: url.replace(/\/$/, ''),
    device: deviceOf(device),
    clock: Date.now,
    fetch,
    signal: new AbortController().signal,
  });
}

/** The key file of an office; made where there is none, for its owner's eyes only. */
export function openKeyFile(file: string): KeptDevice {
  if (existsSync(file)) return KeptDeviceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = newDevice();
  writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}
