import type { RegistryDatabase } from '../store/database.ts';
import { putPeer } from '../store/devices.ts';
import { openIdentity } from '../store/identity.ts';
import type { AnsweringSystem } from './answering-system.ts';
import { InquiryDesk } from './inquiry-desk.ts';
import { ownPapers } from './own-papers.ts';
import { type Peer, peerRegistries, unconnectedRegistries } from './peer-registries.ts';
import { practiceOffices } from './practice-offices.ts';

/** Which systems answer for offices, beside the registry's own records. */
export interface Answering {
  readonly peers?: readonly Peer[];
  /** Departments, county and prefecture are played by the registry itself, with made-up answers. */
  readonly hasPracticeOffices?: boolean;
}

/** The desk with the systems of this registry; its peers are known from now on and may ask in their turn. */
export async function openInquiryDesk(
  database: RegistryDatabase,
  now: () => Date,
  { peers = [], hasPracticeOffices = false }: Answering,
): Promise<InquiryDesk> {
  const enrolledAt = now().toISOString();
  for (const { registryId, prefix, publicKey } of peers) {
    const stationCode = prefix.padEnd(12, '0');
    await putPeer(database, { deviceId: registryId, stationCode, publicKey: publicKey.x, enrolledAt });
  }
  const systems: AnsweringSystem[] = [
    ownPapers(database, now),
    peerRegistries(await openIdentity(database), peers, now),
    unconnectedRegistries,
    ...(hasPracticeOffices ? [practiceOffices] : []),
  ];
  return new InquiryDesk({ database, now, systems });
}
