import { problemContentType } from '@order-ledger/platform/http/problem';
import { z } from 'zod';
import { orderAnswer, timelineAnswer } from '../presentation/answers.ts';
import { QUERY_ROUTES, type QueryRoute } from './query-routes.ts';

type Json = Record<string, unknown>;

const problem = z.looseObject({
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

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** Where a default, a check or a description wraps a schema, the description may stand on any layer. */
const parameter = (name: string, schema: z.ZodType): Json => {
  const { description, ...rest } = schemaOf(schema, 'input');
  return {
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    ...(description === undefined ? {} : { description }),
    schema: rest,
  };
};

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

const ORDER_ID = { name: 'order_id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const CORRELATION = header('X-Correlation-Id', 'names the business process that this belongs to; new if absent');
const LAG = {
  description:
    'milliseconds since everything in the ledger was known to be in the tables; unknown before the first time',
  schema: { type: 'string' },
};

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'a parameter against its form, with errors[]; a cursor or a time that cannot be used',
  401: 'no credential, or one that does not hold',
  403: 'the route, or a filter, is not for this credential',
  404: 'no such order for this caller',
  429: 'too many requests, with Retry-After',
  503: 'unavailable for now, or too slow to answer',
};

const problems = (onOrder: boolean): Json =>
  Object.fromEntries(
    Object.entries(REFUSALS)
      .filter(([status]) => onOrder || status !== '404')
      .map(([status, description]) => [
        status,
        { description, content: { [problemContentType]: { schema: { $ref: '#/components/schemas/Problem' } } } },
      ]),
  );

const contentOf = ({ answer, alsoProduces, streams }: QueryRoute): Json => {
  const schema = { $ref: `#/components/schemas/${answer.name}` };
  if (streams) return { 'text/event-stream': { schema } };
  const other = alsoProduces === undefined ? {} : { [alsoProduces]: { schema: { type: 'string' } } };
  return { 'application/json': { schema }, ...other };
};

const operation = (operationId: string, route: QueryRoute): Json => {
  const { path, summary, tag, access, parameters, statuses = {}, streams } = route;
  const onOrder = path.includes(':order_id');
  return {
    operationId,
    summary,
    tags: [tag],
    security: access.partners === null ? [{ token: [] }] : [{ token: [] }, { partnerKey: [] }],
    parameters: [
      ...(onOrder ? [ORDER_ID] : []),
      ...Object.entries(parameters.shape).map(([name, schema]) => parameter(name, schema as z.ZodType)),
      ...(304 in statuses ? [header('If-None-Match', 'ETag of an earlier answer')] : []),
      ...(streams ? [header('Last-Event-ID', 'id of the last event that was received')] : []),
      CORRELATION,
    ],
    responses: {
      200: { description: summary, headers: { 'X-Projection-Lag-Ms': LAG }, content: contentOf(route) },
      ...Object.fromEntries(
        Object.entries(statuses).map(([status, description]) => [
          status,
          { description, ...(status === '304' ? {} : { content: contentOf(route) }) },
        ]),
      ),
      ...problems(onOrder),
    },
  };
};

const openApiPath = (path: string): string => path.replace(/:([a-z_]+)/g, '{$1}');

const queryPaths = (): Json =>
  Object.fromEntries(
    Object.entries(QUERY_ROUTES).map(([name, route]) => [openApiPath(route.path), { get: operation(name, route) }]),
  );

const plain = (summary: string, type: string, statuses: readonly number[] = [200]): Json => ({
  get: {
    summary,
    tags: ['operations'],
    security: [],
    responses: Object.fromEntries(
      statuses.map((status) => [status, { description: summary, content: { [type]: { schema: {} } } }]),
    ),
  },
});

const schemas = (): Json => ({
  ...Object.fromEntries(
    Object.values(QUERY_ROUTES).map(({ answer }) => [answer.name, schemaOf(answer.schema, 'output')]),
  ),
  Order: schemaOf(orderAnswer, 'output'),
  TimelineEvent: schemaOf(timelineAnswer, 'output'),
  Problem: schemaOf(problem, 'output'),
});

/** The OpenAPI 3.1 document, made of the routes' table and of the schemas that answers are typed by. */
export const openApiDocument = (version: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'order-ledger: queries',
    version,
    description:
      'Everything that can be asked about orders, now and as of any time. Every answer says how fresh it is in X-Projection-Lag-Ms.',
  },
  paths: {
    ...queryPaths(),
    '/openapi.json': plain('this document', 'application/json'),
    '/docs': plain('this document for people', 'text/html'),
    '/health/live': plain('alive', 'application/json'),
    '/health/ready': plain('ready for requests', 'application/json', [200, 503]),
    '/metrics': plain('metrics in the OpenMetrics form', 'application/openmetrics-text'),
  },
  components: {
    schemas: schemas(),
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      partnerKey: { type: 'http', scheme: 'bearer', bearerFormat: 'pk_<id>_<secret>' },
    },
  },
});
