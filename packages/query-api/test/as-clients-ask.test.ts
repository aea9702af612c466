import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { listenTo } from '@order-ledger/testing/running/listener';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto } from '@order-ledger/testing/running/read-model';
import { until } from '@order-ledger/testing/waiting';
import { parse } from 'csv-parse/sync';
import { QUERY_ROUTES } from '../src/http/query-routes.ts';
import { PLAIN } from '../src/stream/place-form.ts';

const ODD_PARTNER = '-acme';
const LIVES = [lifeInto('CLOSED', 1, 'acme'), lifeInto('CLOSED', 2, ODD_PARTNER), lifeInto('SHIPPED', 3, null)];
const [ORDER = ''] = LIVES.map(([first]) => first?.metadata.order_id);

let api: RunningApi;
let lead: string;
beforeAll(async () => {
  api = await startApi(LIVES.flat());
  lead = await api.tokenOf(ACTORS.lead);
});
afterAll(() => api.close());

const get = (path: string, headers: Record<string, string> = {}) => api.get(path, { credential: lead, headers });

describe('a number in a query', () => {
  const TIMELINE = `/v1/orders/${ORDER}/timeline`;
  it.each([
    [`${TIMELINE}?after=2147483648`, 'after'],
    [`${TIMELINE}?after=9007199254740993`, 'after'],
    [`${TIMELINE}?after=1e400`, 'after'],
    [`${TIMELINE}?after=-1`, 'after'],
    [`${TIMELINE}?after=`, 'after'],
    [`${TIMELINE}?after=0x10`, 'after'],
    [`${TIMELINE}?after=1.5`, 'after'],
    [`${TIMELINE}?limit=1001`, 'limit'],
    [`${TIMELINE}?limit=0`, 'limit'],
    [`/v1/orders/${ORDER}?min_version=2147483648`, 'min_version'],
    [`/v1/orders/${ORDER}?min_version=0`, 'min_version'],
    ['/v1/orders?limit=2147483648', 'limit'],
    ['/v1/orders?limit=1e2', 'limit'],
    ['/v1/shop-floor?limit=99999999999999999999', 'limit'],
    ['/v1/pricing/jobs?limit=201', 'limit'],
    ['/v1/lead-times?target_s=0', 'target_s'],
    ['/v1/lead-times?target_s=1000000000.001', 'target_s'],
    ['/v1/lead-times?target_s=9999999999', 'target_s'],
    ['/v1/lead-times?target_s=1e308', 'target_s'],
    ['/v1/lead-times?target_s=1e3', 'target_s'],
    ['/v1/lead-times?target_s=0x10', 'target_s'],
    ['/v1/lead-times?target_s=1.2345', 'target_s'],
    ['/v1/lead-times?target_s=%2050', 'target_s'],
    ['/v1/lead-times?target_s=Infinity', 'target_s'],
    ['/v1/durations?from=INITIATED&to=SHIPPED&target_s=10000000000', 'target_s'],
  ])('is refused where nothing can be that: %s', async (path, name) => {
    const { status, body } = await get(path);
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([400, 'invalid-request', `/${name}`]);
  });

  it.each([
    `${TIMELINE}?after=2147483647&limit=1000`,
    '/v1/orders?limit=200',
    '/v1/shop-floor?limit=200',
    '/v1/pricing/jobs?limit=200',
    '/v1/lead-times?target_s=1000000000',
    '/v1/lead-times?target_s=0.001&format=csv',
  ])('is answered up to its edge: %s', async (path) => {
    expect((await get(path)).status).toBe(200);
  });

  it('waits for the highest version there can be, and says that it is not there', async () => {
    expect((await get(`/v1/orders/${ORDER}?min_version=2147483647`)).status).toBe(202);
  });
});

