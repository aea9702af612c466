import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { SHARES } from '@order-ledger/platform/http/shares';
import { BEGINNING, isAfter, type Place, readEnd } from '@order-ledger/read-model/reading/told-events';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { listenTo } from '@order-ledger/testing/running/listener';
import { revokeKey } from '@order-ledger/testing/running/partner-keys';
import { CURSOR_SECRET, type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto } from '@order-ledger/testing/running/read-model';
import { until } from '@order-ledger/testing/waiting';
import { QUERY_ROUTES } from '../src/http/query-routes.ts';
import { createSeals } from '../src/seal.ts';
import { PLAIN, type PlaceForm, sealedFor } from '../src/stream/place-form.ts';

const HEARTBEAT_MS = 200;

let api: RunningApi;
let lead: string;
let acme: string;
let next = 1_000;
const life = (status: Parameters<typeof lifeInto>[0], partner: string | null): RecordedEvent[] => {
  next += 1;
  return lifeInto(status, next, partner);
};

beforeAll(async () => {
  api = await startApi(life('SHIPPED', null), { heartbeatMs: HEARTBEAT_MS, recheckMs: 100 });
  lead = await api.tokenOf(ACTORS.lead);
  acme = await api.keyOf('acme');
});
afterAll(() => api.close());

const listen = (path: string, credential: string, headers: Record<string, string> = {}) =>
  listenTo(api, path, credential, headers);

/** The same place is encrypted anew each time for a partner: only its meaning tells where the reader is. */
const ofAcme = sealedFor('partner:acme', createSeals(CURSOR_SECRET));
const placeOf = (stream: Awaited<ReturnType<typeof listen>>, form: PlaceForm): Place => {
  const given = form.read(stream.seen.lastId);
  return given === undefined || !('cursor' in given) ? BEGINNING : given;
};

/** Until nothing more is to come of what is stored: a heartbeat came after the reader was at its end. */
const untilAllIsTold = async (stream: Awaited<ReturnType<typeof listen>>, form: PlaceForm = PLAIN) => {
  const end = (await readEnd(api.model)) ?? BEGINNING;
  await until('the end of what is stored', () => !isAfter(end, placeOf(stream, form)));
  const { heartbeats } = stream.seen;
  await until('a heartbeat after it', () => stream.seen.heartbeats > heartbeats);
};

describe('the stream of events', () => {
  it('tells each event as it is recorded, once and in order [B1] [I5]', async () => {
    const stream = await listen('/v1/events', lead);
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    const events = life('MANUFACTURING_STARTED', null);
    await api.model.store(events.slice(0, 4));
    await until('four events', () => stream.messages.length === 4);
    await api.model.store(events.slice(4));
    await untilAllIsTold(stream);
    expect(stream.messages).toHaveLength(events.length);
    const ids = stream.messages.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const [n, { data }] of stream.messages.entries()) {
      QUERY_ROUTES.streamEvents.answer.schema.parse(data);
      expect(data).toMatchObject({
        event_version: n + 1,
        type: events[n]?.type,
        order_id: events[n]?.metadata.order_id,
      });
      expect(data.position).toMatch(/^\d+\/\d+$/);
    }
    expect(stream.messages.at(-1)?.data).toMatchObject({
      owner: 'MES',
      claim_operator: 'sub:oleg',
      to: 'MANUFACTURING_STARTED',
    });
    await stream.leave();
  });

  it('goes on behind the last event that its reader had, however long he was away [B5]', async () => {
    const first = await listen('/v1/events', lead);
    const events = life('CLOSED', null);
    await api.model.store(events.slice(0, 3));
    await until('three events', () => first.messages.length === 3);
    await first.leave();
    await api.model.store(events.slice(3));
    const again = await listen('/v1/events', lead, { 'Last-Event-ID': first.messages[1]?.id ?? '' });
    await untilAllIsTold(again);
    expect(again.messages.map(({ data }) => data.event_version)).toEqual(
      events.slice(2).map(({ metadata }) => metadata.event_version),
    );
    await again.leave();
    const wrong = await api.get('/v1/events', { credential: lead, headers: { 'Last-Event-ID': 'nonsense' } });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'last-event-id']);
  });

  it('takes the filters of the list', async () => {
    const stream = await listen('/v1/events?status=PRICE_CALCULATED,CANCELLED&partner_id=acme', lead);
    await api.model.store([
      ...life('PRICE_CALCULATED', 'bolt'),
      ...life('CANCELLED', 'acme'),
      ...life('SHIPPED', 'acme'),
    ]);
    await untilAllIsTold(stream);
    expect(stream.messages.map(({ data }) => data.status).sort()).toEqual(['CANCELLED', 'PRICE_CALCULATED']);
    await stream.leave();
  });

  it('shows a partner its own orders by the allow-list, under positions that tell nothing [N3]', async () => {
    const stream = await listen('/v1/events', acme);
    const own = life('SHIPPED', 'acme');
    await api.model.store([...life('CLOSED', 'bolt'), ...own, ...life('CLOSED', null)]);
    const shown = own.filter(({ type }) => type !== 'OrderClaimed').length;
    await untilAllIsTold(stream, ofAcme);
    expect(stream.messages).toHaveLength(shown);
    expect(new Set(stream.messages.map(({ data }) => data.order_id))).toEqual(new Set([own[0]?.metadata.order_id]));
    // Of what is encrypted any letters may come out: the ids are held against their own form.
    expect(stream.seen.text.replace(/^id: .*$/gm, '')).not.toMatch(/sub:|actor|position|bolt|trace_id/);
    for (const { id } of stream.messages) expect(id).toMatch(/^[A-Za-z0-9_-]{40,}$/);
    const fourth = stream.messages[3]?.id ?? '';
    await stream.leave();
    const again = await listen('/v1/events', acme, { 'Last-Event-ID': fourth });
    await untilAllIsTold(again, ofAcme);
    expect(again.messages).toHaveLength(shown - 4);
    await again.leave();
    const other = await api.keyOf('bolt');
    expect((await api.get('/v1/events', { credential: other, headers: { 'Last-Event-ID': fourth } })).status).toBe(400);
  });

  it('says now and then that it lives, and moves its reader on past what is not for him', async () => {
    const stream = await listen('/v1/events', acme);
    const place = () => placeOf(stream, ofAcme);
    await until('three heartbeats', () => stream.seen.heartbeats >= 3);
    const began = place();
    expect(began).not.toEqual(BEGINNING);
    await api.model.store(life('SHIPPED', 'bolt'));
    await until('a heartbeat with a later place', () => isAfter(place(), began));
    expect(stream.messages).toEqual([]);
    await stream.leave();
  });

  it('ends when the token does', async () => {
    // Valid for some seconds: what is slow must not come to the door with a token that is over.
    const stream = await listen('/v1/events', await api.tokenOf(ACTORS.lead, 6));
    expect(stream.response.status).toBe(200);
    await until('the end of the stream', () => stream.seen.ended);
  });

  it('ends when the key is revoked [N3]', async () => {
    const key = await api.keyOf('casa');
    const stream = await listen('/v1/events', key);
    expect(stream.response.status).toBe(200);
    await revokeKey(api.partnerPool, key.split('_')[1] ?? '');
    await until('the end of the stream', () => stream.seen.ended);
  });

  it('goes on although the connection that listens is broken', async () => {
    const stream = await listen('/v1/events', lead);
    await api.model.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'query-api listens' and datname = current_database()",
    );
    const events = life('SUBMITTED', null);
    await api.model.store(events);
    await until('the events', () => stream.messages.length === events.length);
    await stream.leave();
  });
});

