import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { type Listener, listenTo } from '@order-ledger/testing/running/listener';
import { readModelUnderTest } from '@order-ledger/testing/running/projection';
import { startApiOver } from '@order-ledger/testing/running/query-api';
import { until } from '@order-ledger/testing/waiting';

/** A life into SUBMITTED and notes after it, `events` in all. */
export const lifeOf = (events: number): RecordedEvent[] => {
  const life = journeyTo('SUBMITTED').events.slice(0, events);
  for (let version = life.length + 1; version <= events; version += 1) {
    const { metadata } = life.at(-1) as RecordedEvent;
    const note = { ref: `note-${version}`, hmac: 'a'.repeat(64) };
    const command_id = crypto.randomUUID();
    const noted = { type: 'NoteAdded', data: { note }, metadata: { ...metadata, event_version: version, command_id } };
    life.push(noted as unknown as RecordedEvent);
  }
  return life;
};

/** Events that surely fit in one append. */
const MOST_AT_ONCE = 300;

export interface TailPaging {
  page: number;
  kept: number;
}

/** A ledger, what projects it, and the query API over the same tables. */
export const projectedApi = async (paging?: TailPaging) => {
  const under = await readModelUnderTest();
  const model = { url: under.url, pool: under.newPool(), drop: () => under.close() };
  const api = await startApiOver(model, {}, paging ?? {});
  const credential = await api.tokenOf(ACTORS.lead);

  /** The ledger, but the events that `drops` names are not delivered. */
  const losing = (drops: (event: { order_id: string; event_version: number }) => boolean): Ledger => ({
    ...under.ledger,
    subscribe: (options) =>
      under.ledger.subscribe({
        ...options,
        handler: (delivery) =>
          options.handler({
            ...delivery,
            events: delivery.events.filter(({ event }) => event === null || !drops(event.metadata)),
          }),
      }),
  });

  const write = async (life: readonly RecordedEvent[], order: string = crypto.randomUUID()): Promise<string> => {
    let last: RecordedEvent | undefined;
    for (let from = 0; from < life.length; from += MOST_AT_ONCE)
      last = (await under.append(order, life.slice(from, from + MOST_AT_ONCE), last)).at(-1);
    return order;
  };

  /** Lets Postgres refuse the events of these orders from a version on, until it is called again. */
  const refuse = async (orders: readonly string[], version = 3): Promise<void> => {
    const refused = orders.length === 0 ? 'false' : `order_id in (${orders.map((id) => `'${id}'`).join(', ')})`;
    await under.pool.query(
      `alter table read_model_1.order_timeline drop constraint if exists refused;
       alter table read_model_1.order_timeline add constraint refused
         check (not (${refused} and event_version >= ${version})) not valid`,
    );
  };

  const parked = async (): Promise<string[]> =>
    (await under.select<{ order_id: string }>('select order_id from read_model_1.order_parked')).map(
      ({ order_id }) => order_id,
    );

  /** Until these parked orders, all of them if none is named, are complete again. */
  const retry = async (orders?: readonly string[]): Promise<void> => {
    const those = orders ?? (await parked());
    await under.pool.query(
      'update read_model_1.order_parked set retry_requested_at = now() where order_id = any($1::uuid[])',
      [those],
    );
    await until('they are complete', async () => !(await parked()).some((order) => those.includes(order)));
  };

  /** The read model is dropped and its tables made anew, empty. */
  const rebuild = async (): Promise<void> => {
    await under.pool.query('drop schema read_model, read_model_1 cascade');
    await under.migrate();
  };

  return {
    under,
    api,
    losing,
    rebuild,
    write,
    refuse,
    parked,
    retry,
    listen: (id?: string): Promise<Listener> =>
      listenTo(api, '/v1/events', credential, id === undefined ? {} : { 'Last-Event-ID': id }),
    close: () => api.close(),
  };
};

export type ProjectedApi = Awaited<ReturnType<typeof projectedApi>>;

/** An event as `order version`. */
export const nameOf = ({ order_id, event_version }: { order_id: string; event_version: number }): string =>
  `${order_id} ${event_version}`;

export const namesOf = (order: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => nameOf({ order_id: order, event_version: from + n }));