describe('a query of very many parameters', () => {
  const times = (count: number, parameter: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => parameter(n)).join('&');

  it.each([
    ['thousands that nobody knows', times(1_800, (n) => `p${n}=1`)],
    ['one of them, thousands of times', times(3_000, () => 'p=')],
    ['thousands of statuses', times(900, () => 'status=SHIPPED')],
    ['statuses beyond those that are read, and a limit behind them', `${times(1_000, () => 'status=CLOSED')}&limit=0`],
    ['a filter, thousands of times', times(1_500, () => 'owner=MES')],
    ['a status of thousands of letters', `status=${'A'.repeat(12_000)}`],
    ['statuses that are none', `status=${'A,'.repeat(6_000)}`],
    ['a reference of thousands of letters', `q=${'A'.repeat(12_000)}`],
    ['one long name', `${'p'.repeat(12_000)}=1`],
  ])('is refused in few words: %s', async (_what, query) => {
    for (const path of ['/v1/orders', '/v1/events']) {
      const { status, body } = await get(`${path}?${query}`);
      expect([status, body.code]).toEqual([400, 'invalid-request']);
      expect(body.errors.length).toBeLessThanOrEqual(20);
      expect(JSON.stringify(body).length).toBeLessThan(16_384);
    }
  });

  /** As many as an address may hold beside the other headers. */
  const filledWith = (parameter: (n: number) => string): string =>
    times(Math.floor(15_000 / (parameter(999).length + 1)), parameter);

  it('is refused in few words by every route, whichever of its parameters is long, deep or repeated', async () => {
    const asked: string[] = [];
    for (const { path, parameters } of Object.values(QUERY_ROUTES)) {
      const names = [...Object.keys(parameters.shape), 'unknown'];
      const queries = names.flatMap((name) => [
        filledWith(() => `${name}=1`),
        filledWith((n) => `${name}[${n}]=1`),
        `${name}=${'1'.repeat(15_000)}`,
        `${name}=${'1,'.repeat(7_500)}`,
        `${name}${'[a]'.repeat(4_500)}=1`,
        `${name}=${'%00'.repeat(4_500)}`,
      ]);
      for (const query of queries) {
        const { status, text } = await get(`${path.replace(':order_id', ORDER)}?${query}`);
        expect([path, query.slice(0, 40), status]).toEqual([path, query.slice(0, 40), 400]);
        expect(text.length).toBeLessThan(16_384);
      }
      asked.push(path);
    }
    expect(asked).toContain('/v1/durations');
  }, 120_000);

  it('is refused before it is read where it is longer than all headers may be', async () => {
    for (const { path } of Object.values(QUERY_ROUTES)) {
      const { status, body } = await get(`${path.replace(':order_id', ORDER)}?q=${'A'.repeat(16_384)}`);
      expect([status, body.code]).toEqual([431, 'headers-too-large']);
    }
  });

  it('may name each status a few times', async () => {
    expect((await get(`/v1/orders?${times(100, () => 'status=SHIPPED')}`)).status).toBe(200);
  });
});

