import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { stageLimits } from '@order-ledger/diagnosis/stage-limits';
import { allowedTransitions } from '@order-ledger/domain/allowed-transitions';
import { DURATIONS, intervalsOf, LEAD_TIMES, leadTimeMs } from '@order-ledger/domain/durations';
import { fold } from '@order-ledger/domain/evolve';
import type { Actor } from '@order-ledger/domain/grants';
import { legalPairs } from '@order-ledger/domain/graph';
import { frozenMs, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import { prospectsOf } from '@order-ledger/domain/obstacles';
import { isFinal, STATUSES, type Status } from '@order-ledger/domain/status';
import { visitsOf } from '@order-ledger/domain/visits';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { CURSOR_SECRET, type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto, randomLives, renamed } from '@order-ledger/testing/running/read-model';
import { until } from '@order-ledger/testing/waiting';
import { QUERY_ROUTES } from '../src/http/query-routes.ts';
import { createSeals } from '../src/seal.ts';

const JOURNEYS = STATUSES.flatMap((status, n) =>
  [null, 'acme'].map((partner, m) => lifeInto(status, 2 * n + m, partner)),
);
const LIVES = [...JOURNEYS, ...randomLives(20, 5)];
const idOf = (events: readonly RecordedEvent[]): string => (events[0] as RecordedEvent).metadata.order_id;
const into = (status: (typeof STATUSES)[number]): RecordedEvent[] =>
  JOURNEYS[2 * STATUSES.indexOf(status)] as RecordedEvent[];

let api: RunningApi;
let lead: string;
beforeAll(async () => {
  api = await startApi(LIVES.flat());
  lead = await api.tokenOf(ACTORS.lead);
});
afterAll(() => api.close());

const get = (path: string, headers: Record<string, string> = {}) => api.get(path, { credential: lead, headers });
const holdsSchema = (route: keyof typeof QUERY_ROUTES, body: unknown) => QUERY_ROUTES[route].answer.schema.parse(body);

describe('the list of orders', () => {
  it('is walked by its links, forward and back, without gap or repeat [I2]', async () => {
    const linkOf = (link: string | null, rel: string) => new RegExp(`<([^>]+)>; rel="${rel}"`).exec(link ?? '')?.[1];
    const pages: string[][] = [];
    let path: string | undefined = '/v1/orders?sort=newest&limit=10&active=true';
    let last = '';
    while (path !== undefined) {
      const reply = await get(path);
      holdsSchema('listOrders', reply.body);
      pages.push(reply.body.orders.map(({ order_id }: { order_id: string }) => order_id));
      last = path;
      path = linkOf(reply.headers.get('link'), 'next');
    }
    expect(pages.length).toBeGreaterThan(3);
    expect(new Set(pages.flat()).size).toBe(pages.flat().length);
    const back: string[][] = [];
    for (path = last; path !== undefined; ) {
      const reply = await get(path);
      back.unshift(reply.body.orders.map(({ order_id }: { order_id: string }) => order_id));
      path = linkOf(reply.headers.get('link'), 'prev');
    }
    expect(back.flat()).toEqual(pages.flat());
  });

  it('does not skip or repeat orders when others come in between [I2]', async () => {
    const first = await get('/v1/orders?limit=5&partner_id=acme');
    await api.model.store(lifeInto('INITIATED', 900, 'acme'));
    const second = await get(`/v1/orders?cursor=${first.body.next_cursor}&limit=5`);
    const expected = LIVES.filter(
      (events) => events[0]?.type === 'OrderInitiated' && events[0].data.partner_id === 'acme',
    )
      .map((events) => ({ id: idOf(events), at: events[0]?.metadata.recorded_at ?? '' }))
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
      .map(({ id }) => id);
    const shown = [...first.body.orders, ...second.body.orders].map(({ order_id }: { order_id: string }) => order_id);
    expect(shown).toEqual(expected.slice(0, 10));
  });

  it.each([
    ['external_ref', 'ЗК № 5'],
    ['external_ref', '#1001+Й'],
    ['external_ref', 'पुणे/१२'],
    ['external_ref', '\u{20BB7}'.repeat(100)],
    ['customer_ref', 'Björn Å'],
    ['customer_ref', '\u{20BB8}'.repeat(100)],
  ])('is found by the %s %s in every normal form, now and as of a time', async (field, reference) => {
    const was = field === 'external_ref' ? 'external-house-950' : 'customer-0';
    const life = JSON.parse(
      JSON.stringify(renamed(lifeInto('SHIPPED', 950, null), reference)).replaceAll(was, reference),
    ) as RecordedEvent[];
    await api.model.store(life);
    for (const form of ['NFC', 'NFD'] as const) {
      const q = encodeURIComponent(`${reference.normalize(form)} `);
      const now = await get(`/v1/orders?q=${q}`);
      expect(now.body.orders).toEqual([expect.objectContaining({ order_id: idOf(life), [field]: reference })]);
      const then = await get(`/v1/orders?q=${q}&as_of=2026-09-01T00:00:00Z`);
      expect(then.body.orders).toEqual([expect.objectContaining({ order_id: idOf(life), [field]: reference })]);
    }
    expect((await get(`/v1/orders/${idOf(life)}`)).body[field]).toBe(reference);
    expect((await get(`/v1/orders/${idOf(life)}/timeline`)).body.events[0].data[field]).toBe(reference);
  });

  it('takes no cursor but its own, and none for another list', async () => {
    const { body } = await get('/v1/orders?limit=3&status=SUBMITTED,SHIPPED');
    const cursor: string = body.next_cursor;
    const [payload, tag] = cursor.split('.') as [string, string];
    const content = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...content, list: {} })).toString('base64url');
    for (const bad of ['x', `${payload}.`, `${forged}.${tag}`, `${payload}.${tag}.x`, `.${tag}`]) {
      const reply = await get(`/v1/orders?cursor=${bad}`);
      expect([bad, reply.status, reply.body.code]).toEqual([bad, 400, 'cursor-invalid']);
    }
    expect((await get(`/v1/orders?cursor=${cursor}&status=CLOSED`)).body.code).toBe('cursor-mismatch');
    expect((await get(`/v1/orders?cursor=${cursor}&status=SUBMITTED,SHIPPED&limit=7`)).status).toBe(200);
  });

  it('knows its question beside a cursor in whatever way it is spelled', async () => {
    const id = idOf(into('SHIPPED'));
    const spellings: [asked: string, again: string, other: string][] = [
      ['status=SUBMITTED,SHIPPED', 'status=SHIPPED&status=SUBMITTED', 'status=SHIPPED'],
      ['as_of=2026-09-01T00:00:00Z', 'as_of=2026-09-01T03:00:00.000%2B03:00', 'as_of=2026-09-01T00:00:01Z'],
      ['active=true', 'sort=newest', 'sort=oldest'],
      ['active=true', 'overdue=false', 'overdue=true'],
      [`q=${encodeURIComponent('Й-1'.normalize('NFC'))}`, `q=${encodeURIComponent('Й-1'.normalize('NFD'))}`, 'q=И-1'],
      [`q=${id}`, `q=${id.toUpperCase()}`, `q=${crypto.randomUUID()}`],
    ];
    for (const [asked, again, other] of spellings) {
      // A list of one order has no next page, so the cursor is sealed here as one would be.
      const list = Object.fromEntries(new URLSearchParams(asked));
      const cursor = createSeals(CURSOR_SECRET).sign({ list, key: ['1', id], backwards: false });
      expect([again, (await get(`/v1/orders?cursor=${cursor}&${again}`)).status]).toEqual([again, 200]);
      expect([other, (await get(`/v1/orders?cursor=${cursor}&${other}`)).body.code]).toEqual([
        other,
        'cursor-mismatch',
      ]);
    }
  });

  it('says what is wrong with what is asked', async () => {
    for (const query of [
      'limit=201',
      'limit=0',
      'status=PACKAGING',
      'sort=price',
      'priority=2',
      'overdue=1',
      'q=%27%3Bdrop',
      'page=2',
    ]) {
      const reply = await get(`/v1/orders?${query}`);
      expect([query, reply.status, reply.body.code]).toEqual([query, 400, 'invalid-request']);
    }
    const future = new Date(Date.now() + 60_000).toISOString();
    expect((await get(`/v1/orders?as_of=${future}`)).body.code).toBe('as-of-future');
  });

  it('counts only when asked, and says what it is as of [G3]', async () => {
    const plain = await get('/v1/orders?status=SUBMITTED');
    expect(plain.body.total).toBeUndefined();
    const counted = await get('/v1/orders?status=SUBMITTED&limit=1&total=true');
    expect(counted.body).toMatchObject({ total: plain.body.orders.length, total_is_more: false });
    const past = await get('/v1/orders?as_of=2026-03-02T08:30:00Z&limit=4');
    holdsSchema('listOrders', past.body);
    expect(past.body).toMatchObject({ as_of: '2026-03-02T08:30:00.000Z', as_of_settled: true });
    const next = await get(`/v1/orders?cursor=${past.body.next_cursor}&limit=4`);
    expect(next.body.as_of).toBe('2026-03-02T08:30:00.000Z');
    const fresh = await get(`/v1/orders?as_of=${new Date(Date.now() - 100).toISOString()}`);
    expect(fresh.body.as_of_settled).toBe(false);
  });

  it('shows the fields that the shop floor sorts and filters by [I6] [D4]', async () => {
    const { body } = await get(`/v1/orders?q=${idOf(into('ON_HOLD'))}`);
    const state = fold(into('ON_HOLD'));
    if (state === null) throw new Error('the journey has events');
    const frozen = Date.parse(state.frozen_since ?? '') - Date.parse(state.stage_entered_at) - frozenMs(state);
    expect(body.orders).toEqual([
      expect.objectContaining({
        status: 'ON_HOLD',
        stage: 'MANUFACTURING_STARTED',
        is_active: true,
        // On hold the stage's time stands still.
        current_stage_duration_ms: frozen,
        sort_key: Date.parse(into('ON_HOLD')[0]?.metadata.recorded_at ?? '') * 1_000,
        claim: expect.objectContaining({ operator: 'sub:oleg', fence_token: 1 }),
      }),
    ]);
    const waiting = await get('/v1/orders?status=SUBMITTED,PRICE_CALCULATION_STARTED');
    for (const order of waiting.body.orders) expect(order.display_status).toBe('CALCULATION_IN_PROGRESS');
    const oldest = await get('/v1/orders?sort=stage_age&stage=SUBMITTED');
    const ages = oldest.body.orders.map((order: { stage_entered_at: string }) => order.stage_entered_at);
    expect(ages).toEqual([...ages].sort());
  });
});

