import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import { setOwnClock } from '@order-ledger/testing/processes/shifted-clock';
import { type OwnRedis, startOwnRedis } from '@order-ledger/testing/services/own-redis';
import { proxyTo, type Way } from '@order-ledger/testing/services/proxy';
import { until } from '@order-ledger/testing/waiting';
import { Redis } from 'ioredis';
import { rateLimit } from '../src/http/rate-limit.ts';
import { registry } from '../src/metrics.ts';
import { connectRedis } from '../src/redis.ts';

jest.setTimeout(120_000);

interface Answer {
  readonly status: number;
  readonly left: number;
  readonly resetS: number;
}
type Instance = (caller?: string) => Promise<Answer>;

/** Asks the limit as an app would; the headers are those of the answer. */
const instance = (points: number, seconds: number, redis?: object): Instance => {
  let asked = 'caller';
  const limit = rateLimit({
    ...{ name: 'test', points, seconds, key: () => asked },
    ...(redis === undefined ? {} : { redis }),
  });
  return async (caller = 'caller') => {
    const headers: Record<string, string> = {};
    const response = { appendHeader: (name: string, value: string) => Object.assign(headers, { [name]: value }) };
    asked = caller;
    const status = await new Promise<number>((resolve) => {
      const refused = (error: { status: number }) => resolve(error.status);
      try {
        Promise.resolve(limit({} as never, response as never, () => resolve(200))).catch(refused);
      } catch (error) {
        refused(error as { status: number });
      }
    });
    const [, left, resetS] = /^"test";r=(\d+);t=(\d+)$/.exec(headers.RateLimit ?? '') ?? [];
    return { status, left: Number(left), resetS: Number(resetS) };
  };
};
const passed = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200).length;

it('lets as many pass in a window as it says, tells how many are left, and begins again with the next window', async () => {
  const ask = instance(3, 1);
  const answers = [await ask(), await ask(), await ask(), await ask()];
  expect(answers.map(({ status, left }) => [status, left])).toEqual([
    [200, 2],
    [200, 1],
    [200, 0],
    [429, 0],
  ]);
  expect(answers.every(({ resetS }) => resetS === 1)).toBe(true);
  expect((await ask('another')).status).toBe(200);
  setOwnClock(-3_600_000);
  await until('the next window', async () => (await ask()).status === 200, 5_000);
  setOwnClock(0);
});

describe('instances that count in Redis', () => {
  let server: OwnRedis;
  let way: Way;
  const clients: Redis[] = [];
  const client = async (): Promise<Redis> => {
    const { log } = keepingLog();
    const made = connectRedis({ url: way.url, log, commandTimeoutMs: 500, meanwhile: 'each counts by itself' });
    clients.push(made);
    await until('it works', () => made.ping().catch(() => false as const));
    return made;
  };
  /** A look past our own code. */
  const common = async (): Promise<number> => {
    const aside = new Redis(server.url);
    const count = await aside.get('rate:test:caller');
    aside.disconnect();
    return Number(count);
  };
  const pair = async (points: number, seconds: number) => [
    instance(points, seconds, await client()),
    instance(points, seconds, await client()),
  ];
  const rounds = async (kind: string): Promise<number> => {
    const line = new RegExp(`^rate_limit_rounds_total\\{kind="${kind}"\\} (\\d+)`, 'm');
    return Number(line.exec(await registry.metrics())?.[1] ?? 0);
  };

  beforeEach(async () => {
    server = await startOwnRedis();
    way = await proxyTo(server.url);
  });
  afterEach(async () => {
    for (const one of clients.splice(0)) one.disconnect();
    await way.close();
    await server.stop();
  });

  it('keep a limit below twenty exactly, however many ask at once', async () => {
    const both = await pair(19, 60);
    const answers = await Promise.all(Array.from({ length: 80 }, (_, n) => (both[n % 2] as Instance)()));
    expect(passed(answers)).toBe(19);
    expect(new Set(answers.filter(({ status }) => status === 200).map(({ left }) => left)).size).toBe(19);
  });

  it.each([
    ['in turn', 1],
    ['many at once', 64],
  ])(
    'let at most a twentieth each pass beyond a limit when both are asked %s, and then nobody',
    async (_how, atOnce) => {
      const points = 400;
      const both = await pair(points, 60);
      let through = 0;
      for (let sent = 0; sent < 3 * points; sent += atOnce) {
        const asked = Array.from({ length: atOnce }, (_, n) => (both[(sent + n) % 2] as Instance)());
        through += passed(await Promise.all(asked));
      }
      expect(through).toBeGreaterThanOrEqual(points);
      expect(through).toBeLessThanOrEqual(points + 2 * (points / 20));
      expect(passed(await Promise.all(both.map((ask) => ask())))).toBe(0);
    },
  );

  it('ask Redis for few of the requests that are far from the limit, and tell it all of them', async () => {
    const ask = instance(10_000, 60, await client());
    const before = [await rounds('waited'), await rounds('background')];
    for (let sent = 1; sent <= 400; sent += 1) expect((await ask()).left).toBe(10_000 - sent);
    await until('all are told', async () => (await common()) === 400, 5_000);
    expect((await rounds('waited')) - Number(before[0])).toBeLessThanOrEqual(2);
    expect((await rounds('background')) - Number(before[1])).toBeLessThan(100);
  });

  it('hear of each other within a second, without being asked', async () => {
    const [one, other] = (await pair(1_000, 60)) as [Instance, Instance];
    await other();
    for (let sent = 0; sent < 30; sent += 1) await one();
    await until('the other has heard', async () => (await other()).left < 1_000 - 31, 5_000);
  });

  it('count each by itself while Redis is away, wait for it no longer than once, and agree again afterwards', async () => {
    const both = (await pair(40, 60)) as [Instance, Instance];
    for (const ask of both) expect((await ask()).status).toBe(200);
    way.hold();
    const waited = await rounds('waited');
    const answers = await Promise.all(
      both.map(async (ask) => {
        const mine = await Promise.all(Array.from({ length: 10 }, () => ask()));
        for (let sent = 0; sent < 90; sent += 1) mine.push(await ask());
        return mine;
      }),
    );
    // Those that came while it was asked in the background waited for that, and nobody asked again.
    expect(await rounds('waited')).toBe(waited);
    for (const mine of answers) expect(passed(mine)).toBeGreaterThanOrEqual(38);
    for (const mine of answers) expect(passed(mine)).toBeLessThanOrEqual(39);
    way.cut();
    way.open();
    await until('what passed meanwhile is told', async () => (await common()) >= 80);
    expect((await instance(40, 60, await client())()).status).toBe(429);
  });

  it('begin a window of their own where Redis was never there', async () => {
    way.cut();
    way.hold();
    const { log } = keepingLog();
    const away = connectRedis({ url: way.url, log, commandTimeoutMs: 100, meanwhile: 'each counts by itself' });
    clients.push(away);
    const ask = instance(2, 60, away);
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([200, 200, 429]);
  });

  it('begin again with the next window', async () => {
    const [one, other] = (await pair(5, 1)) as [Instance, Instance];
    expect(passed(await Promise.all(Array.from({ length: 20 }, () => one())))).toBe(5);
    await until('the next window', async () => (await other()).status === 200, 5_000);
  });
});
