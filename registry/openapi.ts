import { z } from 'zod';
import * as contract from '../shared/contract/registry.ts';
import * as copies from '../shared/contract/registry-copies.ts';
import * as inquiry from '../shared/contract/registry-inquiry.ts';
import * as published from '../shared/contract/registry-published.ts';

const { registryPaths } = contract;

const schemas = {
  HealthAnswer: contract.HealthAnswer,
  EnrolRequest: contract.EnrolRequest,
  EnrolAnswer: contract.EnrolAnswer,
  OwnChainAnswer: contract.OwnChainAnswer,
  PushRequest: contract.PushRequest,
  PushAnswer: contract.PushAnswer,
  ChangesAnswer: contract.ChangesAnswer,
  SnapshotHeader: contract.SnapshotHeader,
  OfferedCopies: copies.OfferedCopies,
  LeaseRequest: contract.LeaseRequest,
  LeaseAnswer: contract.LeaseAnswer,
  InquiryRequest: inquiry.InquiryRequest,
  InquiryReceipt: inquiry.InquiryReceipt,
  AnswersAnswer: inquiry.AnswersAnswer,
  OpenInquiries: inquiry.OpenInquiries,
  OfficeAnswer: inquiry.OfficeAnswer,
  PaperAnswer: inquiry.PaperAnswer,
  RegistryIdentityAnswer: published.RegistryIdentityAnswer,
  PublishKeys: published.PublishKeys,
  PublishedKeys: published.PublishedKeys,
  DocumentKeys: published.DocumentKeys,
  OfferedPacks: published.OfferedPacks,
  PackFile: published.PackFile,
  AuditHead: published.AuditHead,
  AuditAnchors: published.AuditAnchors,
  RequestProof: contract.RequestProof,
  RegistryError: contract.RegistryError,
} as const;

type SchemaName = keyof typeof schemas;

const refTo = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: SchemaName) => ({ 'application/json': { schema: refTo(name) } });

interface Operation {
  readonly summary: string;
  /** Null: bytes that are no JSON. */
  readonly answer: SchemaName | null;
  readonly body?: SchemaName;
  readonly isSigned: boolean;
  readonly isNdjson?: boolean;
  readonly parameters?: readonly object[];
}

function contentOf({ answer, isNdjson }: Pick<Operation, 'answer' | 'isNdjson'>): object {
  if (answer === null) return { 'application/octet-stream': {} };
  return isNdjson ? { 'application/x-ndjson': { schema: refTo(answer) } } : json(answer);
}

function operation({ summary, answer, body, isSigned, isNdjson, parameters }: Operation): object {
  const content = contentOf({ answer, isNdjson: isNdjson ?? false });
  return {
    summary,
    security: isSigned ? [{ device: [] }] : [],
    ...(parameters ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: {
      200: { description: summary, content },
      '4XX': { description: 'Refused', content: json('RegistryError') },
      '5XX': { description: 'Failed', content: json('RegistryError') },
    },
  };
}

/** The names in the braces of a path. */
function pathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject): object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  const limits = z.toJSONSchema(query, { io: 'output' }).properties ?? {};
  return Object.keys(properties).map((name) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: limits[name],
  }));
}

