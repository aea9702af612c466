import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { STATUSES, type Status } from '@order-ledger/domain/status';
import { CHECKPOINT_TABLE } from '@order-ledger/ledger/follow/checkpoint';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo } from '@order-ledger/testing/orders/journeys';
import { type ReadModelUnderTest, readModelUnderTest } from '@order-ledger/testing/running/projection';
import { until } from '@order-ledger/testing/waiting';
import { loadNextBuild, NEW } from './support/next-build.ts';

jest.setTimeout(120_000);

type Row = Record<string, unknown>;
const TABLES = ['order_row', 'order_timeline', 'order_span', 'stage_interval', 'order_mark'] as const;

let present: ReadModelUnderTest;
let next: Awaited<ReturnType<typeof loadNextBuild>>;
const undo: (() => Promise<unknown> | unknown)[] = [];
/** Orders in every status, of the build before, to which nothing happens any more. */
let old: string[] = [];
/** Orders that are made, and to be polished by the next build: one stays so, one is packed, one is put on hold. */
let made: string[] = [];

const write = async (life: readonly RecordedEvent[]): Promise<string> => {
  const order = crypto.randomUUID();
  await present.append(order, life);
  return order;
};
const counted = async (sql: string): Promise<number> => Number((await present.select<Row>(sql))[0]?.count);
/** What the tables hold of these orders, and in which transaction it was written. A column without a value is none. */
const written = async (orders: readonly string[]): Promise<Row[]> =>
  (
    await Promise.all(
      TABLES.map((table) =>
        present.select<Row>(
          `select '${table}' as name, xmin::text as written, jsonb_strip_nulls(to_jsonb(t)) as row
           from read_model_1.${table} t where order_id = any($1::uuid[]) order by to_jsonb(t)::text`,
          [orders],
        ),
      ),
    )
  ).flat();

let before: Row[] = [];
let migrated: readonly string[] = [];
let checkpoint = 0n;
const positionOf = async (): Promise<bigint> =>
  BigInt(String((await present.select<Row>('select commit_position::text as at from checkpoint'))[0]?.at));

/** A command of the next build. */
const send = async (order_id: string, command: string, actor: Actor, body: object) => {
  const { commandId, requestHash, callerOf } = next.identity;
  const command_id = commandId(callerOf(actor), order_id, crypto.randomUUID());
  return nextLedger.execute({
    command: command as 'AddNote',
    ...{ command_id, order_id, actor, correlation_id: command_id, causation_id: command_id },
    prepare: async () => ({
      body: body as never,
      request_hash: requestHash(command as 'AddNote', order_id, body),
      context: {},
    }),
  });
};
const done = async (order: string, command: string, actor: Actor, body: object = {}): Promise<void> => {
  const outcome = await send(order, command, actor, body);
  expect([command, outcome.outcome === 'done' ? 'done' : outcome.refusal]).toEqual([command, 'done']);
};
let nextLedger: ReturnType<(typeof next)['ledger']['openLedger']>;

beforeAll(async () => {
  present = await readModelUnderTest();
  undo.push(() => present.close());
  old = await Promise.all(STATUSES.map((status) => write(journeyTo(status).events)));
  made = await Promise.all([1, 2, 3].map(() => write(journeyTo('MANUFACTURING_COMPLETED').events)));
  const first = present.start();
  const lengthOf = (status: Status): number => journeyTo(status).events.length;
  const full = STATUSES.reduce((sum, status) => sum + lengthOf(status), 3 * lengthOf('MANUFACTURING_COMPLETED'));
  await present.projected(full);
  await first.stop();
  before = await written(old);
  checkpoint = await positionOf();

  next = await loadNextBuild();
  const { log, url, store } = present;
  migrated = await present
    .select<Row>('select name from read_model_1.migration')
    .then((rows) => rows.map(({ name }) => String(name)));
  await next.schema.migrateReadModel({ connectionString: url, log, checkpointTable: CHECKPOINT_TABLE });

  // The build before works on it once more before the next one takes over.
  const again = present.start();
  old.push(await write(journeyTo('RETURNED').events));
  await present.projected(full + lengthOf('RETURNED'));
  await again.stop();

  nextLedger = next.ledger.openLedger({ connectionString: store.url, log });
  undo.push(() => nextLedger.close());
  const abort = new AbortController();
  const projection = next.projection.startProjection({
    ...{ connectionString: url, pool: present.newPool(), ledger: nextLedger, log, signal: abort.signal },
    tailEveryMs: 50,
  });
  undo.push(async () => {
    abort.abort();
    await projection.done.catch(() => undefined);
  });
  const [, packed, held] = made as [string, string, string];
  for (const order of made) await done(order, 'RequirePolishing', ACTORS.quality);
  await done(packed, 'StartPackaging', ACTORS.packer);
  await done(held, 'HoldOrder', ACTORS.lead, { hold_id: 'hold-1', reason: 'QUALITY' });
  await until('all of it is in the tables', async () => {
    const versions = await present.select<Row>(
      'select event_version from read_model_1.order_row where order_id = any($1::uuid[]) order by event_version',
      [made],
    );
    const expected = [1, 2, 2].map((n) => lengthOf('MANUFACTURING_COMPLETED') + n);
    return versions.map(({ event_version }) => event_version).join() === expected.join();
  });
});
afterAll(async () => {
  for (const each of undo.reverse()) await each();
});

