import { uuid } from '@order-ledger/domain/values';
import { addToContext } from '@order-ledger/platform/context';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { callerOf, correlationIdFor } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import type { Request, Response } from 'express';
import { actorOf } from '../actor.ts';
import type { EventTexts, ReadEventTexts } from '../free-text/event-texts.ts';
import { admit, isTextReader, TEXT_ROUTE } from './access.ts';
import { problemOf } from './refusal-problem.ts';
import { unavailableProblem } from './unavailable.ts';

const metrics = defineMetrics({
  readings: {
    type: 'counter',
    name: 'free_text_readings_total',
    help: 'Requests for the texts of an event, by what came of them',
    labels: ['outcome'],
  },
});

/** No order has so many events. */
const VERSION = /^[1-9]\d{0,9}$/;

const problemFor = (outcome: Exclude<EventTexts['outcome'], 'shown'>): ProblemError => {
  switch (outcome) {
    case 'unknown-order':
      return problemOf({ kind: 'unknown-order' });
    case 'no-text':
      return new ProblemError(
        404,
        'no-text',
        'The order has no such event, or the event has no text that you may read.',
      );
    case 'erased':
      return new ProblemError(410, 'text-erased', "The text is gone: its customer's data were erased.");
  }
};

/** The free texts of an order's event, which stand nowhere else in the clear. */
export const textRoutes = ({ readTexts, log }: { readTexts: ReadEventTexts; log: Log }): Route[] => {
  const ask = async (request: Request, response: Response): Promise<EventTexts> => {
    const caller = callerOf(response);
    const actor = actorOf(caller);
    const [orderId, version] = [String(request.params.order_id), String(request.params.event_version)];
    if (!uuid.safeParse(orderId).success) return { outcome: 'unknown-order' };
    const order_id = orderId.toLowerCase();
    addToContext({ order_id });
    return readTexts({
      // What lets him see an order without its texts does not count here.
      actor: { ...actor, roles: actor.roles.filter(isTextReader) },
      reader: caller.name,
      order_id,
      event_version: VERSION.test(version) ? Number(version) : Number.POSITIVE_INFINITY,
      correlation_id: correlationIdFor(response),
    });
  };

  const answer = async (request: Request, response: Response): Promise<void> => {
    response.set('Cache-Control', 'no-store');
    const found = await ask(request, response).catch((error: unknown) => {
      throw unavailableProblem(error);
    });
    metrics.readings.inc({ outcome: found.outcome });
    if (found.outcome !== 'shown') throw problemFor(found.outcome);
    const event_version = Number(request.params.event_version);
    log.info('texts of an event were read', { event_version, count: found.texts.length });
    response.json({ order_id: String(request.params.order_id).toLowerCase(), event_version, texts: found.texts });
  };

  return [{ ...TEXT_ROUTE, access: 'caller', handlers: [admit(TEXT_ROUTE.access), answer] }];
};
