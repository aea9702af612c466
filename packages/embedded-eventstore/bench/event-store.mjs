// Durable single-event appends and a read of $all through the official client, each beside its bare reference in short
// turns of the same run. Usage: node bench/event-store.mjs [--json] [--pairs N] [--seconds S] [--read N]
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { readResponse } from '../dist/record.js';
import { openForReading } from '../dist/store.js';
import { orderEvent } from './order-event.mjs';

const require = createRequire(import.meta.url);
const { convertGrpcEvent } = require('@eventstore/db-client/dist/utils/convertGrpcEvent.js');
const { ReadResp } = require('@eventstore/db-client/generated/streams_pb.js');

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '0.5' },
    read: { type: 'string', default: '50000' },
  },
});
const [pairs, seconds, readEvents] = [values.pairs, values.seconds, values.read].map(Number);
const IN_FLIGHT = [1, 16, 256];
const TICK_MS = 10;

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const start = async (args) => {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, READ_EVENTS: String(readEvents) },
  });
  process.on('exit', () => child.kill());
  const port = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const parsed = JSON.parse(line);
      if (parsed.message === 'ready') resolve(parsed.port);
    });
    child.once('exit', (code) => reject(new Error(`the server exited with ${code}`)));
  });
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`);
  return {
    client,
    /** CPU time so far, of all threads, in ms. */
    cpu() {
      const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
      return (Number(user) + Number(system)) * TICK_MS;
    },
    async stop() {
      await client.dispose();
      child.kill();
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    },
  };
};

// An end that is none of ours leaves no server behind.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
  process.on(signal, () => process.exit(code));

const event = () => jsonEvent(orderEvent());

/** Appends to a stream each, `inFlight` of them at once; answers appends a second, latencies, and the server's CPU time. */
const appends = async ({ client, cpu }, inFlight) => {
  const latencies = [];
  const [started, cpuBefore] = [performance.now(), cpu()];
  const until = started + seconds * 1000;
  const writer = async () => {
    while (performance.now() < until) {
      const from = performance.now();
      await client.appendToStream(`order-${randomUUID()}`, event(), { expectedRevision: 'no_stream' });
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, writer));
  const count = latencies.length;
  return { rate: count / ((performance.now() - started) / 1000), latencies, cpuMs: cpu() - cpuBefore, count };
};

const readAll = ({ client }) =>
  new Promise((resolve, reject) => {
    let seen = 0;
    const started = performance.now();
    const subscription = client.subscribeToAll({ fromPosition: 'start' }, { highWaterMark: 1024 });
    subscription.on('data', () => {
      if (++seen !== readEvents) return;
      const rate = readEvents / ((performance.now() - started) / 1000);
      subscription.unsubscribe().then(() => resolve(rate), reject);
    });
    subscription.on('error', reject);
  });

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const percentile = (numbers, p) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * p)];
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const round = (n, digits = 0) => Number(n.toFixed(digits));

const directory = mkdtempSync(join(tmpdir(), 'bench-event-store-'));
const durable = await start([path('../dist/main.js'), '--data', directory, '--port', '0']);
const wire = await start([path('./wire-server.mjs')]);
const figures = {};
const ratios = {};

/** Takes turns; answers the median of the pairs' ratios, and each side's turns. */
const compare = async (one, other) => {
  const turns = [];
  for (let i = 0; i < pairs; i++) turns.push([await one(), await other()]);
  return { ones: turns.map(([a]) => a), others: turns.map(([, b]) => b) };
};
const ratioOf = (a, b) => round(median(a.map((each, i) => each / b[i])), 2);

try {
  for (const server of [durable, wire, durable, wire]) await appends(server, 64);
  for (const n of IN_FLIGHT) {
    const { ones, others } = await compare(
      () => appends(durable, n),
      () => appends(wire, n),
    );
    const latencies = ones.flatMap((turn) => turn.latencies);
    const cpuEach = (turns) =>
      round((sum(turns.map(({ cpuMs }) => cpuMs)) / sum(turns.map(({ count }) => count))) * 1000);
    const [rates, wireRates] = [ones, others].map((turns) => turns.map(({ rate }) => rate));
    figures[`append_${n}_per_s`] = round(median(rates));
    figures[`append_${n}_wire_per_s`] = round(median(wireRates));
    figures[`append_${n}_p50_ms`] = round(percentile(latencies, 0.5), 2);
    figures[`append_${n}_p99_ms`] = round(percentile(latencies, 0.99), 2);
    figures[`append_${n}_server_cpu_us`] = cpuEach(ones);
    figures[`append_${n}_wire_server_cpu_us`] = cpuEach(others);
    ratios[`append_${n}`] = ratioOf(rates, wireRates);
  }

  const batch = Array.from({ length: 500 }, event);
  for (let i = 0; i < readEvents / batch.length; i++)
    await durable.client.appendToStream(
      `order-${randomUUID()}`,
      batch.map((each) => ({ ...each, id: randomUUID() })),
    );
  const { log, index } = openForReading(directory);
  log.accept(log.size());
  const messages = [];
  for (let position = 64; messages.length < readEvents; ) {
    for (const record of await log.forwards(position)) {
      messages.push(Buffer.from(readResponse(record)));
      position = record.position + record.bytes.length;
    }
  }
  messages.length = readEvents;
  await index.close();
  log.close();
  const decodeAll = () => {
    const started = performance.now();
    for (const message of messages) convertGrpcEvent(ReadResp.deserializeBinary(message).getEvent());
    return readEvents / ((performance.now() - started) / 1000);
  };
  await readAll(durable);
  const decoded = [];
  const { ones, others } = await compare(
    () => readAll(durable),
    async () => {
      decoded.push(decodeAll());
      return readAll(wire);
    },
  );
  figures.read_all_per_s = round(median(ones));
  figures.read_all_from_memory_per_s = round(median(others));
  figures.decode_in_process_per_s = round(median(decoded));
  ratios.read_all = ratioOf(ones, others);
  ratios.read_all_to_decode_in_process = round(median(ones) / median(decoded), 2);
} finally {
  await durable.stop();
  await wire.stop();
  rmSync(directory, { recursive: true, force: true });
}

const { version, dependencies, devDependencies } = JSON.parse(readFileSync(path('../package.json'), 'utf8'));
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load_after: round(loadavg()[0], 1) };
const versions = { 'embedded-eventstore': version, ...dependencies, ...devDependencies };
if (values.json) {
  process.stdout.write(`${JSON.stringify({ name: 'event-store', versions, machine, pairs, figures, ratios })}\n`);
} else {
  const lines = [
    `event-store ${version} on ${machine.cores} × ${machine.cpu}, Node ${process.version}; medians of ${pairs} pairs`,
    ...IN_FLIGHT.map(
      (n) =>
        `append, ${String(n).padStart(3)} in flight  ${figures[`append_${n}_per_s`]}/s  p50 ${figures[`append_${n}_p50_ms`]} ms  p99 ${figures[`append_${n}_p99_ms`]} ms  wire ${figures[`append_${n}_wire_per_s`]}/s  ratio ${ratios[`append_${n}`]}  server CPU ${figures[`append_${n}_server_cpu_us`]} µs, wire ${figures[`append_${n}_wire_server_cpu_us`]} µs`,
    ),
    `$all  ${figures.read_all_per_s}/s  the same messages from memory ${figures.read_all_from_memory_per_s}/s  ratio ${ratios.read_all}; decoded in-process ${figures.decode_in_process_per_s}/s, ratio ${ratios.read_all_to_decode_in_process}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