describe('a status that is added to the graph, on a database that is full', () => {
  it('is one more step, which earlier builds work on after, and no new version of the tables', async () => {
    const names = (await present.select<Row>('select name from read_model_1.migration')).map(({ name }) => name);
    expect(names.filter((name) => !migrated.includes(String(name)))).toEqual(['status-polishing-required']);
    expect(await present.select('select version from read_model.live_version')).toEqual([{ version: 1 }]);
    expect(await counted("select count(*) from pg_namespace where nspname like 'read_model%'")).toBe(2);
  });

  it('leaves the orders that are there as they are, written when they were written', async () => {
    expect(before.length).toBeGreaterThan(400);
    expect(await written(old.slice(0, STATUSES.length))).toEqual(before);
  });

  it('is projected from where the projector stood, and nothing is parked', async () => {
    expect(await positionOf()).toBeGreaterThan(checkpoint);
    expect(await counted('select count(*) from read_model_1.order_parked')).toBe(0);
    const twice = 'select 1 from read_model_1.order_timeline group by event_id having count(*) > 1';
    expect(await counted(`select count(*) from (${twice}) as repeated`)).toBe(0);
  });

  it('has its marks, beside none of orders that have never been there', async () => {
    const marks = await present.select<Row>(
      `select order_id, polishing_required_first_at as first, polishing_required_last_at as last,
         polishing_required_first_held_ms::integer as held
       from read_model_1.order_mark where polishing_required_first_at is not null`,
    );
    expect(marks.map(({ order_id }) => order_id).sort()).toEqual([...made].sort());
    for (const { first, last, held } of marks) expect([last, held]).toEqual([first, 0]);
  });

  it('is legal where the graph says so, by whom it says, and nowhere else', async () => {
    const illegal = await send(old[STATUSES.indexOf('SUBMITTED')] as string, 'RequirePolishing', ACTORS.quality, {});
    expect(illegal).toMatchObject({ outcome: 'refused', refusal: { kind: 'illegal-transition' } });
    const forbidden = await send(made[0] as string, 'RequirePolishing', ACTORS.agent, {});
    expect(forbidden).toMatchObject({ outcome: 'refused', refusal: { kind: 'forbidden' } });
  });

  describe('at the query API', () => {
    let get: (path: string) => Promise<{ status: number; body: Row }>;
    beforeAll(async () => {
      const pool = present.newPool();
      const api = await next.api.startApiOver({ url: present.url, pool, drop: async () => undefined });
      undo.push(() => api.close());
      const credential = await api.tokenOf(ACTORS.lead);
      get = (path) => api.get(path, { credential });
    });
    const listed = async (query: string): Promise<unknown[]> => {
      const { status, body } = await get(`/v1/orders?${query}`);
      expect(status).toBe(200);
      return (body.orders as Row[]).map(({ order_id }) => order_id);
    };

    it.each(['newest', 'stage_age', 'due', 'priority'])('is a list of its own, sorted by %s', async (sort) => {
      const [stays, , held] = made as [string, string, string];
      expect(await listed(`status=${NEW}&sort=${sort}`)).toEqual([stays]);
      expect((await listed(`stage=${NEW}&sort=${sort}`)).sort()).toEqual([stays, held].sort());
      expect(await listed(`status=${NEW}&sort=${sort}&as_of=${new Date().toISOString()}`)).toEqual([stays]);
    });

    it('stands on the board, now and as of a time', async () => {
      for (const query of ['', `?as_of=${new Date().toISOString()}`]) {
        const { body } = await get(`/v1/board${query}`);
        const [entry] = (body.statuses as Row[]).filter(({ status }) => status === NEW);
        expect(entry).toMatchObject({ count: 1, oldest_order_id: made[0] });
      }
    });

    it.each([
      ['MANUFACTURING_COMPLETED', NEW, 3],
      [NEW, 'PACKAGING_STARTED', 1],
      [NEW, 'ON_HOLD', 1],
      ['INITIATED', NEW, 3],
      [NEW, 'SHIPPED', 0],
    ])('has durations over all history: from %s to %s', async (from, to, orders) => {
      for (const picks of ['', '&from_pick=last&to_pick=last']) {
        const { status, body } = await get(`/v1/durations?from=${from}&to=${to}${picks}`);
        expect([status, (body.groups as Row[]).reduce((sum, { orders: n }) => sum + Number(n), 0)]).toEqual([
          200,
          orders,
        ]);
      }
    });

    it('stands in the queue of the shop floor until somebody claims it', async () => {
      const [stays, , held] = made as [string, string, string];
      const queue = async (): Promise<unknown[]> =>
        ((await get('/v1/shop-floor?limit=200')).body.ready as Row[]).map(({ order_id }) => order_id);
      expect(await queue()).toContain(stays);
      expect(await queue()).not.toContain(held);
      await done(stays, 'ClaimOrder', ACTORS.operator);
      await until('it is out of the queue', async () => !(await queue()).includes(stays));
    });

    it('is a stage of its order, whose owner is the MES and which is net of its hold', async () => {
      const held = made[2] as string;
      const { body } = await get(`/v1/orders/${held}/stages`);
      const [stage] = (body.stages as Row[]).filter(({ status }) => status === NEW);
      expect(stage).toMatchObject({ status: NEW, visit: 1, left_at: null });
      const { body: order } = await get(`/v1/orders/${made[0]}`);
      expect(order).toMatchObject({ status: NEW, stage: NEW, owner: 'MES', is_active: true });
    });
  });
});

it('is seen by what is derived from the graph, and by nothing of the build before', () => {
  expect(next.status.STATUSES).toEqual([...STATUSES, NEW]);
  expect(next.status.HOLDABLE_STATUSES).toContain(NEW);
  expect(next.graph.legalPairs()).toContainEqual(['MANUFACTURING_COMPLETED', NEW]);
  expect(next.graph.legalPairs()).toContainEqual([NEW, 'ERROR']);
  expect(STATUSES).not.toContain(NEW as Status);
});
