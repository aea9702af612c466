#!/usr/bin/env node
// npm run trace: what became of an order, or of a request, in which process and when.
import { bootstrap, main, ROOT } from './bootstrap.mjs';

const HELP = `npm run trace -- ORDER | CORRELATION-ID | TRACE-ID [--reads] [--json] [--folder DIR]

Shows the spans of an order, of a correlation id (the header X-Correlation-Id of a request and its answer) or of a trace
(trace_id in a line of the log), as a waterfall in each piece of work that began by itself, such as a caller's request:

  +when it began   how long   │ when, to scale │  span  process  what came of it
  ⤷                a trace of its own that is linked: a batch of bridge or projector, a calculation
  · 1.2 s until …  nothing happened: what was waited for
  ✗                what failed, where it failed

It reads what npm start keeps in .data/traces, and needs nothing that runs: the last 256 MB, packed, which are the spans
of some ten thousand orders. Nothing is kept there of what is not sampled (OTEL_TRACES_SAMPLER), and nothing at all where
OTEL_EXPORTER_OTLP_ENDPOINT names a collector: then look there, by the attributes order_ledger.order_id and
order_ledger.correlation_id.

  --reads        with the requests that only read, of which there may be many
  --json         one JSON object with all spans
  --folder DIR   other spans than those of this clone

Exit code 0: shown. 1: no span names the id. 2: the command line is wrong.

  npm run trace -- 6f1c2a3e-0000-4000-8000-000000000000
  npm run logs -- --order 6f1c2a3e-0000-4000-8000-000000000000     what the processes said meanwhile
`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(HELP);
  bootstrap(() => undefined);
  const { program } = await import('../packages/traces/dist/program.js');
  // Whoever reads may stop at any line.
  process.stdout.on('error', () => process.exit());
  return program(ROOT, args);
});