describe('a time in a query', () => {
  it.each([
    '/v1/orders?as_of=2026-04-01T11:00:00+03:00',
    `/v1/orders/${ORDER}?as_of=2026-04-01T11:00:00+03:00`,
    '/v1/durations?from=INITIATED&to=SHIPPED&since=2026-04-01T11:00:00+03:00',
    '/v1/lead-times?until=2026-04-01T11:00:00+03:00',
    '/v1/flow?since=2026-04-01T11:00:00+03:00',
    '/v1/board?as_of=2026-04-01T11:00:00+03:00',
  ])('is refused with the cause where its + came as a blank: %s', async (path) => {
    const { status, body } = await get(path);
    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.errors[0].detail).toContain('%2B');
    expect((await get(path.replace('+', '%2B'))).status).toBe(200);
  });

  it('is refused so by every route that takes one', async () => {
    const taken: string[] = [];
    for (const { path, parameters } of Object.values(QUERY_ROUTES)) {
      for (const name of Object.keys(parameters.shape).filter((each) => ['as_of', 'since', 'until'].includes(each))) {
        const { body } = await get(`${path.replace(':order_id', ORDER)}?${name}=2026-04-01T11:00:00+03:00`);
        const fault = body.errors?.find(({ pointer }: { pointer: string }) => pointer === `/${name}`);
        expect([path, name, body.code, fault?.detail]).toEqual([
          path,
          name,
          'invalid-request',
          expect.stringContaining('%2B'),
        ]);
        taken.push(`${path} ${name}`);
      }
    }
    expect(taken).toContain('/v1/orders/:order_id/timeline as_of');
  });

  it('is refused without that cause where there is no blank', async () => {
    const { body } = await get('/v1/board?as_of=yesterday');
    expect(body.errors[0].detail).not.toContain('%2B');
  });

  it('is answered in the form of all times, also at the end of all of them', async () => {
    const { status, body } = await get('/v1/flow?since=2026-03-01T00:00:00Z&until=9999-12-31T23:59:59.999Z');
    expect(status).toBe(200);
    QUERY_ROUTES.readFlow.answer.schema.parse(body);
    expect(body.until).toBe('9999-12-31T23:59:59.999Z');
    expect(body.edges.length).toBeGreaterThan(0);
  });
});

describe('an id in another case', () => {
  const UPPER = ORDER.toUpperCase();

  it('means the same order in addresses and in lists', async () => {
    for (const path of [`/v1/orders/${UPPER}`, `/v1/orders/${UPPER}/timeline`, `/v1/orders/${UPPER}/stages`]) {
      expect((await get(path)).body.order_id).toBe(ORDER);
    }
    for (const list of [`/v1/orders?q=${UPPER}`, `/v1/orders?q=${UPPER}&as_of=2026-04-01T00:00:00Z`]) {
      const { status, body } = await get(list);
      expect([status, body.orders?.map(({ order_id }: { order_id: string }) => order_id)]).toEqual([200, [ORDER]]);
    }
  });

  it('means the same order to the stream, in its filter and in the id that a reader gives back', async () => {
    const from = `0/0/${UPPER}/0`;
    const stream = await listenTo(api, `/v1/events?q=${UPPER}`, lead, { 'Last-Event-ID': from });
    expect(stream.response.status).toBe(200);
    const wanted = LIVES[0]?.length ?? 0;
    await until(`${wanted} events`, () => stream.messages.length >= wanted);
    await stream.leave();
    expect(new Set(stream.messages.map(({ data }) => data.order_id))).toEqual(new Set([ORDER]));
    expect(PLAIN.read(from)).toEqual(PLAIN.read(`0/0/${ORDER}/0`));
  });
});

describe('If-None-Match', () => {
  it.each([
    ['the tag', (tag: string) => tag, 304],
    ['the tag as a proxy weakened it', (tag: string) => `W/${tag}`, 304],
    ['the tag as a proxy added to it', (tag: string) => `${tag.slice(0, -1)}-gzip"`, 304],
    ['a list', (tag: string) => `"a,b", ${tag}`, 304],
    ['any', () => '*', 304],
    ['others', () => '"v9999", W/"x"', 200],
    ['no tag at all', (tag: string) => tag.replaceAll('"', ''), 200],
  ])('is answered for %s', async (_what, form, status) => {
    const tag = (await get(`/v1/orders/${ORDER}`)).headers.get('etag') ?? '';
    expect((await get(`/v1/orders/${ORDER}`, { 'If-None-Match': form(tag) })).status).toBe(status);
  });

  it('says nothing to an answer without a tag', async () => {
    expect((await get('/v1/projections', { 'If-None-Match': '*' })).status).toBe(200);
  });
});

