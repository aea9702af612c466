import type { WholeEvent } from '@order-ledger/ledger/stored/whole';
import type pg from 'pg';
import type { Step } from './progress.ts';

/** What the events speak of that PostgreSQL does not know, by order. */
export interface Missing {
  uploads: { upload_id: string; order_id: string }[];
  texts: { field: string; order_id: string }[];
  partners: { partner_id: string; order_id: string }[];
}

export interface Scan {
  events: number;
  /** Of our orders, the version that each has reached. */
  versions: ReadonlyMap<string, number>;
  /** When the last event was recorded. */
  last: string | null;
  /** Events that were recorded after a moment. */
  after: number;
  missing: Missing;
}

const BATCH = 5_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

interface Named {
  readonly key: string;
  readonly order_id: string;
}

/** Gathers what events name and asks the table, a batch at a time, what of it is not there. */
const asked = (client: pg.Client, known: string, found: (missing: Named) => void) => {
  let waiting = new Map<string, Named>();
  const ask = async (): Promise<void> => {
    const batch = waiting;
    waiting = new Map();
    const { rows } = await client.query<{ key: string }>(known, [[...batch.keys()]]);
    for (const { key } of rows) batch.delete(key);
    for (const named of batch.values()) found(named);
  };
  return {
    add: async (named: Named): Promise<void> => {
      waiting.set(named.key, named);
      if (waiting.size >= BATCH) await ask();
    },
    ask,
  };
};

/** Reads every event once and holds what it names against the tables, which were copied at an earlier moment. */
export const scanLedger = async (
  events: AsyncIterable<WholeEvent>,
  client: pg.Client,
  moment: string | null,
  step: Step,
): Promise<Scan> => {
  const versions = new Map<string, number>();
  const erased = new Set<string>();
  const missing: Missing = { uploads: [], texts: [], partners: [] };
  const uploads = asked(client, 'select upload_id as key from upload.upload where upload_id = any($1)', (one) =>
    missing.uploads.push({ upload_id: one.key, order_id: one.order_id }),
  );
  const texts = asked(
    client,
    `select concat_ws(' ', command_id, field, hmac) as key from command_api.free_text
     where concat_ws(' ', command_id, field, hmac) = any($1)`,
    (one) => missing.texts.push({ field: one.key.split(' ')[1] ?? '', order_id: one.order_id }),
  );
  const partners = asked(
    client,
    'select partner_id as key from command_api.partner where partner_id = any($1)',
    (one) => missing.partners.push({ partner_id: one.key, order_id: one.order_id }),
  );
  let [count, after, last]: [number, number, string | null] = [0, 0, null];
  for await (const { stream, type, data, metadata } of events) {
    count += 1;
    step.add(1);
    if (!stream.startsWith('order-') || !isRecord(data) || !isRecord(metadata)) continue;
    const order_id = stream.slice('order-'.length);
    versions.set(order_id, (versions.get(order_id) ?? 0) + 1);
    last = textOf(metadata.recorded_at) ?? last;
    if (moment !== null && (textOf(metadata.recorded_at) ?? '') > moment) after += 1;
    if (type === 'CustomerDataErased') erased.add(order_id);
    const upload = textOf(data.upload_id);
    if (upload !== null) await uploads.add({ key: upload, order_id });
    const partner = textOf(data.partner_id);
    if (type === 'OrderInitiated' && partner !== null) await partners.add({ key: partner, order_id });
    for (const [field, value] of Object.entries(data))
      if (isRecord(value) && typeof value.hmac === 'string' && 'ref' in value)
        await texts.add({ key: `${metadata.command_id} ${field} ${value.hmac}`, order_id });
  }
  for (const open of [uploads, texts, partners]) await open.ask();
  // A text whose subject asked for it is gone on purpose.
  missing.texts = missing.texts.filter(({ order_id }) => !erased.has(order_id));
  return { events: count, versions, last, after, missing };
};

/** An order that the read side has shown with more events than the ledger holds now. */
export interface LostOrder {
  order_id: string;
  shown: number;
  held: number;
}

/** What callers were told of orders that the ledger does not know any more; asked before the read side is made again. */
export const lostOrders = async (client: pg.Client, versions: Scan['versions']): Promise<LostOrder[]> => {
  const { rows: schemas } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname ~ '^read_model_[0-9]+$'
       and to_regclass(nspname || '.order_row') is not null
     order by length(nspname) desc, nspname desc limit 1`,
  );
  const lost: LostOrder[] = [];
  for (const { name } of schemas) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { rows } = await client.query<{ order_id: string; event_version: number }>(
        `select order_id, event_version from ${name}.order_row where order_id > $1 order by order_id limit ${BATCH}`,
        [after],
      );
      for (const { order_id, event_version: shown } of rows) {
        const held = versions.get(order_id) ?? 0;
        if (held < shown) lost.push({ order_id, shown, held });
      }
      const newest = rows.at(-1);
      if (newest === undefined) break;
      after = newest.order_id;
    }
  }
  return lost;
};
