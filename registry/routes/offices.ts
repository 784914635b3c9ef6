import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { registryPaths } from '../../shared/contract/registry.ts';
import {
  type InquiryReceipt,
  inquiryPageLimit,
  OfficeAnswer,
  type OpenInquiries,
} from '../../shared/contract/registry-inquiry.ts';
import type { OfficeCode } from '../../shared/domain/offices.ts';
import { RecordId } from '../../shared/domain/records.ts';
import { parseBody, parseInput, type Registry } from '../app.ts';
import { giveAnswer } from '../inquiries/answering.ts';
import { Refusal } from '../refusal.ts';
import { listOpenInquiries, noteAct } from '../store/inquiries.ts';
import { routeOf } from './route-of.ts';

const AnswerPath = z.strictObject({ inquiryId: RecordId });

/** An office sees what it is asked, and nothing else of the registry, and answers. Who was shown what is kept. */
export function addOfficeRoutes(app: FastifyInstance, registry: Registry): void {
  app.get(registryPaths.openInquiries, async (request): Promise<OpenInquiries> => {
    const { office, deviceId } = await identifyOffice(registry, request);
    const found = await listOpenInquiries(registry.database, office, inquiryPageLimit);
    const inquiryIds = found.map((inquiry) => inquiry.request.inquiryId);
    await noteAct(registry.database, { inquiryIds, act: 'shown', deviceId, at: registry.now().toISOString() });
    return { inquiries: found.map((inquiry) => ({ ...inquiry.request, receivedAt: inquiry.receivedAt })) };
  });
  app.post(routeOf(registryPaths.inquiryAnswer), async (request): Promise<InquiryReceipt> => {
    const { office, deviceId } = await identifyOffice(registry, request);
    const { inquiryId } = parseInput(request.params, AnswerPath);
    const { answer } = parseBody(request, OfficeAnswer);
    const at = registry.now().toISOString();
    const receivedAt = await giveAnswer(registry.database, { inquiryId, office, answer, at, deviceId });
    return { inquiryId, receivedAt, office };
  });
}

async function identifyOffice(
  registry: Registry,
  request: FastifyRequest,
): Promise<{ office: OfficeCode; deviceId: string }> {
  const { office, deviceId } = await registry.identify(request, ['office']);
  if (!office) throw new Refusal('SCOPE_REFUSED', 'device');
  return { office, deviceId };
}