describe('one order', () => {
  it('is told with its durations, and what its reader may do next, as the domain says [A18] [C9]', async () => {
    const readers: Actor[] = [
      ACTORS.lead,
      ACTORS.agent,
      ACTORS.supervisor,
      ACTORS.operator,
      ACTORS.manager,
      ACTORS.analyst,
    ];
    for (const events of LIVES) {
      const state = fold(events);
      const history = visitsOf(events);
      if (state === null || history === null) throw new Error('a life has events');
      const actor = readers[events.length % readers.length] as Actor;
      const { status, body } = await api.get(`/v1/orders/${state.order_id}`, { credential: await api.tokenOf(actor) });
      expect(status).toBe(200);
      holdsSchema('readOrder', body);
      expect(body).toMatchObject({
        status: state.status,
        event_version: state.event_version,
        status_version: state.status_version,
        paid: { amount: state.paid, currency: state.terms.currency },
        allowed_transitions: allowedTransitions(state, actor),
      });
      for (const [name, duration] of Object.entries(DURATIONS))
        expect(body.durations[name]).toEqual(intervalsOf(duration, history));
      for (const [name, leadTime] of Object.entries(LEAD_TIMES))
        expect(body.lead_times[name]).toEqual(leadTimeMs(leadTime, history));
    }
  });

  it('tells what its reader may send and what stands in the way of the rest, as the domain says [A18] [A19]', async () => {
    const readers: Actor[] = [ACTORS.lead, ACTORS.agent, ACTORS.operator, ACTORS.packer, ACTORS.analyst];
    for (const [n, events] of LIVES.entries()) {
      const state = fold(events);
      if (state === null) throw new Error('a life has events');
      const actor = readers[n % readers.length] as Actor;
      const path = `/v1/orders/${state.order_id}/prospects`;
      const { status, body } = await api.get(path, { credential: await api.tokenOf(actor) });
      expect(status).toBe(200);
      holdsSchema('readProspects', body);
      const expected = prospectsOf(state, actor, new Date().toISOString()).map(
        ({ command, to, obstacle, by, reasons, from }) => ({
          ...{ command, to, by, reasons, from },
          obstacle: obstacle && {
            code: obstacle.kind === 'guard' ? obstacle.code : obstacle.kind,
            text: obstacle.kind === 'guard' ? obstacle.text : null,
          },
        }),
      );
      expect(body).toMatchObject({ event_version: state.event_version, status: state.status, prospects: expected });
    }
    const unpaid = (await get(`/v1/orders/${idOf(into('WAITING_PAYMENT'))}/prospects`)).body.prospects;
    expect(unpaid.find(({ command }: { command: string }) => command === 'HoldOrder').obstacle).toBeNull();
  });

  it('shows the price line by line, and why a model was rejected [A9] [O5]', async () => {
    const priced = (await get(`/v1/orders/${idOf(into('PRICE_CALCULATED'))}`)).body;
    expect(
      priced.quote.breakdown.reduce((sum: number, line: { amount: { amount: number } }) => sum + line.amount.amount, 0),
    ).toBe(priced.price.amount);
    expect(priced.quote).toMatchObject({ quote_version: priced.event_version, tariff_version: 'tariff-3' });
    const rejected = (await get(`/v1/orders/${idOf(into('REJECTED'))}`)).body;
    expect(rejected.rejection).toMatchObject({ reason: 'NOT_WATERTIGHT', faults: [{ code: 'OPEN_EDGE', count: 3 }] });
  });

  it('is as it was at any time [G3]', async () => {
    for (const events of [into('CLOSED'), into('RETURNED'), into('ERROR'), into('REWORK_REQUIRED')]) {
      for (const [n, event] of events.entries()) {
        const then = events
          .slice(0, n + 1)
          .filter(({ metadata }) => metadata.recorded_at <= event.metadata.recorded_at);
        const until = events.filter(({ metadata }) => metadata.recorded_at <= event.metadata.recorded_at);
        if (until.length !== then.length) continue;
        const state = fold(then);
        const { body, headers } = await get(`/v1/orders/${idOf(events)}?as_of=${event.metadata.recorded_at}`);
        holdsSchema('readOrder', body);
        expect(headers.get('etag')).toBe(`"v${n + 1}"`);
        expect(body).toMatchObject({
          status: state?.status,
          event_version: n + 1,
          paid: { amount: state?.paid },
          as_of: event.metadata.recorded_at,
        });
      }
    }
    expect((await get(`/v1/orders/${idOf(into('CLOSED'))}?as_of=2026-01-01T00:00:00Z`)).status).toBe(404);
  });

  it('has its version as ETag, and costs nothing while it stays the same', async () => {
    const path = `/v1/orders/${idOf(into('SHIPPED'))}`;
    const etag = (await get(path)).headers.get('etag') ?? '';
    expect(etag).toBe(`"v${into('SHIPPED').length}"`);
    for (const header of [etag, `W/${etag}`, `"v1", ${etag}`, '*']) {
      const reply = await get(path, { 'If-None-Match': header });
      expect([header, reply.status, reply.text]).toEqual([header, 304, '']);
    }
    expect((await get(path, { 'If-None-Match': '"v1"' })).status).toBe(200);
  });

  it('waits a second for the version that its writer knows, and then tells what there is', async () => {
    const life = lifeInto('FILE_UPLOADED', 901, null);
    await api.model.store(life.slice(0, 1));
    const path = `/v1/orders/${idOf(life)}`;
    expect((await get(`${path}?min_version=1`)).status).toBe(200);
    const late = await get(`${path}?min_version=2`);
    expect([late.status, late.body.event_version]).toEqual([202, 1]);
  });

  it('answers as soon as the version is there that it is waited for', async () => {
    const life = lifeInto('FILE_UPLOADED', 902, null);
    const patient = await startApi(life.slice(0, 1), { minVersionWaitMs: 20_000 });
    try {
      const looks = jest.spyOn(patient.model.pool, 'query');
      const timesLooked = () => looks.mock.calls.filter((call) => JSON.stringify(call).includes(idOf(life))).length;
      const waiting = patient.get(`/v1/orders/${idOf(life)}?min_version=2`, {
        credential: await patient.tokenOf(ACTORS.lead),
      });
      // At the second look it waits: the first one found the older version.
      await until('it has looked twice', () => timesLooked() >= 2);
      await patient.model.store(life.slice(1));
      const reply = await waiting;
      expect([reply.status, reply.body.event_version]).toEqual([200, 2]);
    } finally {
      await patient.close();
    }
  });

  it('is 404 when it is nobody’s id', async () => {
    for (const id of ['nonsense', crypto.randomUUID(), '00000000-0000-0000-0000-00000000000g']) {
      expect((await get(`/v1/orders/${id}`)).status).toBe(404);
    }
  });
});

