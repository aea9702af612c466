#!/usr/bin/env node
// npm run dead-letters: looks at messages that nobody could handle, and puts them back or away.
import { userInfo } from 'node:os';
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm run dead-letters -- list    [--queue Q] [--order ID] [--reason R] [--limit N] [--json]
npm run dead-letters -- show    ID [--queue Q]
npm run dead-letters -- requeue ID… [--queue Q]
npm run dead-letters -- requeue --all  --queue Q | --order ID | --reason R
npm run dead-letters -- discard ID… --reason TEXT [--queue Q]
npm run dead-letters -- discard --all --queue Q [--order ID] --reason TEXT

A dead letter is a message that its consumer could not handle. The order is not lost: it is in the ledger. Look at the
reason, remove the cause, and put the message back; the consumer then looks at the order as it is.

  list      what there is: queue, id, order, type, reason, when, how often. It changes nothing
  show      headers and body of one, what may be confidential masked
  requeue   puts messages back to the queue that they died in, as if nobody had tried them. The broker has confirmed
            the copy before the dead letter is taken away: broken off in between, the message comes twice, and its
            consumer knows it by its id
  discard   takes messages away for good. TEXT says why

  --queue Q     one queue; all others are left alone
  --reason R    in list and requeue: a code or a class of errors, as list shows them
  --order ID    of one order
  --limit N     lines that list shows (50)
  --json        a line of JSON each
  --by NAME     who does it (${userInfo().username}): requeue and discard are recorded in messaging.dead_letter_deed

If one id is unknown, nothing is done. One operator works at a time, another waits 10 s; consumers and the bridge
continue meanwhile. It works on what npm start runs here, or on AMQP_URL (and, to requeue and discard, DATABASE_URL) as
for npm start, with AMQP_PREFIX where the system has one. Exit code 0: done; 1: it could not be done, and it says why.
`;

const report = (line) => process.stderr.write(`${line}\n`);
const COMMANDS = ['list', 'show', 'requeue', 'discard'];
const EVERY_MS = 2_000;

/** Tells of a long walk, every other second. */
const telling = (what) => {
  let told = Date.now();
  return (count, of) => {
    if (Date.now() - told < EVERY_MS) return;
    told = Date.now();
    report(`${what} … ${count} of ${of}`);
  };
};

const line = (letter) =>
  [
    letter.queue,
    letter.id,
    `order ${letter.order_id ?? '–'}`,
    letter.type ?? '–',
    [letter.reason, letter.error_class].filter((part) => part !== null).join(', '),
    `${letter.attempts} ${letter.attempts === 1 ? 'attempt' : 'attempts'}${letter.outages > 0 ? `, ${letter.outages} outages` : ''}`,
    `${letter.first_failure === letter.last_failure ? '' : `${letter.first_failure} – `}${letter.last_failure ?? 'when is not known'}`,
    `correlation ${letter.correlation_id ?? '–'}`,
  ].join('  ');

const run = async (command, ids, values) => {
  const { repairServers, needed } = await import('../packages/repairs/dist/servers.js');
  const work = await import('../packages/repairs/dist/dead-letters.js');
  const { deedBook } = await import('../packages/repairs/dist/deeds.js');
  const { openDesk } = await import('../packages/messaging/dist/dead-letters.js');
  const { prefixed, TOPOLOGY } = await import('../packages/messaging/dist/topology.js');
  const { withClient } = await import('../packages/backup/dist/postgres.js');
  const servers = await repairServers(ROOT, report);
  const topology = prefixed(TOPOLOGY, process.env.AMQP_PREFIX ?? '');
  const { queue, order, reason } = values;
  const change = async (what, act) => {
    const address = needed(servers, 'postgres');
    const rabbitmq = needed(servers, 'rabbitmq');
    return withClient(address, async (client) => {
      const desk = await openDesk({ url: rabbitmq, topology });
      const dealing = { book: deedBook(client), by: values.by ?? userInfo().username, seen: telling('looked at') };
      try {
        const count = await act(desk, dealing);
        report(`${count} ${what}.`);
      } finally {
        await desk.close();
      }
    });
  };
  const look = async (at) => {
    const desk = await openDesk({ url: needed(servers, 'rabbitmq'), topology });
    try {
      return await at(desk);
    } finally {
      await desk.close();
    }
  };
  const commands = {
    list: async () => {
      const limit = Number(values.limit ?? 50);
      if (!Number.isInteger(limit) || limit < 1) throw new Problem('--limit is a number of lines, 1 or more.');
      const { letters, matching, all } = await look((desk) =>
        work.listDeadLetters(desk, { queue, order, reason }, { limit, seen: telling('looked at') }),
      );
      for (const letter of letters) process.stdout.write(`${values.json ? JSON.stringify(letter) : line(letter)}\n`);
      if (matching > letters.length) report(`… and ${matching - letters.length} more: --limit shows them.`);
      report(matching === all ? `${all} dead letters.` : `${matching} of ${all} dead letters.`);
    },
    show: async () => {
      if (ids.length !== 1) throw new Problem('Name the id of one dead letter, as list shows it.');
      for (const shown of await look((desk) => work.showDeadLetters(desk, ids[0], { queue })))
        process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
    },
    requeue: () =>
      change('put back', (desk, dealing) =>
        work.requeueDeadLetters(desk, { ids, all: values.all ?? false, queue, order, reason }, dealing),
      ),
    discard: () => {
      if (reason === undefined || reason.trim() === '')
        throw new Problem('Say why with --reason TEXT: it is recorded.');
      return change('discarded', (desk, dealing) =>
        work.discardDeadLetters(desk, { ids, all: values.all ?? false, queue, order }, { ...dealing, reason }),
      );
    },
  };
  return commands[command]();
};

await main(async () => {
  const { parseArgs } = await import('node:util');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      queue: { type: 'string' },
      order: { type: 'string' },
      reason: { type: 'string' },
      limit: { type: 'string' },
      by: { type: 'string' },
      all: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const [command, ...ids] = positionals;
  if (!COMMANDS.includes(command)) throw new Problem(`Say what to do: ${COMMANDS.join(', ')}.\n\n${HELP}`);
  bootstrap(() => undefined);
  try {
    await run(command, ids, values);
  } catch (error) {
    // What brokers and networks say has a word of its own; anything else is a fault of ours and told whole.
    throw typeof error?.code === 'string' ? new Problem(`${error.message} (${error.code})`, { cause: error }) : error;
  }
});
process.exit();
