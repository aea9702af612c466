import {
  correlationHeader,
  EXAMPLE,
  header,
  type Json,
  openApiPath,
  problemResponses,
  referenceTo,
  schemaOf,
  tokensAlone,
} from '@order-ledger/platform/http/openapi';
import { commonProblems } from '@order-ledger/platform/http/problem-table';
import { z } from 'zod';
import { PARTNER_SCOPES } from '../partners/keys.ts';
import { KEY_ROUTES, type KeyRoute } from './access.ts';
import { groupsOf } from './callers.ts';
import { keyRequest } from './key-routes.ts';
import { KEY_PROBLEMS } from './problems.ts';

export const KEY: Json = {
  ...header('Idempotency-Key', 'a new one for each new command, the same one to repeat a command', true, 200),
  example: EXAMPLE.key,
};

const partnerKey = z.object({
  key_id: z.string(),
  partner_id: z.string(),
  scopes: z.array(z.enum(PARTNER_SCOPES)),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().nullable().describe('when it ends by itself; null: never'),
  revoked_at: z.iso.datetime().nullable(),
});
const issuedKey = partnerKey.extend({
  api_key: z.string().nullable().describe('shown this once; null in the answer to a repetition'),
});

export const keySchemas: Json = {
  PartnerKey: schemaOf(partnerKey, 'input'),
  IssuedKey: schemaOf(issuedKey, 'input'),
  PartnerKeys: schemaOf(z.object({ keys: z.array(partnerKey) }), 'input'),
};

const OF_ALL = [400, 401, 403, 404, 413, 415, 429, 500, 503];

/** What the requests of the examples are about; a test sends them, and holds the answers against these. */
export const KEY_EXAMPLES = {
  issue: {
    body: { scopes: ['orders:read'], expires_at: '2031-06-01T00:00:00Z' } satisfies z.input<typeof keyRequest>,
    answer: {
      key_id: '4f1c2a90b7de',
      partner_id: 'partner-prepaid',
      scopes: ['orders:read'],
      created_at: '2031-03-02T08:00:00.000Z',
      expires_at: '2031-06-01T00:00:00.000Z',
      revoked_at: null,
      api_key: 'pk_4f1c2a90b7de_…',
    },
  },
  list: {
    answer: {
      keys: [
        {
          key_id: '0b9d6e21f3aa',
          partner_id: 'partner-prepaid',
          scopes: ['orders:write', 'orders:read', 'uploads:write'],
          created_at: '2031-03-01T08:00:00.000Z',
          expires_at: null,
          revoked_at: null,
        },
      ],
    },
  },
  revoke: {
    answer: {
      key_id: '4f1c2a90b7de',
      partner_id: 'partner-prepaid',
      scopes: ['orders:read'],
      created_at: '2031-03-02T08:00:00.000Z',
      expires_at: '2031-06-01T00:00:00.000Z',
      revoked_at: '2031-03-02T09:00:00.000Z',
    },
  },
} as const;

const OPERATIONS: Readonly<Record<KeyRoute['does'], Json & { status: number; schema: string; refusals: number[] }>> = {
  issue: {
    summary: 'issue a key of a partner',
    status: 201,
    schema: 'IssuedKey',
    refusals: [...OF_ALL, 409, 422],
    parameters: [KEY],
    requestBody: {
      required: false,
      content: { 'application/json': { schema: schemaOf(keyRequest, 'input'), example: KEY_EXAMPLES.issue.body } },
    },
  },
  list: { summary: 'the keys of a partner', status: 200, schema: 'PartnerKeys', refusals: OF_ALL },
  revoke: { summary: 'end a key of a partner', status: 200, schema: 'PartnerKey', refusals: OF_ALL },
};

/** In the address of the examples. */
const NAMES: Readonly<Record<string, string>> = {
  partner_id: 'partner-prepaid',
  key_id: KEY_EXAMPLES.revoke.answer.key_id,
};

const NAMED: Readonly<Record<number, string>> = {
  403: 'the token has not the role admin',
  404: 'unknown-partner, unknown-key',
  409: 'too-many-keys: the partner has two live keys',
};

const inPath = (name: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', maxLength: 100 },
  example: NAMES[name],
});

const operation = (route: KeyRoute, meanings: Readonly<Record<number, string>>): Json => {
  const { status, schema, refusals, parameters = [], ...rest } = OPERATIONS[route.does];
  return {
    operationId: `${route.does}-partner-key`,
    tags: groupsOf(['admin']),
    security: tokensAlone,
    ...rest,
    parameters: [
      ...[...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => inPath(name)),
      ...(parameters as Json[]),
      correlationHeader,
    ],
    responses: {
      [status]: {
        description: 'done',
        content: { 'application/json': { ...referenceTo(schema), example: KEY_EXAMPLES[route.does].answer } },
      },
      ...problemResponses({ ...meanings, ...NAMED }, refusals, {
        ...commonProblems(refusals),
        ...KEY_PROBLEMS[route.does],
      }),
    },
  };
};

/** Of the routes of partners' keys. */
export const keyPaths = (meanings: Readonly<Record<number, string>>): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of KEY_ROUTES) {
    const path = openApiPath(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, meanings) };
  }
  return paths;
};