describe('the price of an order', () => {
  it('is told with its place in the queue, its progress and an estimate [A3] [D4]', async () => {
    const path = `/v1/orders/${idOf(into('SUBMITTED'))}/pricing`;
    const before = (await get(path)).body;
    holdsSchema('readPricing', before);
    expect(before).toMatchObject({ status: 'SUBMITTED', display_status: 'CALCULATION_IN_PROGRESS', job: null });
    await api.model.pool.query(
      `insert into pricing.price_job (measure_key, tenant, sha256, unit, orientation, process, engine_version, triangles,
         bytes, lane, predicted_p50_s, predicted_p95_s, queued_at)
       select 'measure-' || n, 'house', 'a', 'MM', 'AS_IS', 'FDM', '1', 12, 684, 'LONG', 600, 1200, now() - n * interval '1 s'
       from generate_series(1, 3) n`,
    );
    await api.model.pool.query(
      `insert into pricing.waiter (order_id, measure_key, job_id, run, attempt, spec_version, state)
       select $1, measure_key, job_id, run, 1, 3, 'QUEUED' from pricing.price_job where measure_key = 'measure-2'`,
      [idOf(into('SUBMITTED'))],
    );
    const queued = (await get(path)).body;
    holdsSchema('readPricing', queued);
    expect(queued.job).toMatchObject({
      state: 'QUEUED',
      lane: 'LONG',
      queue_position: 2,
      estimate_s: { p50: 600, p95: 1200 },
    });
    const priced = (await get(`/v1/orders/${idOf(into('PRICE_CALCULATED'))}/pricing`)).body;
    expect(priced).toMatchObject({ price: { amount: 129_900, currency: 'RUB' }, rejection: null });
  });

  it('is worked on by job: who runs and how far, who is next, which slots there are, what died', async () => {
    const { pool } = api.model;
    await pool.query(
      `insert into pricing.worker (worker_id, slots, engine_version, seen_at)
       select gen_random_uuid(), 2, '1', now() - n * interval '50 s' from generate_series(0, 2) n`,
    );
    await pool.query(
      `insert into pricing.price_job (measure_key, tenant, sha256, unit, orientation, process, engine_version, triangles,
         bytes, lane, predicted_p50_s, predicted_p95_s, state, lease_id, lease_expires_at, phase, percent, measured_at,
         dead_until, dead_code, finished_at)
       values ('runs', 'house', 'b', 'MM', 'BEST', 'FDM', '1', 12, 684, 'SHORT', 60, 90, 'RUNNING', gen_random_uuid(),
           now() + interval '1 min', 'ORIENTATION', 40, null, null, null, null),
         ('known', 'house', 'c', 'MM', 'AS_IS', 'FDM', '1', 12, 684, 'SHORT', 1, 2, 'DONE', null, null, null, 100,
           now() - interval '1 min', null, null, now()),
         ('died', 'house', 'd', 'MM', 'AS_IS', 'FDM', '1', 12, 684, 'MEDIUM', 1, 2, 'DEAD', null, null, null, null, null,
           now() + interval '1 day', 'WORKER_CRASHED', now())`,
    );
    await pool.query(
      `insert into pricing.waiter (order_id, measure_key, job_id, run, attempt, spec_version, state, since)
       select gen_random_uuid(), measure_key, job_id, run, 1, 3, w.state, now() - w.ago * interval '1 s'
       from pricing.price_job join (values ('runs', 'STARTED', 5), ('runs', 'QUEUED', 4), ('known', 'DONE', 3),
         ('known', 'DONE', 90), ('known', 'DONE', 80), ('died', 'ERRORED', 9)) w (measure_key, state, ago) using (measure_key)`,
    );
    const { body } = await get('/v1/pricing/jobs');
    holdsSchema('readPricingWork', body);
    expect(body.slots).toEqual({ workers: 2, slots: 4, max_running: null });
    expect(body.shares).toEqual({ orders: 3, known: 1, shared: 1 });
    expect(body.lanes).toMatchObject([
      { lane: 'SHORT', running: 1, queued: 0 },
      { lane: 'MEDIUM', running: 0, queued: 0 },
      { lane: 'LONG', queued: 3, queued_s: 1_800 },
    ]);
    expect(body.jobs).toMatchObject([
      { state: 'RUNNING', phase: 'ORIENTATION', percent: 40, estimate_s: { p50: 60, p95: 90 } },
      { state: 'QUEUED', lane: 'LONG', queue_position: 2 },
    ]);
    expect(body.jobs[0].orders).toHaveLength(2);
    expect(body.dead).toMatchObject([{ lane: 'MEDIUM', code: 'WORKER_CRASHED' }]);
    expect((await get('/v1/pricing/jobs?limit=1')).body.jobs).toHaveLength(1);
  });
});

