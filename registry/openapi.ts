import { z } from 'zod';
import * as contract from '../shared/contract/registry.ts';

const { registryPaths } = contract;

const schemas = {
  HealthAnswer: contract.HealthAnswer,
  EnrolRequest: contract.EnrolRequest,
  EnrolAnswer: contract.EnrolAnswer,
  PushRequest: contract.PushRequest,
  PushAnswer: contract.PushAnswer,
  ChangesAnswer: contract.ChangesAnswer,
  SnapshotHeader: contract.SnapshotHeader,
  LeaseRequest: contract.LeaseRequest,
  LeaseAnswer: contract.LeaseAnswer,
  RequestProof: contract.RequestProof,
  RegistryError: contract.RegistryError,
} as const;

type SchemaName = keyof typeof schemas;

const refTo = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: SchemaName) => ({ 'application/json': { schema: refTo(name) } });

interface Operation {
  readonly summary: string;
  readonly answer: SchemaName;
  readonly body?: SchemaName;
  readonly isSigned: boolean;
  readonly isNdjson?: boolean;
  readonly parameters?: readonly object[];
}

function operation({ summary, answer, body, isSigned, isNdjson, parameters }: Operation): object {
  const content = isNdjson ? { 'application/x-ndjson': { schema: refTo(answer) } } : json(answer);
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

function queryParameters(): object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(contract.ChangesQuery, {
    io: 'input',
    unrepresentable: 'any',
  });
  const limits = z.toJSONSchema(contract.ChangesQuery, { io: 'output' }).properties ?? {};
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
    [registryPaths.events]: {
      post: operation({ summary: 'Push events', body: 'PushRequest', answer: 'PushAnswer', isSigned: true }),
    },
    [registryPaths.changes]: {
      get: operation({
        summary: 'Pull the change feed',
        answer: 'ChangesAnswer',
        isSigned: true,
        parameters: queryParameters(),
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
    [registryPaths.leases]: {
      post: operation({
        summary: 'Lease a block of serials',
        body: 'LeaseRequest',
        answer: 'LeaseAnswer',
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
