import {
  correlationHeader,
  EXAMPLE,
  type Json,
  openApiPath,
  problemResponses,
  referenceTo,
  schemaOf,
  tokensAndPartners,
  uuidInPath,
} from '@order-ledger/platform/http/openapi';
import { commonProblems } from '@order-ledger/platform/http/problem-table';
import { z } from 'zod';
import { TEXT_READERS, TEXT_ROUTE } from './access.ts';
import { groupsOf } from './callers.ts';
import { EXAMPLES, versionsAfter } from './examples.ts';
import { TEXT_PROBLEMS } from './problems.ts';

const eventTexts = z.object({
  order_id: z.uuid(),
  event_version: z.int().positive(),
  texts: z.array(z.object({ field: z.string(), text: z.string() })),
});

export const textSchemas: Json = { EventTexts: schemaOf(eventTexts, 'input') };

/** Of an order; far beyond what one holds. */
const MOST_EVENTS = 2_147_483_647;

const NAMED: Readonly<Record<number, string>> = {
  403: 'the token has no role that reads texts',
  404: 'unknown-order; no-text: no such event, or none of its texts may be read by the caller',
  410: 'text-erased: the data of the customer were erased',
};

/** The event whose text is read in the example: that of the note's own. */
const NOTED = 'AddNote';
const NOTE_VERSION = versionsAfter(NOTED).event_version;
const TEXT_EXAMPLE = {
  order_id: EXAMPLE.orderId,
  event_version: NOTE_VERSION,
  texts: [{ field: 'note', text: EXAMPLES[NOTED].body.note }],
};

const STATUSES = [400, 401, 403, 404, 410, 413, 429, 500, 503];

/** Of the route of free texts. */
export const textPaths = (meanings: Readonly<Record<number, string>>): Json => ({
  [openApiPath(TEXT_ROUTE.path)]: {
    get: {
      operationId: 'read-event-texts',
      summary: 'the free texts of an event; each reading is recorded',
      description: 'Partners read what they have written themselves.',
      tags: groupsOf([...TEXT_READERS, 'partner']),
      security: tokensAndPartners,
      parameters: [
        uuidInPath('order_id'),
        {
          name: 'event_version',
          in: 'path',
          required: true,
          schema: { type: 'integer', minimum: 1, maximum: MOST_EVENTS },
          example: NOTE_VERSION,
        },
        correlationHeader,
      ],
      responses: {
        200: {
          description: 'not to be kept by anybody',
          content: { 'application/json': { ...referenceTo('EventTexts'), example: TEXT_EXAMPLE } },
        },
        ...problemResponses({ ...meanings, ...NAMED }, STATUSES, { ...commonProblems(STATUSES), ...TEXT_PROBLEMS }),
      },
    },
  },
});
