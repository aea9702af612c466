import { type Answer, isKnown } from '@order-ledger/platform/within';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import type { ParkedEvidence } from '../evidence.ts';
import { published } from './published.ts';

interface ParkedView {
  readonly process: string;
  /** What stands aside for an order, the reason, and where the process publishes it. */
  readonly what: string;
  readonly reason: string;
  readonly view: string;
}

/** By the processes that publish it; `order_parked` of the read model is the projector's own. */
export const PARKED_VIEWS: readonly ParkedView[] = [
  { process: 'bridge', what: 'exchange', reason: 'reason', view: 'messaging.parked_view' },
  { process: 'process-manager', what: 'null', reason: 'reason', view: 'process_manager.parked_view' },
  { process: 'pricing-worker', what: 'null', reason: 'parked_reason', view: 'pricing.order_view' },
  { process: 'command-api', what: 'type', reason: "'not-applicable'", view: 'command_api.parked_view' },
];

/** Of some orders ($1), each row with its order_id. */
export const parkedIn = ({ what, reason, view }: ParkedView, condition: string): string =>
  `select order_id, ${what} as what, ${reason} as reason, parked_at from ${view}
   where parked_at is not null and ${condition}`;

const inReadModel = (schema: string): ParkedView & { readonly condition: string } => ({
  ...{ process: 'projector', what: 'null', reason: 'reason', view: `${schema}.order_parked` },
  condition: 'closed_at is null',
});

export interface ParkedOrder extends ParkedEvidence {
  readonly order_id: string;
}

interface ParkedRow extends Omit<ParkedOrder, 'parked_at' | 'process'> {
  readonly parked_at: Date;
}

/** A screen shows no more, and then the first of each process are enough to see why. */
const MOST_PARKED = 200;

/** Orders that some process has parked, the longest parked first, and who could not be asked. */
export const readParkedOrders = async ({
  pool,
  schema,
}: Reader): Promise<{ parked: readonly ParkedOrder[]; away: readonly string[] }> => {
  const views = [inReadModel(schema), ...PARKED_VIEWS.map((view) => ({ ...view, condition: 'true' }))];
  const found = await Promise.all(
    views.map(async ({ condition, ...view }): Promise<Answer<readonly ParkedOrder[]>> => {
      const text = `${parkedIn(view, condition)} order by parked_at, order_id limit ${MOST_PARKED}`;
      const answer = await published(view.process, pool.query<ParkedRow>(text));
      if (!isKnown(answer)) return answer;
      const parked = answer.is.rows.map((row) => ({
        ...row,
        process: view.process,
        parked_at: row.parked_at.toISOString(),
      }));
      return { is: parked };
    }),
  );
  return {
    parked: found
      .flatMap((answer) => (isKnown(answer) ? answer.is : []))
      .sort((one, other) => (one.parked_at < other.parked_at ? -1 : 1)),
    away: found.flatMap((answer) => (isKnown(answer) ? [] : [answer.unknown])),
  };
};
