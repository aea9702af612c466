import { maxHeaderSize } from 'node:http';
import { z } from 'zod';
import { tagsWithin } from './callers.ts';
import { CORRELATION_FAULTS, REPLACED_HEADER } from './correlation.ts';
import { ProblemError, problemContentType, problemDocument } from './problem.ts';
import { COMMON_PROBLEMS, codesWith, type Problems, problemTable } from './problem-table.ts';
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

/** What examples of requests and answers name. */
export const EXAMPLE = {
  orderId: '0b0f3a52-7d1e-5c33-8a57-6f0e5b1f2a77',
  eventId: '9f3a1c52-2f0b-5a41-9d0e-4c1b7a6f0c11',
  /** The reference sends a new one in its place. */
  key: 'b4a7f1de-40a5-4f0f-9c83-2d7f6a1c9e50',
  correlationId: 'order-of-ivanov',
} as const;

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

/** A status with its codes: what each means, and what a problem looks like, stands once in the document. */
const problemResponse = (meaning: string | undefined, codes: readonly string[]): Json => {
  const named = codes.length === 0 ? '' : `. Codes: ${codes.map((code) => `\`${code}\``).join(', ')}`;
  return {
    description: `${meaning}${named}`,
    content: { [problemContentType]: referenceTo('Problem') },
  };
};

/**
 * The responses that are problems: what each status of these means in this process, and which codes of `problems` come
 * with it.
 */
export const problemResponses = (
  meanings: Readonly<Record<number, string>>,
  statuses: readonly number[],
  problems: Problems = COMMON_PROBLEMS,
): Json =>
  Object.fromEntries(
    statuses.map((status) => [status, problemResponse(meanings[status], codesWith(problems, status))]),
  );

/** As each of them looks. */
const problemExample = (): string => {
  const missing = new ProblemError(401, 'credential-missing', 'Send Authorization: Bearer with a token or an API key.');
  return JSON.stringify(problemDocument(missing, '/v1/orders', EXAMPLE.correlationId), null, 2);
};

/** A part of the introduction that is opened by who wants it. */
const folded = (title: string, ...parts: readonly string[]): string =>
  [`<details><summary>${title}</summary>`, ...parts, '</details>'].join('\n\n');

/** Who may come: whose token has the roles, or partners too, by their keys. */
export const tokensAlone: readonly Json[] = [{ token: [] }];
export const tokensAndPartners: readonly Json[] = [{ token: [] }, { partnerKey: [] }];

/** A name in the page's folder. */
const FILE: Json = { name: 'file', in: 'path', required: true, schema: { type: 'string', maxLength: 100 } };

const operation = (
  summary: string,
  type: string,
  statuses: readonly number[] = [200],
  parameters: readonly Json[] = [],
): Json => ({
  get: {
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    tags: ['anybody'],
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
  /** What it may answer beside the problems of every interface. */
  readonly problems: Problems;
}

const TOKEN =
  'A JSON web token of the issuer that this installation trusts. Whoever has signed in on the web page of this origin has one: this page takes it over. Where the system was started with `npm start`, `.data/credentials.json` holds one of each role under `tokens`.';
const PARTNER_KEY =
  'A key of a partner, which an administrator issues. Where the system was started with `npm start`, `.data/credentials.json` holds keys under `partners`.';

const tagsIn = (paths: Json): ReadonlySet<unknown> =>
  new Set(
    Object.values(paths as Record<string, Record<string, { tags?: unknown[] }>>).flatMap((methods) =>
      Object.values(methods).flatMap(({ tags = [] }) => tags),
    ),
  );

/** An OpenAPI 3.1 document, with what all our interfaces have. */
export const openApiDocument = ({ subject, version, description, ...own }: DocumentParts): Json => {
  const problems = { ...COMMON_PROBLEMS, ...own.problems };
  const paths = withCommonAnswers({
    ...own.paths,
    '/openapi.json': operation('this document', 'application/json'),
    '/docs': operation('this document for people', 'text/html'),
    '/docs/{file}': operation('what the page for people is made of', '*/*', [200, 404], [FILE]),
    '/health/live': operation('alive', 'application/json'),
    '/health/ready': operation('ready for requests', 'application/json', [200, 503]),
  });
  return {
    openapi: '3.1.0',
    info: {
      title: `order-ledger: ${subject}`,
      version,
      description: [
        description,
        folded('Limits: how much at once', limitsTable()),
        folded(
          'Errors: every code, and when it comes',
          'Each is `application/problem+json` (RFC 9457) with its `code`, which is the word to program against, and the `correlation_id` to quote:',
          `\`\`\`json\n${problemExample()}\n\`\`\``,
          problemTable(problems),
        ),
      ].join('\n\n'),
    },
    tags: tagsWithin(tagsIn(paths)),
    paths,
    components: {
      schemas: own.schemas,
      headers: answerHeaders,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: TOKEN },
        partnerKey: { type: 'http', scheme: 'bearer', bearerFormat: 'pk_<id>_<secret>', description: PARTNER_KEY },
      },
    },
  };
};
