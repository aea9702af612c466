import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@order-ledger/local/ports';
import { adminUrl } from '@order-ledger/local/processes';
import { READINESS_CODES } from '@order-ledger/platform/readiness-codes';
import { meaningsOf } from '@order-ledger/status/meanings';
import { screenOf } from '@order-ledger/status/screen';
import { readStatus, type Status } from '@order-ledger/status/status';
import type { Subject } from '@order-ledger/status/subject';
import { keepingLog } from '@order-ledger/testing/lines';
import { testService } from '@order-ledger/testing/services/shared';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { log } = keepingLog();

const SERVERS = {
  postgres: testService('postgres'),
  redis: testService('redis'),
  rabbitmq: testService('rabbitmq'),
  eventStore: testService('eventStore'),
};

const look = (subject: Partial<Subject>): Promise<Status> =>
  readStatus({
    subject: { started: null, processes: [], services: SERVERS, isNamed: true, data: null, ...subject },
    root: ROOT,
    prefix: '',
    log,
  });

/** Takes every connection and never says a word, as what is frozen does. */
let mute: Server;
let port: number;
beforeAll(async () => {
  port = await freePort();
  mute = createServer(() => undefined).listen(port, '127.0.0.1');
  await once(mute, 'listening');
});
afterAll(() => void mute.close());

/** Says the same to every question. */
const answering = async (head: string, answer: object): Promise<{ url: string; close: () => void }> => {
  const body = JSON.stringify(answer);
  const server = createServer(
    (socket) =>
      void socket.once('data', () =>
        socket.end(`HTTP/1.1 ${head}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`),
      ),
  );
  const at = await freePort();
  server.listen(at, '127.0.0.1');
  await once(server, 'listening');
  return { url: adminUrl(at), close: () => void server.close() };
};

/** Generous: the machine may be busy. Without a limit each would take for ever. */
const SECONDS_MS = 30_000;

describe('the status of a system', () => {
  it('names each server that takes the connection and says nothing, and asks the others all the same [K3]', async () => {
    const addresses = {
      postgres: `postgres://a:secretpw@127.0.0.1:${port}/order_ledger`,
      redis: `redis://:secretpw@127.0.0.1:${port}`,
      rabbitmq: `amqp://a:secretpw@127.0.0.1:${port}`,
      eventStore: `esdb://a:secretpw@127.0.0.1:${port}?tls=false`,
    } as const;
    for (const [name, address] of Object.entries(addresses)) {
      const began = performance.now();
      const status = await look({ services: { ...SERVERS, [name]: address } });
      expect(performance.now() - began).toBeLessThan(SECONDS_MS);
      const faults = status.services.filter(({ fault }) => fault !== null);
      expect(faults).toEqual([
        expect.objectContaining({ name, fault: expect.stringMatching(/says nothing within 2000 ms/) }),
      ]);
      expect(status.problems.filter((line) => line.includes(`127.0.0.1:${port}`))).toHaveLength(1);
      expect(JSON.stringify(status)).not.toContain('secretpw');
    }
  });

  it('names a server that nobody runs', async () => {
    const nobody = await freePort();
    const { services, problems } = await look({ services: { ...SERVERS, redis: `redis://127.0.0.1:${nobody}` } });
    expect(services.find(({ name }) => name === 'redis')?.fault).toMatch(/ECONNREFUSED/);
    expect(problems.filter((line) => /^Redis \(127\.0\.0\.1:\d+\): .*ECONNREFUSED/.test(line))).toHaveLength(1);
  });

  it('says which variables name no server, and does not call that well', async () => {
    const { problems } = await look({ services: {} });
    expect(problems.map((line) => line.split(' ')[0])).toEqual(['no', 'DATABASE_URL', 'EVENTSTORE_URL', 'AMQP_URL']);
  });

  it('names a frozen process with its port, and what the code of one that is not ready means [K3]', async () => {
    const unready = await answering('503 Service Unavailable', {
      status: 'not-ready',
      checks: [{ name: 'ledger', ok: false, code: 'ledger-diverged' }],
    });
    const warning = await answering('200 OK', {
      status: 'ready',
      checks: [{ name: 'clock', ok: false, code: 'clock-skew', warning: true }],
    });
    const status = await look({
      processes: [
        { name: 'projector', url: adminUrl(port), pid: process.pid },
        { name: 'bridge', url: unready.url, pid: null },
        { name: 'query-api', url: warning.url, pid: null },
      ],
    });
    unready.close();
    warning.close();
    expect(status.problems.slice(0, 3)).toEqual([
      `projector (http://127.0.0.1:${port}): no answer within 2 s; npm start restarts it if it goes on; kill -KILL ${process.pid} does so at once`,
      'bridge is not-ready: ledger: ledger-diverged',
      'query-api is ready and warns: clock: clock-skew',
    ]);
    expect(status.meanings['ledger-diverged']).toMatch(/^The ledger is another one: /);
    const screen = screenOf(status);
    expect(screen).toMatch(new RegExp(`^ {2}projector +${port} +silent +no answer within 2 s`, 'm'));
    expect(screen).toMatch(/^ {2}ledger-diverged +The ledger is another one/m);
  });
});

it('explains every code that a readiness check can give as docs/operations.md does', () => {
  const codes = [...READINESS_CODES, 'EHOSTUNREACH', '53300', 'not-allowed'];
  const meanings = meaningsOf(readFileSync(join(ROOT, 'docs/operations.md'), 'utf8'), codes);
  expect(Object.values(meanings).filter((meaning) => meaning.length < 15 || meaning.includes(']('))).toEqual([]);
  expect(meanings.EHOSTUNREACH).toBe(meanings.ECONNREFUSED);
});

describe('npm run status', () => {
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-status-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const { TEST_DATABASE_URL: _, ...dependencies } = process.env;
  const run = async (args: readonly string[], env: Record<string, string> = {}) => {
    const program = `import('${new URL('../dist/program.js', import.meta.url)}')
      .then(({ program }) => program(${JSON.stringify(folder)}, process.argv.slice(1))).then((code) => process.exit(code))`;
    const child = spawn(process.execPath, ['-e', program, '--', ...args], { env: { ...dependencies, ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    const [code] = await once(child, 'close');
    return { code, said };
  };

  it.each([
    [['--nonsense'], {}, /nonsense/],
    [['--process', 'projector'], {}, /a name and an address/],
    [['--process', 'nobody=http://127.0.0.1:1'], {}, /a name and an address/],
    [[], { DATABASE_URL: 'http://a:secretpw@host' }, /^DATABASE_URL is no address: it begins with postgres:\/\//],
  ])('tells what is wrong with its command line by exit code 2: %j %j', async (args, env, told) => {
    const { code, said } = await run(args, env as Record<string, string>);
    expect(code).toBe(2);
    expect(said).toMatch(told);
    expect(said).not.toContain('secretpw');
  });
});
