import { z } from 'zod';
import { anybody, type Operation, signedIn } from '#kernel/contract.ts';
import type { Route } from '#kernel/http.ts';

type Json = Record<string, unknown>;

/** The API as OpenAPI 3.1, from the contracts alone. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const { operation } of routes) {
    const path = `/api/v1${operation.path}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) };
  }
  const sorted = Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1)));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yingdan 赢单',
      version: '1',
      description: 'Errors are application/problem+json (RFC 9457).',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { key: [] }],
    paths: sorted,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'yd_session' },
        key: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: problem },
    },
  };
}

function describe(operation: Operation): Json {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const properties = schema.properties ?? {};
  const required = new Set(schema.required ?? []);
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? {} }));
  const rest = Object.entries(properties).filter(([name]) => !names.includes(name));
  const isGet = operation.method === 'GET';
  const inQuery = isGet
    ? rest.map(([name, one]) => ({ name, in: 'query', required: required.has(name), schema: one }))
    : [];
  const key =
    operation.method === 'POST' && !operation.reads
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: operation.money,
            schema: { type: 'string', minLength: 8, maxLength: 128 },
          },
        ]
      : [];
  const body = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(rest),
    required: rest.map(([name]) => name).filter((name) => required.has(name)),
  };
  return {
    operationId: operation.id,
    tags: [operation.id.split('.')[0]],
    summary: operation.summary.zh,
    description: describeRights(operation),
    parameters: [...inPath, ...inQuery, ...key],
    ...(isGet || rest.length === 0
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    ...(operation.permission === anybody ? { security: [] } : {}),
    responses: {
      [operation.status]: {
        description: operation.summary.en,
        content: {
          'application/json': {
            schema: z.toJSONSchema(operation.output, { io: 'input', unrepresentable: 'any' }),
          },
        },
      },
      default: {
        description: 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function describeRights({ permission, summary, refusals }: Operation): string {
  const who =
    permission === anybody
      ? 'Open to everybody.'
      : permission === signedIn
        ? 'For anybody signed in.'
        : `Needs \`${permission}\`.`;
  const codes = Object.entries(refusals).map(([code, words]) => `\`${code}\` ${words.en}`);
  return [`${summary.en}. ${who}`, ...(codes.length ? [`Refusals (409): ${codes.join('; ')}.`] : [])].join(
    '\n\n',
  );
}

const problem = {
  type: 'object',
  required: ['title', 'status', 'code', 'requestId', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: "in the caller's language" },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    detail: { type: 'object' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    current: { description: 'present values of the row, after a stale edit' },
  },
};