function paths(): object {
  return {
    [registryPaths.health]: {
      get: operation({ summary: 'Whether the registry answers', answer: 'HealthAnswer', isSigned: false }),
    },
    [registryPaths.enrol]: {
      post: operation({
        summary: 'A device becomes known',
        body: 'EnrolRequest',
        answer: 'EnrolAnswer',
        isSigned: false,
      }),
    },
    [registryPaths.ownChain]: {
      get: operation({
        summary: "The asking device's own chain",
        answer: 'OwnChainAnswer',
        isSigned: true,
        parameters: queryParameters(contract.OwnChainQuery),
      }),
    },
    [registryPaths.events]: {
      post: operation({ summary: 'Push events', body: 'PushRequest', answer: 'PushAnswer', isSigned: true }),
    },
    [registryPaths.changes]: {
      get: operation({
        summary: 'Pull the change feed',
        answer: 'ChangesAnswer',
        isSigned: true,
        parameters: queryParameters(contract.ChangesQuery),
      }),
    },
    [registryPaths.snapshot]: {
      get: operation({
        summary: 'The first fill: the header, then one VersionedRecord a line',
        answer: 'SnapshotHeader',
        isSigned: true,
        isNdjson: true,
      }),
    },
    [registryPaths.copies]: {
      get: operation({
        summary: 'The ready copies of the register that fit the device',
        answer: 'OfferedCopies',
        isSigned: true,
      }),
    },
    [registryPaths.copy]: {
      get: operation({
        summary: 'A ready copy, from a byte on',
        answer: null,
        isSigned: true,
        parameters: [...pathParameters(registryPaths.copy), ...queryParameters(copies.CopyQuery)],
      }),
    },
    [registryPaths.leases]: {
      post: operation({
        summary: 'Lease a block of serials',
        body: 'LeaseRequest',
        answer: 'LeaseAnswer',
        isSigned: true,
      }),
    },
    ...inquiryPaths(),
    ...publishedPaths(),
  };
}

function inquiryPaths(): object {
  return {
    [registryPaths.inquiries]: {
      post: operation({
        summary: 'A case asks an office outside its station',
        body: 'InquiryRequest',
        answer: 'InquiryReceipt',
        isSigned: true,
      }),
    },
    [registryPaths.inquiryAnswers]: {
      get: operation({
        summary: "The station's answers after a cursor, and what still waits",
        answer: 'AnswersAnswer',
        isSigned: true,
        parameters: queryParameters(inquiry.AnswersQuery),
      }),
    },
    [registryPaths.openInquiries]: {
      get: operation({ summary: 'What waits for the asking office', answer: 'OpenInquiries', isSigned: true }),
    },
    [registryPaths.inquiryAnswer]: {
      post: operation({
        summary: 'An office answers',
        body: 'OfficeAnswer',
        answer: 'InquiryReceipt',
        isSigned: true,
        parameters: pathParameters(registryPaths.inquiryAnswer),
      }),
    },
    [registryPaths.papers]: {
      get: operation({
        summary: 'The registry of another place asks whether a migration paper stands',
        answer: 'PaperAnswer',
        isSigned: true,
        parameters: queryParameters(inquiry.PeerPaperQuery),
      }),
    },
  };
}

function publishedPaths(): object {
  return {
    [registryPaths.identity]: {
      get: operation({
        summary: 'Who this registry is among registries',
        answer: 'RegistryIdentityAnswer',
        isSigned: false,
      }),
    },
    [registryPaths.keys]: {
      get: operation({
        summary: 'The keys that papers are signed with, and the numbers that are void',
        answer: 'DocumentKeys',
        isSigned: false,
      }),
      post: operation({
        summary: 'A station makes its keys known',
        body: 'PublishKeys',
        answer: 'PublishedKeys',
        isSigned: true,
      }),
    },
    [registryPaths.packs]: {
      get: operation({ summary: 'The policy packs that stations are offered', answer: 'OfferedPacks', isSigned: true }),
    },
    [registryPaths.pack]: {
      get: operation({
        summary: 'A signed policy pack, as its file is',
        answer: 'PackFile',
        isSigned: true,
        parameters: pathParameters(registryPaths.pack),
      }),
    },
    [registryPaths.anchors]: {
      get: operation({ summary: "Anchors of the asking device's log", answer: 'AuditAnchors', isSigned: true }),
      post: operation({
        summary: 'A device anchors the head of its audit log',
        body: 'AuditHead',
        answer: 'AuditAnchors',
        isSigned: true,
      }),
    },
  };
}

/** The protocol as OpenAPI 3.1, made from the very schemas that check the requests. */
export function makeOpenApi(): object {
  const components = Object.entries(schemas).map(([name, schema]) => {
    const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input' });
    return [name, plain] as const;
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Luohu municipal registry',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: paths(),
    components: {
      schemas: Object.fromEntries(components),
      securitySchemes: {
        device: {
          type: 'apiKey',
          in: 'header',
          name: 'authorization',
          description: `${contract.signatureScheme} <compact JWS, EdDSA, kid = deviceId, payload = RequestProof>`,
        },
      },
    },
  };
}
