import { boundingBox, model, sha256, unit } from '@order-ledger/domain/values';
import { tagsOf } from '@order-ledger/platform/http/callers';
import {
  header,
  type Json,
  openApiDocument,
  problemResponses,
  problemSchema,
  referenceTo,
  schemaOf,
  tokensAlone,
  tokensAndPartners,
  uuidInPath,
} from '@order-ledger/platform/http/openapi';
import { commonProblems, type Problems } from '@order-ledger/platform/http/problem-table';
import { z } from 'zod';
import { PROBLEMS_OF, UPLOAD_PROBLEMS } from './problem-table.ts';
import { METADATA_LIMITS } from './upload-metadata.ts';

const size = z.object({ unit, bounding_box: boundingBox });

/** What the owner of an upload is told about it. */
const uploadStatus = z.object({
  upload_id: z.uuid(),
  complete: z.boolean().describe('all bytes have come in and the file has been inspected'),
  valid: z.boolean().describe('it may be attached to an order'),
  sha256: sha256.optional().describe('known once it is complete'),
  model: model
    .optional()
    .describe('of a valid one; the box in µm, of STL and OBJ when a unit of the file is a millimetre'),
  unit_doubt: z
    .object({ detail: z.string(), sizes: z.tuple([size, size]) })
    .optional()
    .describe('of a file that names no unit and whose size suggests another than MM: the size in both'),
  fault: z.object({ code: z.string(), detail: z.string() }).optional().describe('why an invalid one is none'),
  advice: z
    .array(z.object({ code: z.string(), name: z.string(), help: z.string() }))
    .optional()
    .describe('of the fault, or of each warning: what to do about it in the program that the model comes from'),
});
export type UploadStatus = z.infer<typeof uploadStatus>;

const problem = problemSchema.extend({
  limit_bytes: z.int().optional().describe('of a file that is too large'),
});

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'a header that is missing or malformed, an extension that is not offered',
  401: 'no credential, or one that does not hold',
  403: 'the route is not for this credential',
  404: 'no such upload of this owner, no such model',
  409: 'offset-conflict: ask HEAD where the upload stands; upload-complete',
  410: 'the upload was not finished in time; the model is damaged',
  412: 'Tus-Resumable is not 1.0.0',
  413: 'more bytes than are allowed, or than were announced',
  415: 'not application/offset+octet-stream, or with a Content-Encoding',
  423: 'another request of the upload is at work',
  429: 'too many requests, or too much held at once, with Retry-After',
  503: 'unavailable for now, with Retry-After',
  507: 'no space for the file now; what has arrived is kept',
};
const COMMON = [401, 403, 429, 503];

const refusals = (own: readonly number[], problems: Problems): Json => {
  const statuses = [...COMMON, ...own];
  return problemResponses(REFUSALS, statuses, { ...commonProblems(statuses), ...problems });
};

/** A model of the examples: a test uploads it as they say, and asks what became of it. */
export const UPLOAD_EXAMPLE = {
  id: '6a3f0c1e-58a7-4c36-9a30-0d8a4d1c6f20',
  /** A cube of 20 mm as binary STL. */
  bytes: 684,
  status: {
    upload_id: '6a3f0c1e-58a7-4c36-9a30-0d8a4d1c6f20',
    complete: true,
    valid: true,
    sha256: '26a31f6eae93965207e32734bee87a561b133fcaf58010d41c4a1396ad7c2562',
    model: { bytes: 684, format: 'STL_BINARY', triangles: 12, bounding_box: [20_000, 20_000, 20_000], warnings: [] },
  } satisfies UploadStatus,
} as const;
const WHO_UPLOADS = tagsOf(['store', 'CRM', 'partner']);

const TUS: Json = { ...header('Tus-Resumable', '1.0.0', true), example: '1.0.0' };
const withExample = (parameter: Json, example: string): Json => ({ ...parameter, example });
const METADATA = header(
  'Upload-Metadata',
  `pairs of a key and base64, at most ${METADATA_LIMITS.pairs}; nothing of it is kept`,
  false,
  METADATA_LIMITS.characters,
);
const UPLOAD_ID = withExample(uuidInPath('upload_id'), UPLOAD_EXAMPLE.id);
const OFFSET = { 'Upload-Offset': { description: 'bytes that have come in', schema: { type: 'integer' } } };

