import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import { ASK_FOR_TRIAL } from '@order-ledger/platform/parked-table';
import { isNotPublished, isUndefinedFunction } from '@order-ledger/platform/sqlstate';
import { READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';
import type pg from 'pg';
import { SCHEMA } from './schema.ts';

const metrics = defineMetrics({
  asked: {
    type: 'counter',
    name: 'parked_retries_asked_total',
    help: 'Retries of parked orders that people have asked for, by the process that was asked',
    labels: ['process'],
  },
});

/** Who parks orders, and how he is asked: each by what his own schema publishes, this process in its own table. */
const PLACES: Readonly<Record<string, string>> = {
  projector: `select ${versionSchema(READ_MODEL_VERSION)}.ask_for_trial($1) as asked`,
  bridge: 'select messaging.ask_for_trial($1) as asked',
  'process-manager': 'select process_manager.ask_for_trial($1) as asked',
  'pricing-worker': 'select pricing.ask_for_trial($1) as asked',
  'command-api': `
    with asked as (update ${SCHEMA}.parked_event set ${ASK_FOR_TRIAL} where order_id = $1 returning 1)
    select count(*)::integer as asked from asked`,
};

export interface RetryRequest {
  order_id: string;
  /** Who asks. */
  asked_by: string;
  correlation_id: string;
}

export interface RetryOutcome {
  /** Processes that had parked the order, and retry it now. */
  asked: string[];
  /** Processes that could not be asked. */
  away: string[];
}

export type AskForRetry = (request: RetryRequest) => Promise<RetryOutcome>;

/** Asks everybody who has parked an order to retry it; what comes of it is seen where parked orders are listed. */
export const createRetries = (pool: pg.Pool, log: Log): AskForRetry => {
  const ask = async (order_id: string, statement: string): Promise<number | undefined> => {
    try {
      const { rows } = await pool.query<{ asked: number }>(statement, [order_id]);
      return rows[0]?.asked ?? 0;
    } catch (error) {
      if (isNotPublished(error) || isUndefinedFunction(error)) return undefined;
      throw error;
    }
  };
  return async ({ order_id, asked_by, correlation_id }) => {
    const { rows } = await pool.query<{ request_id: string }>(
      'insert into retry_request (order_id, asked_by, correlation_id) values ($1, $2, $3) returning request_id',
      [order_id, asked_by, correlation_id],
    );
    const answers = await Promise.all(
      Object.entries(PLACES).map(async ([process, statement]) => [process, await ask(order_id, statement)] as const),
    );
    const asked = answers.flatMap(([process, count]) => (count !== undefined && count > 0 ? [process] : []));
    const away = answers.flatMap(([process, count]) => (count === undefined ? [process] : []));
    await pool.query('update retry_request set processes = $2 where request_id = $1', [rows[0]?.request_id, asked]);
    for (const process of asked) metrics.asked.inc({ process });
    log.info('asked for a retry of a parked order', { order_id, name: asked.join(', ') });
    return { asked, away };
  };
};
