import { tagsOf } from '@order-ledger/platform/http/callers';
import {
  correlationHeader,
  header,
  type Json,
  openApiDocument,
  openApiPath,
  problemResponses,
  problemSchema,
  referenceTo,
  schemaOf,
  tokensAlone,
  tokensAndPartners,
  uuidInPath,
} from '@order-ledger/platform/http/openapi';
import { commonProblems } from '@order-ledger/platform/http/problem-table';
import type { z } from 'zod';
import { pageSettings, signInAnswer, signInBody } from '../dashboard/page-answers.ts';
import { orderAnswer, timelineAnswer } from '../presentation/answers.ts';
import { QUERY_EXAMPLES, type QueryExample } from './examples.ts';
import { PERSON_PROBLEMS, problemsOf, QUERY_PROBLEMS } from './problem-table.ts';
import { QUERY_ROUTES, type QueryName, type QueryRoute } from './query-routes.ts';

/** Where a default, a check or a description wraps a schema, the description may stand on any layer. */
const parameter = (name: string, schema: z.ZodType, example: unknown): Json => {
  const { description, ...rest } = schemaOf(schema, 'input');
  return {
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    ...(description === undefined ? {} : { description }),
    schema: rest,
    ...(example === undefined ? {} : { example }),
  };
};

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
  429: 'too many requests, or too much held at once, with Retry-After',
  503: 'unavailable for now, or too slow to answer',
};

const contentOf = ({ answer, bytes, alsoProduces, streams }: QueryRoute, example: unknown): Json => {
  if (bytes !== undefined) return { [bytes]: referenceTo(answer.name) };
  const reference = { ...referenceTo(answer.name), example };
  if (streams) return { 'text/event-stream': reference };
  const other = alsoProduces === undefined ? {} : { [alsoProduces]: { schema: { type: 'string' } } };
  return { 'application/json': reference, ...other };
};

const operation = (operationId: string, route: QueryRoute, example: QueryExample): Json => {
  const { path, summary, askedBy, access, parameters, statuses = {}, streams } = route;
  const onOrder = path.includes(':order_id');
  const refusals = Object.keys(REFUSALS).map(Number);
  return {
    operationId,
    summary,
    tags: tagsOf(askedBy),
    security: access.partners === null ? tokensAlone : tokensAndPartners,
    parameters: [
      ...(onOrder ? [uuidInPath('order_id')] : []),
      ...Object.entries(parameters.shape).map(([name, schema]) =>
        parameter(name, schema as z.ZodType, example.query[name]),
      ),
      ...(304 in statuses ? [header('If-None-Match', 'ETag of an earlier answer')] : []),
      ...(streams ? [header('Last-Event-ID', 'id of the last event that was received')] : []),
      correlationHeader,
    ],
    responses: {
      200: { description: summary, headers: { 'X-Projection-Lag-Ms': LAG }, content: contentOf(route, example.answer) },
      ...Object.fromEntries(
        Object.entries(statuses).map(([status, description]) => [
          status,
          { description, ...(status === '304' ? {} : { content: contentOf(route, example.answer) }) },
        ]),
      ),
      ...problemResponses(
        REFUSALS,
        refusals.filter((status) => onOrder || status !== 404),
        { ...commonProblems(refusals), ...problemsOf(route) },
      ),
    },
  };
};

const queryPaths = (): Json =>
  Object.fromEntries(
    Object.entries(QUERY_ROUTES).map(([name, route]) => [
      openApiPath(route.path),
      { get: operation(name, route, QUERY_EXAMPLES[name as QueryName]) },
    ]),
  );

/** What the web page asks before anybody has signed in. */
const pagePaths: Json = {
  '/dashboard.json': {
    get: {
      operationId: 'readPageSettings',
      summary: 'what the web page has to know, and how people sign in',
      tags: tagsOf(['anybody']),
      security: [],
      parameters: [correlationHeader],
      responses: {
        200: { description: 'for this page', content: { 'application/json': referenceTo('PageSettings') } },
        ...problemResponses({ 404: 'nobody signs in here' }, [404]),
      },
    },
  },
  '/dashboard/sign-in': {
    post: {
      operationId: 'signIn',
      summary: 'for development: a token of one of the people that the page may be used as',
      tags: tagsOf(['anybody']),
      security: [],
      parameters: [correlationHeader],
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(signInBody, 'input') } } },
      responses: {
        200: { description: 'signed in', content: { 'application/json': referenceTo('SignedIn') } },
        ...problemResponses(
          {
            400: 'a body against its schema, with errors[]',
            404: 'nobody has this id, or nobody signs in here in this way',
            415: 'the body is not application/json',
          },
          [400, 404, 415],
          { ...commonProblems([400, 404, 415]), ...PERSON_PROBLEMS },
        ),
      },
    },
  },
};

const schemas = (): Json => ({
  ...Object.fromEntries(
    Object.values(QUERY_ROUTES).map(({ answer }) => [answer.name, schemaOf(answer.schema, 'output')]),
  ),
  Order: schemaOf(orderAnswer, 'output'),
  TimelineEvent: schemaOf(timelineAnswer, 'output'),
  PageSettings: schemaOf(pageSettings, 'output'),
  SignedIn: schemaOf(signInAnswer, 'output'),
  Problem: schemaOf(problemSchema, 'output'),
});

/** Made of the routes' table and of the schemas that answers are typed by. */
export const queryDocument = (version: string): Json =>
  openApiDocument({
    subject: 'queries',
    version,
    description:
      'Everything that can be asked about orders, now and as of any time. Every answer says how fresh it is in X-Projection-Lag-Ms.',
    paths: { ...queryPaths(), ...pagePaths },
    schemas: schemas(),
    problems: QUERY_PROBLEMS,
  });