describe('percentiles', () => {
  const DURATIONS = '/v1/durations?from=INITIATED&to=SHIPPED';
  const namesOf = async (percentiles: string) => {
    const { status, body } = await get(`${DURATIONS}&percentiles=${percentiles}`);
    return status === 200 ? Object.keys(body.groups[0].percentiles_ms) : [status, body.errors[0].pointer.split('/')[1]];
  };

  it('stand once each, in the order of the question', async () => {
    expect(await namesOf('50,50,99')).toEqual(['p50', 'p99']);
    expect(await namesOf('99.9,05,5,5.0,50,0,100')).toEqual(['p99.9', 'p5', 'p50', 'p0', 'p100']);
    expect(await namesOf(Array.from({ length: 30 }, () => '50').join(','))).toEqual(['p50']);
  });

  it.each([
    '',
    ',',
    '50,',
    '50,,99',
    '101',
    '100.001',
    '-1',
    '1e1',
    '0x10',
    'NaN',
    '50;99',
    ' 50',
    '1.2345',
    '1,2,3,4,5,6,7,8,9,10,11',
  ])('are refused as %j', async (percentiles) => {
    expect(await namesOf(encodeURIComponent(percentiles))).toEqual([400, 'percentiles']);
  });
});

describe('every table in CSV', () => {
  const TABLES = Object.values(QUERY_ROUTES).flatMap((route) =>
    'alsoProduces' in route && route.alsoProduces === 'text/csv' ? [route.path] : [],
  );
  const QUESTIONS: Readonly<Record<string, string>> = {
    '/v1/durations': 'from=INITIATED&to=SHIPPED&',
    '/v1/lead-times': '',
  };
  const cases = TABLES.flatMap((path) =>
    ['50,50,99', '99,1,50', '50'].flatMap((percentiles) =>
      ['', '&target_s=3600', '&group_by=partner', '&group_by=month&target_s=1'].map((more) => ({
        path,
        query: `${QUESTIONS[path]}percentiles=${percentiles}${more}`,
      })),
    ),
  );

  interface Figures {
    [name: string]: unknown;
    percentiles_ms: Record<string, number>;
  }
  /** The rows that the CSV must have, made of the JSON that answers the same question. */
  const rowsOf = (body: {
    groups?: Figures[];
    lead_times?: { name: string; measure: string; statistics: Figures[] }[];
    [name: string]: unknown;
  }): Record<string, unknown>[] => {
    const flat = ({ percentiles_ms, ...rest }: Figures) => ({
      ...rest,
      ...Object.fromEntries(Object.entries(percentiles_ms).map(([name, ms]) => [`${name}_ms`, ms])),
    });
    const { from, to, measure } = body;
    return body.lead_times === undefined
      ? (body.groups ?? []).map((group) => ({ from, to, measure, ...flat(group) }))
      : body.lead_times.flatMap(({ name, measure: by, statistics }) =>
          statistics.map((group) => ({ name, measure: by, ...flat(group) })),
        );
  };

  it('has a question here', () => expect(Object.keys(QUESTIONS)).toEqual(TABLES));

  it.each(cases)(
    'is read back by a parser, each figure under its heading: $path?$query [C8]',
    async ({ path, query }) => {
      const { text, headers } = await get(`${path}?${query}&format=csv`);
      expect(headers.get('content-type')).toContain('text/csv');
      // Refuses a line that has another number of cells than the first.
      const [columns = [], ...lines] = parse(text, { relax_column_count: false });
      expect(new Set(columns).size).toBe(columns.length);
      const expected = rowsOf((await get(`${path}?${query}`)).body);
      expect(expected.length).toBeGreaterThan(0);
      const cell = (value: unknown) =>
        value === null || value === undefined ? '' : value === ODD_PARTNER ? `'${ODD_PARTNER}` : String(value);
      expect(lines).toEqual(expected.map((row) => columns.map((column) => cell(row[column]))));
      const missing = expected.flatMap((row) => Object.keys(row).filter((name) => !columns.includes(name)));
      expect(missing).toEqual([]);
    },
  );
});
