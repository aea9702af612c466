// Durable single-event appends and a read of $all through the official client, each beside its bare reference in the
// same run. Usage: node bench/event-store.mjs [--json] [--rounds N] [--seconds S] [--read N]
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { readResponse } from '../dist/record.js';
import { openForReading } from '../dist/store.js';

const require = createRequire(import.meta.url);
const { convertGrpcEvent } = require('@eventstore/db-client/dist/utils/convertGrpcEvent.js');
const { ReadResp } = require('@eventstore/db-client/generated/streams_pb.js');

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    read: { type: 'string', default: '50000' },
  },
});
const [rounds, seconds, readEvents] = [values.rounds, values.seconds, values.read].map(Number);
const IN_FLIGHT = [1, 16, 256];

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const start = async (args) => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
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
    async stop() {
      await client.dispose();
      child.kill();
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    },
  };
};

// An order's event as the ledger writes it: some 400 bytes of data and metadata.
const event = () =>
  jsonEvent({
    type: 'ModelAttached',
    data: {
      order_id: randomUUID(),
      upload_id: randomUUID(),
      file_name: 'bracket-v7.stl',
      bytes: 1_843_200,
      sha256: 'f'.repeat(64),
    },
    metadata: { $correlationId: randomUUID(), $causationId: randomUUID(), actor: 'partner:acme', schema_version: 1 },
  });

/** Appends to a stream each, `inFlight` of them at once, for some seconds; answers appends per second and latencies. */
const appends = async (client, inFlight, forSeconds) => {
  const until = performance.now() + forSeconds * 1000;
  const latencies = [];
  const started = performance.now();
  const writer = async () => {
    while (performance.now() < until) {
      const from = performance.now();
      await client.appendToStream(`order-${randomUUID()}`, event(), { expectedRevision: 'no_stream' });
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, writer));
  return { rate: latencies.length / ((performance.now() - started) / 1000), latencies };
};

const readAll = (client, count) =>
  new Promise((resolve, reject) => {
    let seen = 0;
    const started = performance.now();
    const subscription = client.subscribeToAll({ fromPosition: 'start' }, { highWaterMark: 1024 });
    subscription.on('data', () => {
      if (++seen === count) {
        resolve(count / ((performance.now() - started) / 1000));
        void subscription.unsubscribe();
      }
    });
    subscription.on('error', reject);
  });

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const percentile = (numbers, p) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * p)];
const round = (n, digits = 0) => Number(n.toFixed(digits));

const directory = mkdtempSync(join(tmpdir(), 'bench-event-store-'));
const durable = await start([path('../dist/main.js'), '--data', directory, '--port', '0']);
const wire = await start([path('./wire-server.mjs')]);
const figures = {};
const ratios = {};
try {
  for (const { client } of [durable, wire]) await appends(client, 64, 1);
  for (const inFlight of IN_FLIGHT) {
    const rates = { durable: [], wire: [] };
    const latencies = [];
    for (let i = 0; i < rounds; i++) {
      const one = await appends(durable.client, inFlight, seconds);
      rates.durable.push(one.rate);
      latencies.push(...one.latencies);
      rates.wire.push((await appends(wire.client, inFlight, seconds)).rate);
    }
    figures[`append_${inFlight}_per_s`] = round(median(rates.durable));
    figures[`append_${inFlight}_wire_per_s`] = round(median(rates.wire));
    figures[`append_${inFlight}_p50_ms`] = round(percentile(latencies, 0.5), 2);
    figures[`append_${inFlight}_p99_ms`] = round(percentile(latencies, 0.99), 2);
    ratios[`append_${inFlight}`] = round(median(rates.durable.map((rate, i) => rate / rates.wire[i])), 2);
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
  const decodeAll = () => {
    const started = performance.now();
    for (const message of messages) convertGrpcEvent(ReadResp.deserializeBinary(message).getEvent());
    return readEvents / ((performance.now() - started) / 1000);
  };
  const rates = { read: [], decode: [] };
  for (let i = 0; i < rounds; i++) {
    rates.read.push(await readAll(durable.client, readEvents));
    rates.decode.push(decodeAll());
  }
  await index.close();
  log.close();
  figures.read_all_per_s = round(median(rates.read));
  figures.decode_only_per_s = round(median(rates.decode));
  ratios.read_all = round(median(rates.read.map((rate, i) => rate / rates.decode[i])), 2);
} finally {
  await durable.stop();
  await wire.stop();
  rmSync(directory, { recursive: true, force: true });
}

const { version } = JSON.parse(readFileSync(path('../package.json'), 'utf8'));
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
if (values.json) {
  process.stdout.write(
    `${JSON.stringify({ name: 'event-store', version, machine, date: new Date().toISOString(), figures, ratios })}\n`,
  );
} else {
  const lines = [
    `event-store ${version} on ${machine.cores} × ${machine.cpu}, Node ${machine.node}; medians of ${rounds} rounds`,
    ...IN_FLIGHT.map(
      (n) =>
        `append, ${String(n).padStart(3)} in flight  ${figures[`append_${n}_per_s`]}/s  p50 ${figures[`append_${n}_p50_ms`]} ms  p99 ${figures[`append_${n}_p99_ms`]} ms  wire ${figures[`append_${n}_wire_per_s`]}/s  ratio ${ratios[`append_${n}`]}`,
    ),
    `$all               ${figures.read_all_per_s}/s  decode only ${figures.decode_only_per_s}/s  ratio ${ratios.read_all}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