const bytes = (type: string): Json => ({ [type]: { schema: { type: 'string', format: 'binary' } } });

const upload = (
  does: keyof typeof PROBLEMS_OF,
  summary: string,
  more: Json,
  statuses: readonly number[],
  done: Json,
): Json => ({
  summary,
  tags: WHO_UPLOADS,
  security: tokensAndPartners,
  ...more,
  responses: { ...done, ...refusals(statuses, PROBLEMS_OF[does]) },
});

const paths: Json = {
  '/v1/uploads': {
    options: {
      summary: 'what this server can do, and how large a file may be',
      tags: tagsOf(['anybody']),
      security: [],
      responses: { 204: { description: 'Tus-Version, Tus-Extension, Tus-Max-Size' } },
    },
    post: upload(
      'begin',
      'begin an upload',
      {
        parameters: [
          TUS,
          withExample(header('Upload-Length', 'bytes of the file', true), String(UPLOAD_EXAMPLE.bytes)),
          METADATA,
        ],
      },
      [400, 412, 413, 415, 507],
      { 201: { description: 'the upload is at Location', headers: { Location: { schema: { type: 'string' } } } } },
    ),
  },
  '/v1/uploads/{upload_id}': {
    head: upload('look', 'where the upload stands', { parameters: [UPLOAD_ID, TUS] }, [400, 404, 410, 412, 423], {
      200: { description: 'how many bytes have come in', headers: OFFSET },
    }),
    patch: upload(
      'send',
      'send bytes',
      {
        parameters: [UPLOAD_ID, TUS, withExample(header('Upload-Offset', 'where these bytes begin', true), '0')],
        requestBody: { required: true, content: bytes('application/offset+octet-stream') },
      },
      [400, 404, 409, 410, 412, 413, 415, 423, 507],
      {
        204: {
          description: 'taken; after the last byte Upload-State is VALID, INVALID, or RECEIVED while it is inspected',
          headers: { ...OFFSET, 'Upload-State': { schema: { type: 'string' } } },
        },
      },
    ),
    delete: upload(
      'takeBack',
      'take back an unfinished upload',
      { parameters: [UPLOAD_ID, TUS] },
      [400, 404, 409, 412, 423],
      {
        204: { description: 'gone' },
      },
    ),
  },
  '/v1/uploads/{upload_id}/status': {
    get: upload('status', 'what became of an upload', { parameters: [UPLOAD_ID] }, [404], {
      200: {
        description: 'ask again until it is complete',
        content: { 'application/json': { ...referenceTo('UploadStatus'), example: UPLOAD_EXAMPLE.status } },
      },
    }),
  },
  '/v1/uploads/{upload_id}/preview': {
    get: upload(
      'preview',
      'how a model looks: a small mesh of it, with the faces at fault marked',
      { parameters: [UPLOAD_ID, header('If-None-Match', 'ETag of an earlier answer')] },
      [404],
      {
        200: {
          description:
            'binary glTF in the units of the file: a mesh `model`, and a mesh for each fault, named by its code. At most 6,000 triangles of the model; of each fault 1,000 faces',
          headers: { ETag: { schema: { type: 'string' } } },
          content: bytes('model/gltf-binary'),
        },
        304: { description: 'still the one of If-None-Match' },
      },
    ),
  },
  '/v1/models/{sha256}': {
    get: {
      summary: 'a sealed model, for the pricing worker alone',
      tags: tagsOf(['worker']),
      security: tokensAlone,
      parameters: [{ name: 'sha256', in: 'path', required: true, schema: schemaOf(sha256, 'output') }],
      responses: {
        200: { description: 'the file; it is cut off when its content is not its name', content: bytes('model/stl') },
        ...refusals([404, 410], PROBLEMS_OF.model),
      },
    },
  },
};

/** The document of this process; `limitBytes` is the size of a file that is taken. */
export const uploadDocument = (version: string, limitBytes: number): Json =>
  openApiDocument({
    subject: 'uploads',
    version,
    description: `Models as STL, binary or ASCII, Wavefront OBJ or 3MF, of at most ${limitBytes} bytes, by tus 1.0. Who may only POST names the method in X-HTTP-Method-Override. Nobody gets an upload back, but how it looks.`,
    paths,
    schemas: { UploadStatus: schemaOf(uploadStatus, 'output'), Problem: schemaOf(problem, 'output') },
    problems: UPLOAD_PROBLEMS,
  });
