#!/usr/bin/env node
// npm run bench: figures beside a bare reference of the same run. Nothing is asserted; what is recorded is committed.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

/** Every benchmark: its program, and what it compares. A program prints one JSON object {name, figures, ratios} with --json. */
const BENCHMARKS = {
  'event-store': {
    program: 'packages/embedded-eventstore/bench/event-store.mjs',
    compares: 'durable appends and a read of $all with the same over a store that keeps nothing',
  },
  commands: {
    program: 'packages/system-tests/dist/bench/commands.js',
    compares: 'commands over HTTP with a plain CRUD program, an empty answer and a durable append',
  },
  system: {
    program: 'packages/system-tests/dist/bench/system.js',
    compares: 'commands with every process following: processor time of each beside that of an empty answer',
  },
  lag: {
    program: 'packages/system-tests/dist/bench/lag.js',
    compares: 'from the time of an event until an answer shows it, at 150 and at 300 commands a second',
  },
  rebuild: {
    program: 'packages/system-tests/dist/bench/rebuild.js',
    compares: 'the read model from an empty database (--orders N, --months M) with a bare read of the ledger',
  },
  bridge: {
    program: 'packages/system-tests/dist/bench/bridge.js',
    compares: 'from the ledger to RabbitMQ, confirmed, with bare confirmed publishing of the same messages',
  },
  list: {
    program: 'packages/system-tests/dist/bench/list.js',
    compares: 'the first page of 50 with a plain program, with --orders N and five times as many; page 10,000',
  },
  order: {
    program: 'packages/system-tests/dist/bench/order.js',
    compares: 'one order with its durations with a plain program; 304 with an empty answer',
  },
  dashboard: {
    program: 'packages/system-tests/dist/bench/dashboard.js',
    compares: 'the web page in Chromium with --orders N: paint, list, scrolling, changes; a page of a few words',
  },
  telemetry: {
    program: 'packages/system-tests/dist/bench/telemetry.js',
    compares: 'commands with no spans recorded, with a tenth and with all, in turns',
  },
  growth: {
    program: 'packages/system-tests/dist/bench/growth.js',
    compares: 'nothing: the bytes that an order leaves in each table, in logs and spans (--orders N)',
  },
  models: {
    program: 'packages/pricing/bench/models.mjs',
    compares: 'models of seven shapes and --triangles N, measured; own code with manifold-3d and three-mesh-bvh',
  },
  bodies: {
    program: 'packages/command-api/bench/bodies.mjs',
    compares: 'reading the largest body of each command, and bodies that do not fit, with JSON.parse alone',
  },
};

const list = Object.entries(BENCHMARKS).map(([name, { compares }]) => `  ${name.padEnd(14)} ${compares}`);
const HELP = `npm run bench -- NAME [--json] [--record] [ARGUMENTS OF THE BENCHMARK]

Runs one benchmark beside its bare reference and prints medians and their ratio. Only ratios compare from machine to
machine; run it when nothing else runs.

${list.join('\n')}

  --json      one JSON object: name, machine, date, command, figures, ratios
  --record    the same, written to docs/benchmarks/NAME.json
  --profile   a CPU profile of each process beside it, and its shares by package and by our own functions
              (all but event-store, dashboard, models, bodies and growth)
  --telemetry WHAT         off, on, or sampled (a tenth): whether the system's spans are recorded, as under npm start
                           (commands, system)
  --pairs N, --seconds S   how many turns of each, and how long one is
  --orders N               in the tables (list, dashboard: 1,000,000; order: 20,000)
  --growth N               list: again with N times as many orders (5; 1: not)
`;

/** Runs a program to its end; answers what it printed, or nothing when it prints for people. */
const run = (program, args, capture) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, program), ...args], {
      cwd: ROOT,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
    });
    // It ends what it has started, and is waited for.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0 ? resolve(printed) : reject(new Problem(`The benchmark ended with ${signal ?? code}: see above.`)),
    );
  });

await main(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || args.includes('--help') || name === '--help') return void process.stdout.write(HELP);
  const benchmark = BENCHMARKS[name];
  if (!benchmark)
    throw new Problem(`There is no benchmark "${name}". There is: ${Object.keys(BENCHMARKS).join(', ')}.`);
  bootstrap();
  const [json, record] = ['--json', '--record'].map((option) => args.includes(option));
  const own = args.filter((each) => each !== '--json' && each !== '--record');
  if (!json && !record) return void (await run(benchmark.program, own, false));

  const [load] = loadavg();
  const result = JSON.parse((await run(benchmark.program, [...own, '--json'], true)).trim().split('\n').at(-1));
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, platform: process.platform, load_before: load };
  const whole = {
    name,
    date: new Date().toISOString(),
    command: `npm run bench -- ${[name, ...own].join(' ')}`,
    node: process.version,
    ...result,
    machine: { ...machine, ...result.machine },
  };
  if (record) {
    const folder = join(ROOT, 'docs', 'benchmarks');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(whole, null, 2)}\n`);
  }
  process.stdout.write(`${JSON.stringify(whole, null, json ? 0 : 2)}\n`);
});