describe("an order's history", () => {
  it('names for every event who, which system, why, when it happened and was recorded, and what changed [B7] [G1]', async () => {
    const events = into('RETURNED');
    const { body } = await get(`/v1/orders/${idOf(events)}/timeline`);
    holdsSchema('readTimeline', body);
    expect(body.events).toHaveLength(events.length);
    for (const [n, event] of events.entries()) {
      const { metadata, data, type } = event;
      expect(body.events[n]).toMatchObject({
        type,
        event_version: metadata.event_version,
        actor: metadata.actor,
        system: metadata.system,
        occurred_at: metadata.occurred_at,
        recorded_at: metadata.recorded_at,
        correlation_id: metadata.correlation_id,
        causation_id: metadata.causation_id,
        changed: Object.keys(data).sort().length > 0 ? expect.arrayContaining(Object.keys(data)) : [],
      });
    }
    expect(body.events.at(-1)).toMatchObject({ from: 'RETURN_REQUESTED', to: 'RETURNED', reason: 'USED' });
  });

  it('comes in pages and as of a time', async () => {
    const events = into('CLOSED');
    const first = (await get(`/v1/orders/${idOf(events)}/timeline?limit=4`)).body;
    expect([first.events.length, first.next_after]).toEqual([4, 4]);
    const rest = (await get(`/v1/orders/${idOf(events)}/timeline?after=4`)).body;
    expect([rest.events.length, rest.next_after]).toEqual([events.length - 4, null]);
    expect((await get(`/v1/orders/${idOf(events)}/timeline?after=${events.length}`)).body.events).toEqual([]);
    const at = events[2]?.metadata.recorded_at;
    expect((await get(`/v1/orders/${idOf(events)}/timeline?as_of=${at}`)).body.events).toHaveLength(3);
  });

  it('never shows free texts, nor their hashes [M2]', async () => {
    const { text, body } = await get(`/v1/orders/${idOf(into('ERROR'))}/timeline`);
    expect(text).not.toContain('hmac');
    expect(body.events.at(-1)).toMatchObject({ type: 'OrderErrored', texts: [{ field: 'detail', ref: 'text/1' }] });
    expect(body.events.at(-1).data.detail).toBeUndefined();
  });

  it('is told as visits with time on hold and in error apart [C1]', async () => {
    for (const events of [into('CLOSED'), into('ON_HOLD'), into('ERROR'), ...LIVES.slice(-10)]) {
      const history = visitsOf(events);
      const { body } = await get(`/v1/orders/${idOf(events)}/stages`);
      holdsSchema('readStages', body);
      expect(body.stages).toHaveLength(history?.visits.length ?? 0);
      for (const [n, visit] of (history?.visits ?? []).entries()) {
        const stage = body.stages[n];
        expect(stage).toMatchObject({
          status: visit.status,
          visit: visit.visit,
          entered_at: visit.entered_at,
          left_at: visit.left_at,
        });
        expect(stage.net_ms).toBe(stage.wall_ms - stage.held_ms - stage.errored_ms);
        if (visit.wall_ms !== null) expect(stage).toMatchObject({ wall_ms: visit.wall_ms, held_ms: visit.held_ms });
        else expect(stage.wall_ms).toBeGreaterThan(0);
      }
    }
  });
});

