import { maxHeaderSize } from 'node:http';
import { z } from 'zod';
import { CORRELATION_FAULTS, REPLACED_HEADER } from './correlation.ts';
import { problemContentType } from './problem.ts';
import { limitsTable } from './shares.ts';

/** A part of an OpenAPI document. */
export type Json = Readonly<Record<string, unknown>>;

/** The JSON Schema of `schema`: of what a caller sends (`input`) or of what it gets (`output`). */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

export const referenceTo = (name: string): Json => ({ schema: { $ref: `#/components/schemas/${name}` } });

/** A header of a request. All of them together are no longer than node takes. */
export const header = (name: string, description: string, required = false, maxLength = maxHeaderSize): Json => {
  return { name, in: 'header', required, description, schema: { type: 'string', maxLength } };
};

export const correlationHeader = header(
  'X-Correlation-Id',
  'names the business process that this belongs to: 1 to 100 characters of A–Z a–z 0–9 . _ : / -, without ten or more digits as of a telephone or a card; new if absent, or where the answer has X-Correlation-Id-Replaced',
);

const text = { type: 'string' };

/** Headers that every answer has. */
const answerHeaders = {
  'X-Correlation-Id': { description: 'the id in events, messages and logs', schema: text },
  [REPLACED_HEADER]: {
    description: "only where the request's X-Correlation-Id was not taken: why",
    schema: { ...text, enum: Object.values(CORRELATION_FAULTS) },
  },
};

/** What a server says before there is a request to route, so that no operation has to. */
const UNREADABLE: Readonly<Record<number, string>> = {
  400: 'not HTTP that can be read, or not in the form that is asked for',
  408: 'the request did not arrive in time',
  413: 'more than is taken',
  417: 'Expect asks for something else than 100-continue',
  431: 'headers, or an address, larger than is taken',
};

/** Each operation's responses, and those that all have, with the headers that every answer has beside their own. */
const withCommonAnswers = (paths: Json): Json => {
  const eachOf = (parts: unknown, change: (part: Json) => Json): Json =>
    Object.fromEntries(Object.entries(parts as Json).map(([name, part]) => [name, change(part as Json)]));
  const refs = Object.fromEntries(
    Object.keys(answerHeaders).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
  const unreadable = problemResponses(UNREADABLE, Object.keys(UNREADABLE).map(Number));
  return eachOf(paths, (methods) =>
    eachOf(methods, (operation) => ({
      ...operation,
      responses: eachOf({ ...unreadable, ...(operation.responses as Json) }, (response) => ({
        ...response,
        headers: { ...refs, ...(response.headers as Json | undefined) },
      })),
    })),
  );
};

export const uuidInPath = (name: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
});

/** `/v1/orders/:order_id` is `/v1/orders/{order_id}` there. */
export const openApiPath = (path: string): string => path.replace(/:([a-z0-9_]+)/g, '{$1}');

/** What every problem says; a process adds what its own do by `extend`. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string().describe('the word to program against'),
  correlation_id: z.string(),
  errors: z
    .array(z.object({ pointer: z.string(), detail: z.string() }))
    .optional()
    .describe('of a 400: what is wrong where'),
});

/** The responses that are problems: what each status of these means in this process. */
export const problemResponses = (meanings: Readonly<Record<number, string>>, statuses: readonly number[]): Json => {
  const content = { [problemContentType]: referenceTo('Problem') };
  return Object.fromEntries(statuses.map((status) => [status, { description: meanings[status], content }]));
};

/** Who may come: whose token has the roles, or partners too, by their keys. */
export const tokensAlone: readonly Json[] = [{ token: [] }];
export const tokensAndPartners: readonly Json[] = [{ token: [] }, { partnerKey: [] }];

const operation = (summary: string, type: string, statuses: readonly number[] = [200]): Json => ({
  get: {
    summary,
    tags: ['operations'],
    security: [],
    responses: Object.fromEntries(
      statuses.map((status) => [status, { description: summary, content: { [type]: { schema: {} } } }]),
    ),
  },
});

interface DocumentParts {
  /** Such as `commands`. */
  readonly subject: string;
  readonly version: string;
  readonly description: string;
  /** The process's own paths; those of `documentationRoutes` and `probeRoutes` are added. */
  readonly paths: Json;
  /** By their names; `Problem` among them. */
  readonly schemas: Json;
}

/** An OpenAPI 3.1 document, with what all our interfaces have. */
export const openApiDocument = ({ subject, version, description, paths, schemas }: DocumentParts): Json => {
  return {
    openapi: '3.1.0',
    info: { title: `order-ledger: ${subject}`, version, description: `${description}\n\n${limitsTable()}` },
    paths: withCommonAnswers({
      ...paths,
      '/openapi.json': operation('this document', 'application/json'),
      '/docs': operation('this document for people', 'text/html'),
      '/health/live': operation('alive', 'application/json'),
      '/health/ready': operation('ready for requests', 'application/json', [200, 503]),
    }),
    components: {
      schemas,
      headers: answerHeaders,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        partnerKey: { type: 'http', scheme: 'bearer', bearerFormat: 'pk_<id>_<secret>' },
      },
    },
  };
};
