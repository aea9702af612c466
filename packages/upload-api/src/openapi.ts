import { model, sha256 } from '@order-ledger/domain/values';
import { problemContentType } from '@order-ledger/platform/http/problem';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** What the owner of an upload is told about it. */
export const uploadStatus = z.object({
  upload_id: z.uuid(),
  complete: z.boolean().describe('all bytes have come in and the file has been inspected'),
  valid: z.boolean().describe('it may be attached to an order'),
  sha256: sha256.optional().describe('known once it is complete'),
  model: model.optional().describe('of a valid one; the box in µm when a unit of the file is a millimetre'),
  fault: z.object({ code: z.string(), detail: z.string() }).optional().describe('why an invalid one is none'),
});
export type UploadStatus = z.infer<typeof uploadStatus>;

const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string().describe('the word to program against'),
  correlation_id: z.string(),
  limit_bytes: z.int().optional().describe('of a file that is too large'),
});

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return rest;
};

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'a header that is missing or malformed',
  401: 'no credential, or one that does not hold',
  403: 'the route is not for this credential',
  404: 'no such upload of this owner, no such model',
  409: 'offset-conflict: ask HEAD where the upload stands; upload-complete',
  410: 'the upload was not finished in time',
  412: 'Tus-Resumable is not 1.0.0',
  413: 'more bytes than are allowed, or than were announced',
  415: 'not application/offset+octet-stream',
  429: 'too many requests, with Retry-After',
  503: 'unavailable for now, with Retry-After',
  507: 'no space for the file now; what has arrived is kept',
};
const COMMON = [401, 403, 429, 503];

const refusals = (statuses: readonly number[]): Json =>
  Object.fromEntries(
    [...COMMON, ...statuses].map((status) => [
      status,
      {
        description: REFUSALS[status],
        content: { [problemContentType]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

const header = (name: string, description: string, required = true): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});
const TUS = header('Tus-Resumable', '1.0.0');
const UPLOAD_ID = { name: 'upload_id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const OFFSET = { 'Upload-Offset': { description: 'bytes that have come in', schema: { type: 'integer' } } };

const OWNERS = [{ token: [] }, { partnerKey: [] }];
const bytes = (type: string): Json => ({ [type]: { schema: { type: 'string', format: 'binary' } } });

const upload = (summary: string, more: Json, statuses: readonly number[], done: Json): Json => ({
  summary,
  tags: ['uploads'],
  security: OWNERS,
  ...more,
  responses: { ...done, ...refusals(statuses) },
});

const open = (summary: string, type: string, statuses: readonly number[] = [200]): Json => ({
  get: {
    summary,
    tags: ['operations'],
    security: [],
    responses: Object.fromEntries(
      statuses.map((status) => [status, { description: summary, content: { [type]: { schema: {} } } }]),
    ),
  },
});

/** The OpenAPI 3.1 document of this process; `limitBytes` is the size of a file that is taken. */
export const openApiDocument = (version: string, limitBytes: number): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'order-ledger: uploads',
    version,
    description: `Models as STL, binary or ASCII, of at most ${limitBytes} bytes, by tus 1.0. Nobody gets an upload back.`,
  },
  paths: {
    '/v1/uploads': {
      options: {
        summary: 'what this server can do, and how large a file may be',
        tags: ['uploads'],
        security: [],
        responses: { 204: { description: 'Tus-Version, Tus-Extension, Tus-Max-Size' } },
      },
      post: upload(
        'begin an upload',
        { parameters: [TUS, header('Upload-Length', 'bytes of the file')] },
        [400, 412, 413, 507],
        { 201: { description: 'the upload is at Location', headers: { Location: { schema: { type: 'string' } } } } },
      ),
    },
    '/v1/uploads/{upload_id}': {
      head: upload('where the upload stands', { parameters: [UPLOAD_ID, TUS] }, [404, 410, 412], {
        200: { description: 'how many bytes have come in', headers: OFFSET },
      }),
      patch: upload(
        'send bytes',
        {
          parameters: [UPLOAD_ID, TUS, header('Upload-Offset', 'where these bytes begin')],
          requestBody: { required: true, content: bytes('application/offset+octet-stream') },
        },
        [400, 404, 409, 410, 412, 413, 415, 507],
        {
          204: {
            description: 'taken; after the last byte Upload-State is VALID, INVALID, or RECEIVED while it is inspected',
            headers: { ...OFFSET, 'Upload-State': { schema: { type: 'string' } } },
          },
        },
      ),
      delete: upload('take back an unfinished upload', { parameters: [UPLOAD_ID, TUS] }, [404, 409, 412], {
        204: { description: 'gone' },
      }),
    },
    '/v1/uploads/{upload_id}/status': {
      get: upload('what became of an upload', { parameters: [UPLOAD_ID] }, [404], {
        200: {
          description: 'ask again until it is complete',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/UploadStatus' } } },
        },
      }),
    },
    '/v1/models/{sha256}': {
      get: {
        summary: 'a sealed model, for the pricing worker alone',
        tags: ['models'],
        security: [{ token: [] }],
        parameters: [{ name: 'sha256', in: 'path', required: true, schema: schemaOf(sha256) }],
        responses: {
          200: { description: 'the file; it is cut off when its content is not its name', content: bytes('model/stl') },
          ...refusals([404]),
        },
      },
    },
    '/openapi.json': open('this document', 'application/json'),
    '/health/live': open('alive', 'application/json'),
    '/health/ready': open('ready for requests', 'application/json', [200, 503]),
    '/metrics': open('metrics in the OpenMetrics form', 'application/openmetrics-text'),
  },
  components: {
    schemas: { UploadStatus: schemaOf(uploadStatus), Problem: schemaOf(problem) },
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      partnerKey: { type: 'http', scheme: 'bearer', bearerFormat: 'pk_<id>_<secret>' },
    },
  },
});