describe('figures over all orders', () => {
  it('stand on the board, now and as of any time [C10] [G3]', async () => {
    const { body } = await get('/v1/board');
    holdsSchema('readBoard', body);
    const past = (await get('/v1/board?as_of=2026-03-02T08:05:00Z')).body;
    holdsSchema('readBoard', past);
    expect(past.active).toBeLessThan(body.active);
    expect(past).toMatchObject({ as_of_settled: true });
  });

  it('say with each status how long an order may stay there, where it does not end [C10]', async () => {
    const { statuses } = (await get('/v1/board')).body as { statuses: { status: Status; limit_s: number | null }[] };
    const limits = stageLimits({});
    expect(statuses.map(({ status, limit_s }) => [status, limit_s])).toEqual(
      STATUSES.map((status) => [status, isFinal(status) ? null : limits[status].seconds]),
    );
  });

  it('give durations between any two statuses as JSON and as CSV [C7] [C8]', async () => {
    const query = '/v1/durations?from=INITIATED&to=SHIPPED&group_by=partner&percentiles=50,99.9&target_s=3600';
    const { body } = await get(query);
    holdsSchema('readDurations', body);
    expect(body.groups.map(({ group }: { group: string | null }) => group)).toEqual(['acme', null]);
    expect(Object.keys(body.groups[0].percentiles_ms)).toEqual(['p50', 'p99.9']);
    for (const asking of [get(`${query}&format=csv`), get(query, { Accept: 'text/csv' })]) {
      const { text, headers } = await asking;
      expect(headers.get('content-type')).toContain('text/csv');
      const [head, ...lines] = text.trim().split('\r\n');
      expect(head).toBe('from,to,measure,group,orders,mean_ms,min_ms,max_ms,p50_ms,p99.9_ms,within_target');
      expect(lines).toHaveLength(2);
      expect(lines[0]).toContain(`INITIATED,SHIPPED,net,acme,${body.groups[0].orders},`);
    }
    expect((await get('/v1/durations?from=INITIATED')).status).toBe(400);
  });

  it('name the lead times [C2] [C3] [C4] [C5] [C6]', async () => {
    const { body } = await get('/v1/lead-times');
    holdsSchema('readLeadTimes', body);
    expect(body.lead_times.map(({ name }: { name: string }) => name)).toEqual(Object.keys(LEAD_TIMES));
    for (const { name, statistics } of body.lead_times) expect([name, statistics[0].orders > 0]).toEqual([name, true]);
    expect((await get('/v1/lead-times?format=csv&group_by=month')).text.split('\r\n')[1]).toContain(
      'customer,wall,2026-03-01,',
    );
  });

  it('show the flow of orders, edge by edge, with rates that sum to one', async () => {
    const { body } = await get('/v1/flow?since=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z');
    holdsSchema('readFlow', body);
    const rates = new Map<string, number>();
    for (const { from, rate } of body.edges) rates.set(from, (rates.get(from) ?? 0) + rate);
    for (const [from, rate] of rates) expect([from, rate]).toEqual([from, expect.closeTo(1, 9)]);
    // Whatever orders did is legal: the graph that comes with it is the domain's own.
    const legal = new Set(body.graph.map(({ from, to }: { from: string; to: string }) => `${from} ${to}`));
    expect(legal.size).toBe(legalPairs().length);
    const taken: { from: string; to: string }[] = body.edges.filter(({ from }: { from: string }) => from !== 'NONE');
    expect(taken.filter(({ from, to }) => !legal.has(`${from} ${to}`))).toEqual([]);
    expect(body.rework.again).toBeLessThanOrEqual(body.rework.begun);
    expect((await get('/v1/flow?since=2026-04-01T00:00:00Z&until=2026-03-01T00:00:00Z')).status).toBe(400);
  });

  it('show the queue of the shop floor and who works on what', async () => {
    const { body } = await get('/v1/shop-floor');
    expect(body.may_claim).toBe(true);
    const analyst = await api.tokenOf({ id: 'anna', kind: 'person', roles: ['analyst'] });
    expect((await api.get('/v1/shop-floor', { credential: analyst })).body.may_claim).toBe(false);
    holdsSchema('readShopFloor', body);
    expect(body.ready.length).toBeGreaterThan(0);
    expect(body.operators.map(({ operator }: { operator: string }) => operator)).toContain('sub:oleg');
  });

  it('say how far the tables are behind [I5]', async () => {
    const { body, headers } = await get('/v1/projections');
    holdsSchema('readProjections', body);
    expect(body.projections).toEqual([expect.objectContaining({ name: 'orders', version: 1, parked_orders: 0 })]);
    expect(headers.get('x-projection-lag-ms')).toMatch(/^\d+$/);
    const lag = async (): Promise<number> => Number((await get('/v1/board')).headers.get('x-projection-lag-ms'));
    await api.model.beat();
    const fresh = await until('they are fresh', async () => {
      const ms = await lag();
      return ms < 5_000 && ms;
    });
    // Nothing more is heard from the projector, so nobody knows what has come since.
    await until('they are older', async () => (await lag()) > fresh + 400);
  });
});
