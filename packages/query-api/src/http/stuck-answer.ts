import type { SystemEvidence } from '@order-ledger/diagnosis/evidence';
import { incidentPage } from '@order-ledger/diagnosis/incident/page';
import type { Candidate } from '@order-ledger/diagnosis/reading/candidates';
import { clock } from '@order-ledger/platform/clock';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { isKnown } from '@order-ledger/platform/within';
import { readListed } from '@order-ledger/read-model/reading/list-orders';
import { z } from 'zod';
import { presentOrder } from '../presentation/order.ts';
import type { Seals } from '../seal.ts';
import type { Sources } from '../sources.ts';
import type { Looking } from '../stuck/looking.ts';
import { readParameters } from './parameter-forms.ts';
import { incidentParameters, noParameters, stuckParameters } from './parameters.ts';
import { type Answer, keepPrivate, orderIdOf, tellFreshness, unknownOrder } from './question.ts';

/** What a cursor carries: the list that it belongs to, and where the page before ended. */
const cursorContent = z.strictObject({
  stuck: z.record(z.string(), z.string()),
  past_since: z.string(),
  order_id: z.string(),
});

type Asked = z.output<typeof stuckParameters>;

const listOf = ({ verdict, stage, since }: Asked): Record<string, string> =>
  Object.fromEntries(Object.entries({ verdict, stage, since }).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;

/** @throws ProblemError 400 for a cursor that is none, or of another list */
const placeOf = (asked: Asked, seals: Seals): Candidate | null => {
  if (asked.cursor === undefined) return null;
  const content = cursorContent.safeParse(seals.verify(asked.cursor));
  if (!content.success)
    throw new ProblemError(
      400,
      'cursor-invalid',
      'The cursor is not one of ours: begin at the first page, without a cursor.',
    );
  const { stuck, past_since, order_id } = content.data;
  const given = listOf(asked);
  const other = Object.keys({ ...stuck, ...given }).find((name) => stuck[name] !== given[name]);
  if (other !== undefined)
    throw new ProblemError(
      400,
      'cursor-mismatch',
      `The cursor belongs to a list with another ${other}: send it with the same filters.`,
    );
  return { past_since, order_id };
};

/** What holds for all orders of the answer: who is away, and what waits. */
const presentSystem = (system: SystemEvidence) => ({
  at: system.at,
  ledger: isKnown(system.ledger) ? system.ledger.is : `away: ${system.ledger.unknown}`,
  processes: isKnown(system.processes) ? system.processes.is.map(({ late: _late, ...one }) => one) : [],
  queues: isKnown(system.queues) ? system.queues.is : [],
});

/** Orders that stand still, and why. */
export const stuckAnswers = ({ sources, seals, looking }: { sources: Sources; seals: Seals; looking: Looking }) => {
  const list: Answer = async ({ request, response, audience }) => {
    const asked = readParameters(stuckParameters, request.query);
    const { verdict, stage, limit } = asked;
    const since = asked.since === undefined ? undefined : new Date(asked.since);
    const source = await sources.primary();
    tellFreshness(response, source);
    const after = placeOf(asked, seals);
    const { stuck, next } = await looking.page(source, { filter: { verdict, stage, since }, after, limit });
    const next_cursor = next === null ? null : seals.sign({ stuck: listOf(asked), ...next });
    if (next_cursor !== null) {
      const query = new URLSearchParams({ ...listOf(asked), cursor: next_cursor, limit: String(limit) });
      response.set('Link', `</v1/stuck?${query}>; rel="next"`);
    }
    keepPrivate(response);
    const [system, listed] = await Promise.all([
      looking.system(source),
      readListed(
        source,
        stuck.map(({ order_id }) => order_id),
      ),
    ]);
    const now = new Date(clock.now());
    const orders = listed.map((order) => presentOrder(order, audience, now));
    response.json({ stuck, orders, next_cursor, system: presentSystem(system) });
  };

  const one: Answer = async (question) => {
    const { request, response } = question;
    const order_id = orderIdOf(question);
    readParameters(noParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const told = await looking.order(source, order_id);
    if (told === undefined) throw unknownOrder();
    keepPrivate(response);
    response.json(told.found);
  };

  const incident: Answer = async (question) => {
    const { request, response } = question;
    const order_id = orderIdOf(question);
    const { format } = readParameters(incidentParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const made = await looking.incident(source, order_id);
    if (made === undefined) throw unknownOrder();
    keepPrivate(response);
    if (format === 'json') return void response.json(made);
    response.set({
      'Content-Disposition': `attachment; filename="incident-${order_id}.html"`,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
    response.type('text/html').send(incidentPage(made));
  };

  return { listStuck: list, readDiagnosis: one, readIncident: incident };
};
