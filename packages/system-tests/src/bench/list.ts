import { setTimeout as sleep } from 'node:timers/promises';
import { fillOrderRows } from './many-orders.ts';
import { costOf, median, percentile, rateOf, rounded, type Turn } from './measure.ts';
import { benchOptions, print, progress } from './program.ts';
import { startReadingSystem } from './reading-system.ts';

// The first page of 50 orders over HTTP, beside a plain program that answers the same rows, and an empty answer; with so
// many orders in the tables, and with five times as many; and the page behind the first 9,999.
const { json, pairs, seconds, profile, orders, growth } = benchOptions({
  ...{ pairs: 3, seconds: 4, orders: 1_000_000, growth: 5 },
});
const LIVES = Math.min(20_000, orders);
const PAGE = 50;
const DEEP_PAGE = 10_000;
/** The projector sets all first pages again this often. */
const ALL_PAGES_MS = 31_000;
const LOOKS = 60;

const FIRST = `/v1/orders?limit=${PAGE}`;
/** One at a time, beside the page that is measured under load. */
const OTHERS = {
  first_page: FIRST,
  tables: `/v1/orders?sort=oldest&limit=${PAGE}`,
  three_statuses: `/v1/orders?status=SUBMITTED,SHIPPED,MANUFACTURING_STARTED&limit=${PAGE}`,
  three_statuses_oldest: `/v1/orders?status=SUBMITTED,SHIPPED,MANUFACTURING_STARTED&sort=stage_age&limit=${PAGE}`,
  closed_by_due_date: `/v1/orders?status=CLOSED&sort=due&limit=${PAGE}`,
  partner: `/v1/orders?partner_id=seed-partner-a&limit=${PAGE}`,
  total: `/v1/orders?total=true&limit=${PAGE}`,
  board: '/v1/board',
} as const;

const system = await startReadingSystem(profile, LIVES);

/** The address of the page that begins behind so many orders, found as a caller finds it; of the last where there are fewer. */
const deepPage = async (): Promise<string> => {
  const most = 200;
  let path = `/v1/orders?limit=${most}`;
  for (let seen = 0; seen < (DEEP_PAGE - 1) * PAGE; seen += most) {
    const { next_cursor } = JSON.parse(await system.ask(path)) as { next_cursor: string | null };
    if (next_cursor === null) break;
    path = `/v1/orders?cursor=${next_cursor}&limit=${most}`;
  }
  return path.replace(`limit=${most}`, `limit=${PAGE}`);
};

/** null where an answer took longer than it may. */
const alone = async (path: string): Promise<{ p50: number; p99: number } | null> => {
  const times: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const from = performance.now();
    const there = await system.ask(path).catch((error: Error) => {
      progress(error.message);
      return null;
    });
    if (there === null) return null;
    times.push(performance.now() - from);
  }
  return { p50: rounded(percentile(times, 50), 2), p99: rounded(percentile(times, 99), 2) };
};

type Name = 'ours' | 'naive' | 'deep' | 'tables' | 'ping';
const measured = async () => {
  await sleep(ALL_PAGES_MS);
  system.reconnect();
  progress(`looking for page ${DEEP_PAGE} …`);
  const deep = await deepPage();
  const pieces: Record<Name, () => Promise<unknown>> = {
    ours: () => system.ask(FIRST),
    naive: () => system.askNaive('/orders'),
    deep: () => system.ask(deep),
    tables: () => system.ask(OTHERS.tables),
    ping: () => system.ping(),
  };
  const turns: Record<Name, Turn[]> = { ours: [], naive: [], deep: [], tables: [], ping: [] };
  for (const piece of Object.values(pieces)) await system.turn(async () => void (await piece()), 1);
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`pair ${pair} of ${pairs} …`);
    for (const [name, piece] of Object.entries(pieces))
      turns[name as Name].push(await system.turn(async () => void (await piece()), seconds));
  }
  const singles: Record<string, Awaited<ReturnType<typeof alone>>> = {};
  system.reconnect();
  for (const [name, path] of Object.entries(OTHERS)) singles[name] = await alone(path);
  return { turns, singles };
};

type Measured = Awaited<ReturnType<typeof measured>>;
/** Of two kinds of turn, taken one after the other. */
const ratio = ({ turns }: Measured, a: Name, b: Name): number =>
  median(turns[a].map((turn, i) => rateOf(turn) / rateOf(turns[b][i] ?? turn)));
/** What a page costs query-api, in pings. Between the two sizes lie minutes, over which rates drift apart by themselves. */
const pingsOf = ({ turns }: Measured, name: Name): number =>
  median(turns[name].map((turn) => costOf(turn, 'query-api'))) / median(turns.ping.map((turn) => costOf(turn, 'ping')));
const figuresOf = (of: Measured) => {
  const pingMs = median(of.turns.ping.map((turn) => costOf(turn, 'ping')));
  const process = (name: Name) => (name === 'naive' || name === 'ping' ? name : 'query-api');
  return {
    ...Object.fromEntries(
      Object.entries(of.turns).map(([name, turns]) => [
        name,
        {
          per_s: rounded(median(turns.map(rateOf))),
          p50_ms: rounded(median(turns.map(({ latencies }) => percentile(latencies, 50))), 2),
          p99_ms: rounded(median(turns.map(({ latencies }) => percentile(latencies, 99))), 1),
          pings: rounded(median(turns.map((turn) => costOf(turn, process(name as Name)))) / pingMs, 2),
        },
      ]),
    ),
    ping_processor_ms: rounded(pingMs, 3),
    one_at_a_time_ms: of.singles,
  };
};

try {
  const copies = await fillOrderRows(system.database, { lives: LIVES, from: 0, orders });
  const small = await measured();
  for (const [name, path] of [
    ['first-page', FIRST],
    [`page-${DEEP_PAGE}`, profile ? await deepPage() : FIRST],
  ] as const)
    await system.profiled(name, () => system.turn(async () => void (await system.ask(path)), 2 * seconds));
  const grown = async () => {
    if (growth === 1) return undefined;
    const more = await fillOrderRows(system.database, { lives: LIVES, from: copies, orders: growth * orders });
    return { orders: LIVES * (more + 1), measured: await measured() };
  };
  const large = await grown();
  print(
    {
      figures: {
        orders: LIVES * (copies + 1),
        at_first: figuresOf(small),
        ...(large === undefined ? {} : { orders_grown: large.orders, grown: figuresOf(large.measured) }),
      },
      ratios: {
        vs_naive: rounded(ratio(small, 'ours', 'naive'), 2),
        tables_vs_naive: rounded(ratio(small, 'tables', 'naive'), 2),
        page_10000: rounded(ratio(small, 'ours', 'deep'), 2),
        ...(large === undefined
          ? {}
          : {
              vs_naive_5m: rounded(ratio(large.measured, 'ours', 'naive'), 2),
              growth_5m: rounded(pingsOf(large.measured, 'ours') / pingsOf(small, 'ours'), 2),
              tables_growth_5m: rounded(pingsOf(large.measured, 'tables') / pingsOf(small, 'tables'), 2),
              rate_growth_5m: rounded(ratio(small, 'ours', 'ping') / ratio(large.measured, 'ours', 'ping'), 2),
            }),
      },
    },
    json,
  );
} finally {
  await system.stop();
}
