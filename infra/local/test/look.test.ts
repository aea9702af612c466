import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { createHungWatch } from '@order-ledger/local/hung';
import { keepRunning } from '@order-ledger/local/keep-running';
import { freePort } from '@order-ledger/local/ports';
import { adminUrl } from '@order-ledger/local/processes';
import { adviceFor, isHeld } from '@order-ledger/local/running-processes';
import { watchAnswers, watched } from '@order-ledger/local/watch-answers';
import { lookAt } from '@order-ledger/platform/look';
import { until } from '@order-ledger/testing/waiting';

const servers: (Server | TcpServer)[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  }
  for (const child of children.splice(0)) {
    child.kill('SIGCONT');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

const listening = async <S extends Server | TcpServer>(server: S): Promise<string> => {
  servers.push(server);
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return adminUrl(port);
};
const http = (listener: RequestListener) => listening(createServer(listener));

const READY = JSON.stringify({ status: 'ready', checks: [] });

/** Who should not be waited for, each in another way, with what is told of him. */
const SILENT: Readonly<Record<string, { url: () => Promise<string>; told: RegExp }>> = {
  'who accepts the connection and never answers': {
    url: () => listening(createTcpServer(() => undefined)),
    told: /^no answer within 2 s$/,
  },
  'who sends headers and then nothing': {
    url: () =>
      http((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' }).flushHeaders();
      }),
    told: /^no answer within 2 s$/,
  },
  'who sends a part of the answer and then nothing': {
    url: () => http((_request, response) => void response.write('{"status":')),
    told: /^no answer within 2 s$/,
  },
  'who never stops sending': {
    url: () =>
      http((_request, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write(' '.repeat(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      }),
    told: /^something else answers there, not a process of order-ledger$/,
  },
  'who speaks no HTTP': {
    url: () =>
      listening(createTcpServer((socket) => void socket.once('data', () => socket.end('220 mail.example ESMTP\r\n')))),
    told: /^something else answers there, not a process of order-ledger$/,
  },
  'who is another program': {
    url: () => http((_request, response) => void response.end('<html></html>')),
    told: /^something else answers there, not a process of order-ledger$/,
  },
  'who sends us elsewhere': {
    url: () => http((_request, response) => void response.writeHead(302, { Location: '/elsewhere' }).end()),
    told: /^something else answers there, not a process of order-ledger$/,
  },
  'who closes the connection': {
    url: () => listening(createTcpServer((socket) => void socket.destroy())),
    told: /^no answer/,
  },
  'nobody at all': { url: async () => adminUrl(await freePort()), told: /^nothing listens there$/ },
};

it.each(Object.keys(SILENT))(
  'waits seconds at most, and tells why: %s',
  async (name) => {
    const { url, told } = SILENT[name] as (typeof SILENT)[string];
    expect(await lookAt(await url())).toEqual({
      silence: expect.stringMatching(told),
      late: /within/.test(told.source),
    });
  },
  15_000,
);

it('takes what is alive and does not say whether it is ready for not answering', async () => {
  const url = await http((request, response) => {
    if (request.url === '/health/live') response.end('{"status":"live"}');
  });
  expect(await lookAt(url)).toEqual({ silence: 'no answer within 4 s', late: true, live: true });
});

/** Answers operators as a process of ours does, from a process of its own. */
const PROGRAM = `
  const { createServer } = require('node:http');
  let status = 'ready';
  process.on('SIGUSR2', () => { status = status === 'ready' ? 'not-ready' : 'ready'; });
  createServer((request, response) => {
    if (request.url === '/hang') for (;;);
    const checks = status === 'ready' ? [] : [{ name: 'ledger', ok: false, code: 'ledger-unavailable' }];
    response.end(request.url === '/health/live' ? '{"status":"live"}' : JSON.stringify({ status, checks }));
  }).listen(process.env.ADMIN_PORT, '127.0.0.1', () => console.log('listens'));`;

const startProcess = async () => {
  const adminPort = await freePort();
  const child = spawn(process.execPath, ['-e', PROGRAM], {
    env: { ...process.env, ADMIN_PORT: String(adminPort) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return { child, pid: child.pid as number, adminPort };
};

it('sees in seconds that a process is frozen, and what lets it go on [K3]', async () => {
  const { child, pid, adminPort } = await startProcess();
  expect(await lookAt(adminUrl(adminPort))).toEqual(JSON.parse(READY));
  expect(isHeld(pid)).toBe(false);
  child.kill('SIGSTOP');
  const began = performance.now();
  expect(await lookAt(adminUrl(adminPort))).toEqual({ silence: 'no answer within 2 s', late: true });
  // Generous: the machine may be busy. Without a limit it would take for ever.
  expect(performance.now() - began).toBeLessThan(30_000);
  expect(adviceFor(pid)).toContain(`kill -CONT ${pid}`);
  child.kill('SIGCONT');
  expect(await lookAt(adminUrl(adminPort))).toEqual(JSON.parse(READY));
});

it('tells once that a running process stops answering, with pid and port, and once that it answers again [K3]', async () => {
  const { child, pid, adminPort } = await startProcess();
  const lines: string[] = [];
  const over = new AbortController();
  const told = (line: RegExp) =>
    until(
      () => `${line} is told; told is: ${lines.join(' | ')}`,
      () => lines.some((each) => line.test(each)),
    );
  const watching = watchAnswers(
    { name: 'bridge', pid, adminPort },
    { report: (line) => lines.push(line), signal: over.signal, everyMs: 50, unreadyMs: 200 },
  );
  child.kill('SIGSTOP');
  await told(new RegExp(`^bridge \\(process ${pid}\\) gives no answer on port ${adminPort}: .*kill -CONT ${pid}`));
  child.kill('SIGCONT');
  await told(/answers again$/);
  child.kill('SIGUSR2');
  await told(/^bridge is no longer ready: ledger: ledger-unavailable$/);
  child.kill('SIGUSR2');
  await told(/^bridge is ready again$/);
  over.abort();
  await watching;
  expect(lines).toHaveLength(4);
});

it('ends a process whose event loop hangs, and starts it again [K3]', async () => {
  const lines: string[] = [];
  const report = (line: string) => void lines.push(line);
  const adminPort = await freePort();
  const kept = await keepRunning(async () => {
    const child = spawn(process.execPath, ['-e', PROGRAM], {
      env: { ...process.env, ADMIN_PORT: String(adminPort) },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const exited = once(child, 'exit').then(() => undefined);
    await once(child.stdout, 'data');
    const stop = async () => {
      child.kill('SIGKILL');
      await exited;
    };
    const running = { name: 'bridge', pid: child.pid as number, exited, stop, lastLines: () => 'its last line' };
    return watched(running, { adminPort, report, mayPause: false });
  }, report);
  const first = kept.pid;
  try {
    // It ends with the process: given up sooner, on a slow machine it might not have been sent yet.
    void fetch(`${adminUrl(adminPort)}/hang`).catch(() => undefined);
    await until(
      () => `it is started again; told is: ${lines.join(' | ')}`,
      () => kept.pid !== first,
      60_000,
    );
    await until('it answers', async () => 'status' in (await lookAt(adminUrl(adminPort))));
  } finally {
    await kept.stop();
  }
  expect(lines.map((line) => line.replace(String(first), 'PID'))).toEqual([
    expect.stringMatching(
      /^bridge \(process PID\) gives no answer on port \d+: no answer within 2 s; npm start restarts it/,
    ),
    'bridge (process PID) hangs: it answers nothing. It is ended, and started again',
    expect.stringMatching(/^bridge ended unexpectedly; restarting in \d+(\.5)? s\. Its last lines:\nits last line$/),
    'bridge is ready again',
  ]);
}, 90_000);

it('takes nobody for hung who is held by a signal for a moment, refuses connections, or is only not ready', () => {
  const late = { silence: 'no answer within 2 s', late: true };
  const looks = (pid: number, ...answers: (typeof late & { live?: true })[]) => {
    const hangs = createHungWatch(pid);
    return answers.map((answer) => hangs(answer));
  };
  const here = process.pid;
  expect(looks(here, late, late, late, late, late)).toEqual([false, false, false, false, true]);
  expect(looks(here, ...Array.from({ length: 9 }, () => ({ ...late, live: true as const })))).not.toContain(true);
  expect(looks(here, ...Array.from({ length: 9 }, () => ({ ...late, late: false })))).not.toContain(true);
  expect(looks(here, late, late, late, late, { ...late, live: true }, late)).not.toContain(true);
});

it('gives a process that a signal holds minutes, because somebody holds it', async () => {
  const { child, pid } = await startProcess();
  child.kill('SIGSTOP');
  await until('it is held', () => isHeld(pid));
  const hangs = createHungWatch(pid);
  const verdicts = Array.from({ length: 30 }, () => hangs({ silence: 'no answer within 2 s', late: true }));
  expect(verdicts.indexOf(true)).toBe(29);
});
