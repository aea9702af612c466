#!/usr/bin/env node
// npm run parked: shows parked orders, and has them retried or closed.
import { userInfo } from 'node:os';
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm run parked -- list  [--order ID] [--closed] [--limit N] [--json]
npm run parked -- retry ORDER… | --all  [--wait SECONDS]
npm run parked -- close ORDER --reason TEXT  [--by NAME] [--wait SECONDS]

If something of one order can never be read, stored or published, that order is parked there, and all others continue.
It is not lost: it is in the ledger.

  list    each place where an order is parked: who parked it, from which event on, why, since when
  retry   asks the running processes to retry it, and says what came of it in each: back, or still parked and why.
          Remove the cause first
  close   records that the read side can never show the order. It is retried once more; if that fails it no longer
          counts as parked, stays stale, and leaves the lists of active orders. Where the order takes commands, a
          correction of the event (record-correction) does the same, and is in the ledger

  --all            all that are parked and not closed
  --order ID       of one order
  --closed         those too that were closed
  --limit N        lines that list shows (50)
  --json           a line of JSON each
  --reason TEXT    why; it is recorded with who says so (--by, ${userInfo().username})
  --wait SECONDS   how long the next outcome is waited for (75: some processes look once a minute)

It works on what npm start runs here, or on DATABASE_URL as for npm start. Ends with 0 where all came back or were
closed; with 1 where something stays parked, was not tried in time, or is unknown.
`;

const report = (line) => process.stderr.write(`${line}\n`);
const COMMANDS = ['list', 'retry', 'close'];

const place = ({ by, what, event_version }) =>
  [by, what === null ? '' : `(${what})`, event_version === null ? '' : `from event ${event_version} on`]
    .filter((part) => part !== '')
    .join(' ');

const line = (parked) =>
  `${parked.order_id}  ${place(parked)}  ${parked.closed ? 'closed, ' : ''}${parked.reason}  since ${parked.parked_at}  ${parked.detail}`;

const TOLD = {
  back: () => 'back',
  closed: ({ reason }) => `closed: stays stale, ${reason}`,
  parked: ({ reason, detail }) => `still parked: ${reason}, ${detail}`,
  waiting: ({ process: name }) => `not tried yet: is ${name} at work? It stays asked for`,
};

const run = async (command, orders, values) => {
  const { repairServers, needed } = await import('../packages/repairs/dist/servers.js');
  const { listParked, retryParked, closeParked } = await import('../packages/repairs/dist/parked-orders.js');
  const { withClient } = await import('../packages/backup/dist/postgres.js');
  const address = needed(await repairServers(ROOT, report), 'postgres');
  const number = (name, value, otherwise) => {
    const given = Number(value ?? otherwise);
    if (!Number.isInteger(given) || given < 1) throw new Problem(`--${name} is a whole number, 1 or more.`);
    return given;
  };
  const waitMs = number('wait', values.wait, 75) * 1_000;
  const told = (outcome) =>
    process.stdout.write(
      `${values.json ? JSON.stringify(outcome) : `${outcome.order_id}  ${place(outcome)}  ${TOLD[outcome.outcome](outcome)}`}\n`,
    );
  const left = (outcomes) => (outcomes.every(({ outcome }) => outcome === 'back' || outcome === 'closed') ? 0 : 1);
  const commands = {
    list: async (client) => {
      const limit = number('limit', values.limit, 50);
      const all = await listParked(client, { order: values.order, closed: values.closed ?? false });
      for (const one of all.slice(0, limit)) process.stdout.write(`${values.json ? JSON.stringify(one) : line(one)}\n`);
      if (all.length > limit) report(`… and ${all.length - limit} more: --limit shows them.`);
      report(`${all.length} parked.`);
      return 0;
    },
    retry: async (client) => {
      if ((orders.length === 0) === !values.all) throw new Problem('Name orders, or --all.');
      const outcomes = await retryParked(client, values.all ? null : orders, { waitMs, told });
      report(`${outcomes.filter(({ outcome }) => outcome === 'back').length} of ${outcomes.length} are back.`);
      return left(outcomes);
    },
    close: async (client) => {
      const { reason } = values;
      if (orders.length !== 1) throw new Problem('Name one order.');
      if (reason === undefined || reason.trim() === '')
        throw new Problem('Say why with --reason TEXT: it is recorded.');
      const by = values.by ?? userInfo().username;
      return left([await closeParked(client, orders[0], { by, reason, waitMs, told })]);
    },
  };
  return withClient(address, commands[command]);
};

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      order: { type: 'string' },
      reason: { type: 'string' },
      limit: { type: 'string' },
      wait: { type: 'string' },
      by: { type: 'string' },
      all: { type: 'boolean' },
      closed: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const [command, ...orders] = positionals;
  if (!COMMANDS.includes(command)) throw new Problem(`Say what to do: ${COMMANDS.join(', ')}.\n\n${HELP}`);
  bootstrap(() => undefined);
  return run(command, orders, values);
});
process.exit();
