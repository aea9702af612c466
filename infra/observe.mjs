#!/usr/bin/env node
// npm run observe: Prometheus and Alertmanager beside a running npm start.
import { parseArgs } from 'node:util';
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm run observe [-- --webhook URL]

Looks at the system that npm start runs in this clone, from a second terminal, until Ctrl-C: Prometheus with all rules
of infra/observability, Alertmanager, and exporters for PostgreSQL and Redis (RabbitMQ and the event store have their
own). Debian's packages are unpacked into .data/packages; nothing is installed into the system. All of it is private:
ports of its own on 127.0.0.1, data in .data/observe, 31 days and 2 GB at most.

  --webhook URL   alerts are sent there too, as Alertmanager's JSON; without it they are shown alone

Then, with the addresses that it prints:
  what is wrong now       curl -s ALERTMANAGER/api/v2/alerts
  who is scraped          curl -s PROMETHEUS/api/v1/targets
  a question in PromQL    curl -s PROMETHEUS/api/v1/query --data-urlencode 'query=orders_in_status > 0'
Each alert names its runbook: docs/runbooks. What is measured: docs/metrics.md.

It follows processes as they restart. What stops for good is told as an alert. Exit code 0: stopped; 1: it could not
be started, and it says why.
`;

const report = (line) => process.stderr.write(`${line}\n`);

await main(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, webhook: { type: 'string' } } });
  if (values.help) return void process.stdout.write(HELP);
  const { webhook } = values;
  if (webhook !== undefined && !(URL.canParse(webhook) && /^https?:$/.test(new URL(webhook).protocol)))
    throw new Problem(`--webhook is the address of a web server, http:// or https://; not "${webhook}"`);
  const untilStopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(`${signal}: stopping.`));
  });
  bootstrap(report);
  const { observeHere } = await import('./observability/dist/observe-here.js');
  const addresses = webhook === undefined ? {} : { page: webhook, ticket: webhook };
  await observeHere({ root: ROOT, report, addresses, untilStopped });
});
