#!/usr/bin/env node
// npm run logs: what all processes and servers said, as one.
import { bootstrap, main, ROOT } from './bootstrap.mjs';

const HELP = `npm run logs [-- OPTIONS]

Shows the log files of npm start, those of our processes and those of PostgreSQL, Redis, RabbitMQ and the event store,
merged by time. It needs nothing that runs.

  --order ID           lines that name this order, with those of the servers that name it in their text
  --correlation ID     lines of one request, or of all that followed from it (the header X-Correlation-Id)
  --level LEVEL        error, warn, info or debug, with what is graver (debug: all there is; LOG_LEVEL says what is written)
  --service NAMES      of these alone, such as bridge,pricing-worker,postgres
  --since TIME         since a moment (2026-05-01T10:00:00Z), or for so long (30s, 15m, 2h, 1d)
  --limit N            the newest N lines (1000); 0: all
  --follow             and then those that come, until Ctrl-C
  --json               a line of JSON each
  --folder DIR         other logs than those of this clone

Exit code 0: shown. 1: no line is like that. 2: the command line is wrong.

  npm run logs -- --level warn --since 15m          what was not well in the last quarter of an hour
  npm run logs -- --order ID --follow               one order, as it goes on
`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(HELP);
  bootstrap(() => undefined);
  const { program } = await import('../packages/logs/dist/program.js');
  // Whoever reads may stop at any line: npm run logs | head.
  process.stdout.on('error', () => process.exit());
  return program(ROOT, args);
});