describe('the process', () => {
  it('opens no more streams than it may, and ends them all when it stops [K5]', async () => {
    const small = await startApi([], { maxStreams: 1 });
    const token = await small.tokenOf(ACTORS.lead);
    const one = await small.fetchFrom('/v1/events', { credential: token });
    const two = await small.get('/v1/events', { credential: token });
    expect([two.status, two.body.code]).toEqual([503, 'too-many-streams']);
    small.stopping.abort();
    expect(await one.text()).toContain('retry: ');
    await small.close();
  });

  it('refuses a partner who has all streams of his plan open, by all his keys, and nobody else with him', async () => {
    const small = await startApi([], { heartbeatMs: HEARTBEAT_MS });
    const [key, second, bolt] = [await small.keyOf('acme'), await small.keyOf('acme'), await small.keyOf('bolt')];
    await small.partnerPool.query('update plan set event_streams = 2');
    const open = (credential: string) => listenTo(small, '/v1/events', credential);
    const streams = [await open(key), await open(second)];
    const { status, headers, body } = await small.get('/v1/events', { credential: key });
    expect([status, headers.get('retry-after'), headers.get('content-type')]).toEqual([
      429,
      '5',
      'application/problem+json; charset=utf-8',
    ]);
    expect(body).toMatchObject({
      code: 'too-many-streams',
      limit: 2,
      detail: expect.stringContaining('Close a stream'),
    });
    // What is asked beside the streams, and by others, goes on.
    expect((await small.get('/v1/orders', { credential: key })).status).toBe(200);
    const others = [await open(bolt), await open(await small.tokenOf(ACTORS.lead))];
    expect(others.map(({ response }) => response.status)).toEqual([200, 200]);
    await streams[0]?.leave();
    const again = async (): Promise<number> => {
      const stream = await open(key);
      await stream.leave();
      return stream.response.status;
    };
    await until('a stream', async () => (await again()) === 200);
    for (const stream of [...streams, ...others]) await stream.leave();
    await small.close();
  });

  it('holds the accounts of a carrier together to the limit of the table', async () => {
    const small = await startApi([], { tokenStreams: 50 });
    const { partner: limit } = SHARES.event_streams;
    const of = (id: string, carrier: string) => small.tokenOf({ ...ACTORS.carrier, id, carrier });
    const accounts = [await of('dpd-1', 'dpd'), await of('dpd-2', 'dpd')];
    const streams = [];
    for (let n = 0; n < limit; n += 1) streams.push(await listenTo(small, '/v1/events', accounts[n % 2] as string));
    expect(new Set(streams.map(({ response }) => response.status))).toEqual(new Set([200]));
    for (const credential of [...accounts, await of('dpd-3', 'dpd')]) {
      const { status, body } = await small.get('/v1/events', { credential });
      expect([status, body.code, body.limit]).toEqual([429, 'too-many-streams', limit]);
    }
    streams.push(await listenTo(small, '/v1/events', await of('cdek-1', 'cdek')));
    expect(streams.at(-1)?.response.status).toBe(200);
    for (const stream of streams) await stream.leave();
    await small.close();
  });

  it('keeps streams for the staff when partners hold all that there are for them', async () => {
    const small = await startApi([], { maxStreams: 5 });
    const lead = await small.tokenOf(ACTORS.lead);
    const partners = [await small.keyOf('acme'), await small.keyOf('bolt')];
    const open = (credential: string) => listenTo(small, '/v1/events', credential);
    const streams = [];
    for (let n = 0; n < 4; n += 1) streams.push(await open(partners[n % 2] as string));
    for (const credential of partners) {
      const { status, body } = await small.get('/v1/events', { credential });
      expect([status, body.code]).toEqual([503, 'too-many-streams']);
    }
    streams.push(await open(lead));
    expect(streams.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 200]);
    for (const stream of streams) await stream.leave();
    await small.close();
  });
});
