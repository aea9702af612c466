import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openLedger } from '@order-ledger/ledger/ledger';
import { openWholeLedger } from '@order-ledger/ledger/stored/whole';
import { freePort } from '@order-ledger/local/ports';
import { startSystem } from '@order-ledger/local/system';
import { createLog } from '@order-ledger/platform/log';
import pg from 'pg';
import { ROOT } from '../private-system.ts';
import { interrupted, stoppedAtTheEnd } from './ending.ts';
import { interleavedEvents } from './interleaved-events.ts';
import { median, memoryOf, processorMs, rounded } from './measure.ts';
import { createProfiler, type Profiler, sharesText } from './profile.ts';
import { benchOptions, print, progress } from './program.ts';
import { openPublished } from './published.ts';

// A ledger of so many events that nobody has published, drained by the bridge into quorum queues, each message
// confirmed and each checkpoint moved; beside it the same messages published by a program that does nothing else.
const { json, pairs, events: EVENTS, profile } = benchOptions({ pairs: 3, events: 40_000 });
const BARE = fileURLToPath(new URL('./bare-publisher.js', import.meta.url));

interface Turn {
  readonly perSecond: number;
  /** Of one message, ms. */
  readonly processorMs: number;
}

const profiler = profile ? createProfiler() : undefined;
const folder = mkdtempSync(join(tmpdir(), 'order-ledger-bench-'));
progress('starting a private broker, database and event store …');
const starting = startSystem({
  root: ROOT,
  data: folder,
  portOf: freePort,
  report: () => undefined,
  only: ['bridge'],
  signal: interrupted,
  // Its own account may not declare the queues of workers that do not run here.
  envOf: (_name, _env, { amqp }) => ({ AMQP_URL: amqp }),
});
const stop = stoppedAtTheEnd(async () => {
  const started = await starting.catch(() => undefined);
  await started?.stop();
  rmSync(folder, { recursive: true, force: true });
});
const system = await starting;
const { eventStore, amqp } = system.dependencies;
const log = createLog({ service: 'bench', level: 'error', destination: process.stderr });
const administrator = new URL(system.services.running.postgres?.url ?? '');
administrator.pathname = '/order_ledger';
const database = new pg.Pool({ connectionString: administrator.href, max: 1 });
const ledger = openLedger({ connectionString: eventStore, log });
const published = await openPublished(amqp);

try {
  const bridge = system.processes.get('bridge');
  if (bridge === undefined) throw new Error('the bridge does not run');
  let bringUp = await bridge.takeDown('in-order');
  progress(`writing ${EVENTS} events …`);
  const whole = openWholeLedger(eventStore, log);
  await whole.append(interleavedEvents(EVENTS));
  await whole.close();
  const tail = (await ledger.tail())?.position.commit ?? 0n;

  /** Every exchange's checkpoint is at the end: all is confirmed. */
  const drained = async (): Promise<boolean> => {
    const { rows } = await database.query('select commit_position from messaging.checkpoint');
    return (
      rows.length === 3 && rows.every((row) => row.commit_position !== null && BigInt(row.commit_position) >= tail)
    );
  };
  /** A bridge that starts anew, from its first messages to its last checkpoint. */
  const drain = async (profiled?: Profiler): Promise<Turn> => {
    await database.query('delete from messaging.checkpoint');
    await bringUp();
    let first = 0;
    while (first === 0) {
      await sleep(2);
      first = await published.count();
    }
    const began = performance.now();
    const pid = bridge.pid;
    const before = processorMs(pid);
    profiled?.begin({ bridge: pid });
    while (!(await drained())) await sleep(5);
    const ms = performance.now() - began;
    const turn = {
      perSecond: ((EVENTS - first) / ms) * 1_000,
      processorMs: (processorMs(pid) - before) / (EVENTS - first),
    };
    memory.push(memoryOf(pid));
    if (profiled !== undefined)
      process.stderr.write(`${sharesText(await profiled.end('bridge'))}\n\nprofiles: ${profiled.folder}\n`);
    bringUp = await bridge.takeDown('in-order');
    return turn;
  };
  const memory: number[] = [];
  const messages = join(folder, 'messages');
  const publishBare = async (): Promise<Turn> => {
    const { stdout } = await promisify(execFile)(process.execPath, [BARE, messages], {
      env: { ...process.env, AMQP_URL: amqp },
    });
    const { ms, processor_ms } = JSON.parse(stdout) as { ms: number; processor_ms: number };
    return { perSecond: ((EVENTS - 1) / ms) * 1_000, processorMs: processor_ms / EVENTS };
  };

  progress('a first drain, for the messages …');
  await drain();
  const copies = await published.taken(EVENTS);
  writeFileSync(messages, copies.map((copy) => `${JSON.stringify(copy)}\n`).join(''));
  const bytes = copies.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0) / EVENTS;

  const ours: Turn[] = [];
  const bare: Turn[] = [];
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`pair ${pair} of ${pairs} …`);
    await published.empty();
    ours.push(await drain());
    await published.empty();
    bare.push(await publishBare());
  }
  if (profiler !== undefined) {
    await published.empty();
    await drain(profiler);
  }
  const of = (turns: readonly Turn[], what: keyof Turn): number => median(turns.map((turn) => turn[what]));
  print(
    {
      figures: {
        events: EVENTS,
        message_bytes: rounded(bytes),
        events_per_s: rounded(of(ours, 'perSecond')),
        publish_per_s: rounded(of(bare, 'perSecond')),
        processor_ms: rounded(of(ours, 'processorMs'), 3),
        publish_processor_ms: rounded(of(bare, 'processorMs'), 3),
        memory_mb: rounded(median(memory) / 1e6),
      },
      ratios: {
        vs_publish: rounded(median(ours.map(({ perSecond }, n) => perSecond / (bare[n]?.perSecond ?? Number.NaN))), 2),
      },
    },
    json,
  );
} finally {
  await published.close();
  await ledger.close();
  await database.end();
  await stop();
}
