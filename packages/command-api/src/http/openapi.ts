import { type CommandName, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import { STATUSES } from '@order-ledger/domain/status';
import { EARLIEST_TIME } from '@order-ledger/domain/time';
import { incomingTime } from '@order-ledger/domain/values';
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
import { z } from 'zod';
import { asksForPrecondition, COMMAND_BY_SEGMENT } from '../command-names.ts';
import { COMMAND_ROUTES, type CommandRoute } from './access.ts';
import { granteesOfCommand, groupsOf } from './callers.ts';
import { successOf } from './command-answer.ts';
import { EXAMPLES, exampleAnswer, versionsAfter } from './examples.ts';
import { KEY, keyPaths, keySchemas } from './key-documents.ts';
import { COMMAND_PROBLEMS, problemsOf } from './problems.ts';
import { retryPaths, retrySchemas } from './retry-document.ts';
import { textPaths, textSchemas } from './text-document.ts';

const commandAnswer = z.object({
  order_id: z.uuid(),
  status: z.enum(STATUSES),
  event_version: z.int().positive(),
  status_version: z.int().positive(),
  correlation_id: z.string(),
  events: z.array(z.object({ id: z.uuid(), type: z.string(), event_version: z.int().positive() })),
  fence_token: z.int().positive().optional().describe('of a claim: work commands send it'),
  expires_at: z.iso.datetime().optional().describe('of a renewal: when the lease ends'),
});

const problem = problemSchema.extend({
  order_status: z.enum(STATUSES).optional(),
  allowed_transitions: z.array(z.object({ command: z.string(), to: z.enum(STATUSES) })).optional(),
  holder: z.object({ operator: z.string(), fence_token: z.int() }).optional(),
  owner: z.enum(['store', 'CRM', 'MES']).optional().describe('of a 403: the system that the status belongs to'),
  event_version: z.int().optional().describe('of a 412: the order as it is now'),
  status_version: z.int().optional(),
  event_limit: z.int().optional().describe('of order-full: the events that an order may hold'),
});

const requestSchema = (command: CommandName): Json => {
  const schema = schemaOf(REQUEST_BODIES[command], 'input');
  const occurred_at = {
    ...schemaOf(incomingTime, 'input'),
    description: `when it happened, from ${EARLIEST_TIME} on; now if absent, at most a minute ahead; of people and partners no older than a configured age, which the refusal names`,
  };
  return { ...schema, properties: { ...(schema.properties as Json), occurred_at } };
};

/** As the order stands before the example. */
const precondition = (command: CommandName): Json[] => [
  header(
    'If-Match',
    'ETag of the order (weak or strong), a list of them, or *; people and partners send this or X-Expected-Status-Version',
  ),
  {
    ...header('X-Expected-Status-Version', 'status_version of the order'),
    example: String(versionsAfter(EXAMPLES[command].after).status_version),
  },
];
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'header or body against its form, with errors[]',
  401: 'no credential, or one that does not hold',
  403: 'the caller has no grant; owner names the system that has',
  404: 'no such order for this caller',
  409: 'held, frozen, illegal-transition, order-full, or a condition of the order; with allowed_transitions; choice-lost: ask again',
  412: 'the order has changed since',
  413: 'body too large',
  415: 'not application/json',
  422: 'the Idempotency-Key was used for another request',
  428: 'no precondition was sent',
  429: 'too many requests, or too much held at once, with Retry-After',
  500: "something failed on our side, or the order's record cannot be read",
  503: 'unavailable for now; outcome-unknown: repeat with the same key; ledger-diverged: an operator must decide first',
};

const WHERE = 'in which status, and under which conditions, is in the graph (docs/order-graph.md).';

const NONE_READY: Json = { 204: { description: 'no order is ready; the same key may be used again' } };

/** Two routes claim an order; an operation's id names one. */
const operationId = (command: CommandName, { access }: CommandRoute): string =>
  access.orders === 'next' ? `${command}-next` : `${command}-route`;

const operation = (command: CommandName, { path, access }: CommandRoute, id: string): Json => {
  const onOrder = path.includes(':order_id');
  const statuses = Object.keys(REFUSALS).map(Number);
  const asks = asksForPrecondition(command);
  const grantees = granteesOfCommand(command).filter((one) => one !== 'partner' || access.partners !== null);
  const { body } = EXAMPLES[command];
  return {
    operationId: id,
    summary: command,
    description: `For ${grantees.map((one) => `\`${one}\``).join(', ')}: ${WHERE}`,
    tags: groupsOf(grantees),
    security: access.partners === null ? tokensAlone : tokensAndPartners,
    parameters: [
      ...(onOrder ? [uuidInPath('order_id')] : []),
      KEY,
      ...(asks ? precondition(command) : []),
      correlationHeader,
    ],
    requestBody: {
      required: command === 'InitiateOrder',
      content: { 'application/json': { schema: requestSchema(command), example: body } },
    },
    responses: {
      [successOf(command).status]: {
        description: 'recorded; a repetition gets the same bytes, with Idempotent-Replayed: true',
        headers: {
          ETag: { schema: { type: 'string' } },
          'Idempotent-Replayed': { schema: { type: 'string' } },
          'X-Order-Stale': {
            schema: { type: 'string' },
            description:
              'true: recorded, but the query API cannot show it until an operator has repaired what it fails on',
          },
        },
        content: { 'application/json': { ...referenceTo('CommandAnswer'), example: exampleAnswer(command) } },
      },
      ...(access.orders === 'next' ? NONE_READY : {}),
      ...problemResponses(
        REFUSALS,
        // A precondition counts wherever it is sent.
        statuses.filter((status) => asks || status !== 428),
        { ...commonProblems(statuses), ...problemsOf(command, access.orders) },
      ),
    },
  };
};

const segmentOf = (route: CommandRoute): [segment: string | null, command: CommandName][] =>
  route.command === null ? [...COMMAND_BY_SEGMENT] : [[null, route.command]];

const commandPaths = (): Json =>
  Object.fromEntries(
    COMMAND_ROUTES.flatMap((route) =>
      segmentOf(route).map(([segment, command]) => {
        const path = openApiPath(segment === null ? route.path : route.path.replace(':command', segment));
        return [
          path,
          { [route.method.toLowerCase()]: operation(command, route, segment ?? operationId(command, route)) },
        ];
      }),
    ),
  );

/** Made of the routes' table and of the schemas that the requests are held against. */
export const commandDocument = (version: string): Json =>
  openApiDocument({
    subject: 'commands',
    version,
    description: 'Every change of an order is a command. Refused commands leave nothing behind.',
    paths: { ...commandPaths(), ...textPaths(REFUSALS), ...keyPaths(REFUSALS), ...retryPaths(REFUSALS) },
    schemas: {
      CommandAnswer: schemaOf(commandAnswer, 'input'),
      ...textSchemas,
      ...keySchemas,
      ...retrySchemas,
      Problem: schemaOf(problem, 'input'),
    },
    problems: COMMAND_PROBLEMS,
  });
