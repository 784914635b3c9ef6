import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { registryPaths } from '../../../shared/contract/registry.ts';
import type { ExchangeRequest } from '../../../shared/exchange/format.ts';
import { listSealKeys } from '../documents/signing-keys.ts';
import type { Program } from '../program.ts';
import { findAuditHead } from '../store/audit-lines.ts';
import { listInquiriesIn } from '../store/inquiries.ts';
import { findKeptDevice } from '../sync/device.ts';
import { listLeaseRequests } from '../sync/leases.ts';
import { listWaitingBatches } from '../sync/outbox.ts';
import { findNewestDecided } from '../sync/own-chain.ts';
import { findFeedPlace, findSyncSetting } from '../sync/sync-settings.ts';

/** What a computer says of itself when it asks to be enrolled. */
export interface Enrolling {
  /** What the technician typed; empty when it was enrolled already. */
  readonly enrolCode: string;
  readonly deviceName: string;
}

const changesPerPage = 500;
const post = (path: string, body: unknown): ExchangeRequest => ({ method: 'POST', path, body });
const get = (path: string): ExchangeRequest => ({ method: 'GET', path });

/**
 * Everything this computer would ask of the registry in one exchange by wire, in the same order: make itself known, compare its
 * chain, send what waits, numbers, keys and anchors, inquiries, and the register last, so that the answer tells what its own events made.
 * REGISTRY_REFUSED: it is not enrolled and has no code.
 */
export function listRequests(program: Program, enrolling: Enrolling): Answer<ExchangeRequest[]> {
  const enrolment = enrolmentOf(program, enrolling);
  if (!enrolment.ok) return enrolment;
  const { database } = program;
  return done([
    ...enrolment.value,
    get(`${registryPaths.ownChain}?afterSeq=${findNewestDecided(database).seq}${placeOf(program)}`),
    ...listWaitingBatches(database).map((events) => post(registryPaths.events, { events })),
    ...listLeaseRequests(database).map((request) => post(registryPaths.leases, request)),
    ...listPublished(program),
    ...listInquiries(program),
    feedOf(program),
    { ...get(registryPaths.packs), has: program.packs.list().map(({ stamp }) => stamp) },
  ]);
}

function enrolmentOf({ database, stationCode }: Program, { enrolCode: code, deviceName }: Enrolling) {
  if (findSyncSetting(database, 'sync.enrolled') === stationCode) return done([]);
  const device = findKeptDevice(database);
  if (code === '' || !device) return fail('REGISTRY_REFUSED', { reason: 'ENROL_CODE_INVALID' });
  const { d: _, ...publicKey } = device.key;
  const { deviceId } = device;
  return done([post(registryPaths.enrol, { code, stationCode, deviceId, deviceName, publicKey })]);
}

/** The keys its papers are signed with, and the head of its audit log. */
function listPublished({ database, stationCode, now }: Program): ExchangeRequest[] {
  const keys = listSealKeys(database, now()).keys.filter(({ station }) => station === stationCode);
  const head = findAuditHead(database);
  return [
    ...(keys.length > 0 ? [post(registryPaths.keys, { keys })] : []),
    ...(head ? [post(registryPaths.anchors, head)] : []),
  ];
}

function listInquiries({ database }: Program): ExchangeRequest[] {
  const queued = listInquiriesIn(database, 'queued');
  const isAnyOpen = queued.length > 0 || listInquiriesIn(database, 'waiting').length > 0;
  const cursor = Number(findSyncSetting(database, 'sync.inquiry-cursor') ?? '0');
  return [
    ...queued.map(({ request }) => post(registryPaths.inquiries, request)),
    ...(isAnyOpen ? [get(`${registryPaths.inquiryAnswers}?cursor=${cursor}`)] : []),
  ];
}

function feedOf({ database }: Program): ExchangeRequest {
  if (findFeedPlace(database) === null) return get(registryPaths.snapshot);
  return get(`${registryPaths.changes}?limit=${changesPerPage}${placeOf({ database })}`);
}

/** The place in the feed that the copy has reached, as a piece of a query; empty without a copy. */
function placeOf({ database }: Pick<Program, 'database'>): string {
  const place = findFeedPlace(database);
  if (place === null) return '';
  return `&cursor=${place.cursor}${place.mark === null ? '' : `&mark=${place.mark}`}`;
}
