import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TARIFF } from '@order-ledger/pricing/tariff';
import { until, untilDone } from '@order-ledger/testing/waiting';
import pg from 'pg';
import { type Clone, makeClone, type Ran, serviceOf } from './support/clone.ts';
import { type CommandBlock, commandBlocks, DOCUMENTS, type Document } from './support/command-blocks.ts';

/** A block in the situation that it is for. */
interface Row {
  /** The documents that have it. */
  in: Document | readonly Document[];
  /** How its first line begins, or its line where each is a command of its own; of one block alone. */
  begins: string;
  /** Words of the text that stand for something of the reader's, with what is put there. */
  with?: () => Readonly<Record<string, string>>;
  env?: () => Readonly<Record<string, string>>;
  /** It goes on where the blocks before it under its heading have ended. */
  continues?: true;
  /** It changes nothing and looks with limits of seconds: looked at until it says so, as on any busy machine. */
  looks?: true;
  /** What is asked afterwards in the same shell. */
  asks?: string;
  code?: number;
  /** What the text promises. */
  says: readonly (RegExp | (() => RegExp))[];
  holds?: (ran: Ran) => Promise<void> | void;
}

interface Situation {
  /** Brings it about, from the one before. */
  begin?: () => Promise<void>;
  rows: readonly Row[];
  end?: () => Promise<void>;
  /** Not the clone that the others are run in. */
  where?: () => Clone;
}

let clone: Clone;
let empty: Clone;
let order = '';
let unheard = '';
/** An order that no table takes. */
let refused = '';
/** An order whose stream was written past us. */
const spoilt = randomUUID();

/** Waits as a person does; what the system waits for by itself is given the time of a slow machine. */
const PATIENCE = { QUICK_ANSWER_MS: '60000', MIN_VERSION_WAIT_MS: '60000' };
const FROZEN = 'pricing-worker';
const FIELD = `field() { node -p "JSON.parse(fs.readFileSync('.data/credentials.json')).$1"; };`;
const copy = (): Record<string, string> => ({ DIR: `${clone.folder}/copy` });

const query = async <Found extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Found[]> => {
  const client = new pg.Client({ connectionString: serviceOf(clone, 'postgres') });
  await client.connect();
  try {
    return (await client.query<Found>(text, values)).rows;
  } finally {
    await client.end();
  }
};

const newOrder = async (customer: string): Promise<string> => {
  const created = await clone.run(
    `${FIELD} curl -sf "$(field addresses.command_api)/v1/orders" -H "Authorization: Bearer $(field 'partners[0].api_key')" \\
       -H 'Idempotency-Key: ${randomUUID()}' -H 'Content-Type: application/json' -d '{"customer_ref": "${customer}", "channel": "API"}'`,
  );
  return JSON.parse(created.said).order_id;
};

/** The ids of the dead letters that there are. */
const letters = async (): Promise<string[]> => {
  const { said } = await clone.run('npm run -s dead-letters -- list --json');
  return said.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line).id] : []));
};
let dead: string[] = [];
const MANUAL = 'docs/operations.md';
const ofOrder = (): Record<string, string> => ({ ORDER: order });

const LOOP = 'CONTRIBUTING.md';
/** What a developer runs for a long time, or by the machine's own ports: here only that it is what it says. */
const HELP_ALONE: readonly Row[] = [
  { in: LOOP, begins: 'npm run dev', with: () => ({ dev: 'dev -- --help' }), says: [/--watch +compile what changes/] },
  ...['packages/domain', 'packages/domain/test/graph.test.ts', "packages/domain -t 'graph lint'"].map(
    (words): Row => ({
      ...{ in: LOOP, begins: `npm test -- ${words}` },
      with: () => ({ packages: '--help packages' }),
      says: [/the tests of one package/],
    }),
  ),
  {
    ...{ in: LOOP, begins: 'npm run test:changed' },
    with: () => ({ changed: 'changed -- --help' }),
    says: [/what the work since main touches/],
  },
  {
    ...{ in: LOOP, begins: 'npm run format' },
    with: () => ({ format: 'format -- --help' }),
    says: [/biome check/],
  },
  ...['--only command-api,projector', '--inspect command-api'].map(
    (words): Row => ({
      ...{ in: LOOP, begins: `npm start -- ${words}` },
      with: () => ({ only: 'help --only', inspect: 'help --inspect' }),
      says: [/--inspect NAMES +a debugger may attach/],
    }),
  ),
];

const STATUS = { in: 'docs/operations.md', begins: 'npm run status', looks: true } as const;

/**
 * Every command that the documents name in a block, in the situations in which a reader meets it, one after the other. Who
 * writes a block adds a row; whoever starts nothing new puts it under a situation that is there.
 */
const SITUATIONS: Readonly<Record<string, Situation>> = {
  'a clone in which nothing runs': {
    rows: [
      { ...STATUS, code: 1, says: [/^Nothing runs here: npm start$/m] },
      // Run for real below, as "a running system", and by whoever runs this test: here only that they are what they say.
      {
        in: 'README.md',
        begins: 'npm start',
        with: () => ({ start: 'start -- --help' }),
        says: [/stays in the foreground until Ctrl-C/s],
      },
      {
        in: 'README.md',
        begins: 'npm test',
        with: () => ({ test: 'test -- --help' }),
        says: [/Lint, types, and tests on private instances/, /--all +those too/],
      },
      ...HELP_ALONE,
    ],
  },
  'a running system': {
    begin: () => clone.start(PATIENCE),
    rows: [
      {
        in: 'README.md',
        begins: 'credential()',
        asks: 'echo "$ORDER"',
        says: [],
        holds: async ({ said }) => {
          const lines = said.trim().split('\n');
          order = lines.at(-1) ?? '';
          expect(lines.at(-2)).toBe('WAITING_PAYMENT');
          const refusals = lines.filter((text) => text.includes('urn:order-ledger:problem:'));
          expect(refusals.map((text) => JSON.parse(text).code)).toEqual(['illegal-transition']);
          expect(JSON.parse(refusals[0] ?? '').allowed_transitions).not.toEqual([]);
          expect(await query('select status from read_model_1.order_row where order_id = $1', [order])).toEqual([
            { status: 'CLOSED' },
          ]);
        },
      },
      {
        ...STATUS,
        says: [
          /: all is well$/m,
          /^ {2}projector +\d+ +ready {2}/m,
          /^ {2}PostgreSQL .* answers +\d+/m,
          /^ {2}event store .* answers/m,
          /^ {2}projector +orders@1 +\d s$/m,
          /^ {2}parked orders +none$/m,
          /^ {2}pricing\.intake\.v1 +0 waiting, 0 to be tried again, 0 dead letters$/m,
        ],
      },
      { in: 'docs/operations.md', begins: 'psql "$(node -p', says: [/command_api/, /read_model_1/] },
      {
        ...{ in: MANUAL, begins: 'npm run trace -- $ORDER', env: ofOrder },
        says: [
          /^order .*: \d+ spans in \d+ traces$/m,
          /POST \/v1\/orders\/:order_id\/commands\/:command {2}command-api {2}200/,
          /⤷ price job/,
          /⤷ project batch/,
        ],
      },
      {
        ...{ in: MANUAL, begins: 'npm run logs -- --order $ORDER', env: ofOrder },
        says: [/INFO +command-api +command .*command=SubmitOrder/, /INFO +pricing-worker/],
      },
      { in: MANUAL, begins: 'npm run keys -- signing rotate', says: [/signs/] },
      { in: MANUAL, begins: 'npm run keys -- signing list', says: [/signs/] },
      { in: MANUAL, begins: 'npm run keys -- partner issue partner-prepaid', says: [/partner-prepaid/] },
      { in: MANUAL, begins: 'npm run keys -- partner list partner-prepaid', says: [/partner-prepaid/] },
      { in: MANUAL, begins: 'npm run keys -- cursor rotate', says: [/cursor/] },
      { in: MANUAL, begins: 'npm run keys -- free-text rotate', says: [/key/] },
      { in: MANUAL, begins: 'npm run keys -- log', says: [/signing/, /free-text/] },
      { in: MANUAL, begins: 'npm run tariff -- list', says: [/in force/] },
      {
        in: MANUAL,
        begins: 'npm run -s tariff -- show > tariff.json',
        says: [],
        asks: `sed -i 's/"tariff_version": .*/"tariff_version": "of-a-reader",/' tariff.json`,
      },
      { in: MANUAL, begins: 'npm run tariff -- add tariff.json', says: [/activate of-a-reader/] },
      {
        in: MANUAL,
        begins: 'npm run tariff -- diff $BEFORE $AFTER',
        env: () => ({ BEFORE: TARIFF.tariff_version, AFTER: 'of-a-reader' }),
        says: [/tariff_version: .* → of-a-reader/],
      },
      {
        in: MANUAL,
        begins: 'npm run tariff -- activate $AFTER',
        env: () => ({ AFTER: 'of-a-reader' }),
        says: [/of-a-reader is in force/],
      },
      { in: MANUAL, begins: 'npm run reprice -- $ORDER', env: ofOrder, says: [/^Calculated again .*: the same\.$/m] },
      { in: MANUAL, begins: 'npm run tariff -- log', says: [/activate {2}of-a-reader/] },
    ],
  },
  'a process that is frozen': {
    begin: async () => {
      process.kill(clone.process(FROZEN).pid as number, 'SIGSTOP');
      // Who is frozen falls behind the ledger, and hears of no order.
      unheard = await newOrder('c-1');
      await until('the order is shown, and submitted for long', async () => {
        const submitted = await query(
          `update read_model_1.order_row set status = 'SUBMITTED', status_entered_at = now() - interval '2 minutes'
           where order_id = $1 returning order_id`,
          [unheard],
        );
        return submitted.length === 1;
      });
      await until('npm start says so', async () =>
        new RegExp(`${FROZEN} \\(process \\d+\\) gives no answer on port \\d+: .*kill -CONT`).test(clone.told()),
      );
    },
    rows: [
      {
        ...STATUS,
        code: 1,
        says: [
          () => {
            const { pid, adminPort } = clone.process(FROZEN);
            return new RegExp(`${FROZEN} +${adminPort} +silent +no answer within 2 s; .*kill -CONT ${pid}`);
          },
          // As long as npm start has taken to say so.
          /^ {2}pricing-worker +turns@1 +[1-9]\d* s$/m,
          () =>
            new RegExp(
              `^ {2}1 order SUBMITTED for over 60 s, of which pricing-worker knows nothing.* ${unheard}$`,
              'm',
            ),
          /^ {2}projector +\d+ +ready {2}/m,
        ],
      },
    ],
    end: async () => {
      process.kill(clone.process(FROZEN).pid as number, 'SIGCONT');
      await query("update read_model_1.order_row set status = 'INITIATED' where order_id = $1", [unheard]);
      await until('npm start says so', async () => clone.told().includes('answers again'));
    },
  },
  'an order that is parked, and a message that is dead': {
    begin: async () => {
      await query(
        `insert into read_model_1.order_parked (order_id, event_version, reason, detail)
         values ($1, 99, 'unreadable', 'a test has put it aside')`,
        [order],
      );
      const sent = await clone.run(`cd packages/messaging && node --input-type=module -e "
        import { connect } from 'amqplib';
        const connection = await connect('${serviceOf(clone, 'rabbitmq')}');
        const channel = await connection.createConfirmChannel();
        for (const word of ['no', 'never a', 'not a'])
          channel.sendToQueue('pricing.intake.v1', Buffer.from(word + ' message of ours'));
        await channel.waitForConfirms();
        await connection.close();"`);
      expect(sent).toEqual({ code: 0, said: '' });
      await until('the messages are dead', async () => {
        dead = await letters();
        return dead.length === 3;
      });
    },
    rows: [
      {
        in: 'docs/operations.md',
        begins: 'credential()',
        env: () => ({ ORDER: order }),
        says: [/"OrderClosed"/, /"status": ?"CLOSED"/, /"parked_orders"/, /"order_id":"/],
      },
      {
        in: 'docs/operations.md',
        begins: 'DB=',
        continues: true,
        env: () => ({ ORDER: order }),
        says: [/ DONE +\|/, / PLANNED +\|/],
      },
      {
        in: MANUAL,
        begins: 'npm run parked -- list --order $ORDER',
        env: ofOrder,
        says: [/a test has put it aside/, /^1 parked\.$/m],
      },
      {
        in: MANUAL,
        begins: 'npm run stuck',
        // Nobody has to do anything with an order that is closed, wherever it is parked.
        says: [/^0 orders stand still\.$/m],
      },
      {
        in: MANUAL,
        begins: 'npm run stuck -- $ORDER',
        env: ofOrder,
        says: [/not stuck: CLOSED: nobody has to do anything/, /evidence +ledger: /],
      },
      {
        in: MANUAL,
        begins: 'npm run stuck -- --verdict event-missing --since 2026-11-29T08:00:00Z --json',
        says: [/"stuck":\[\]/],
      },
      {
        in: MANUAL,
        begins: 'npm run incident -- $ORDER',
        env: ofOrder,
        says: [/^\S+ {2}not stuck: CLOSED: /m, /\.data\/incidents\/incident-.*\.html$/m],
      },
      {
        in: MANUAL,
        begins: 'npm run dead-letters -- list --order $ORDER',
        env: ofOrder,
        says: [/^0 of 3 dead letters\.$/m],
      },
      {
        ...STATUS,
        code: 1,
        says: [
          () => new RegExp(`^ {2}projector has parked 1 order: ${order}$`, 'm'),
          /^ {2}pricing\.intake\.v1 has 3 dead letters$/m,
        ],
      },
      { in: MANUAL, begins: 'npm run dead-letters -- list', says: [/^3 dead letters\.$/m] },
      {
        in: MANUAL,
        begins: 'npm run dead-letters -- show $LETTER',
        env: () => ({ LETTER: dead[0] ?? '' }),
        says: [() => new RegExp(dead[0] ?? '-')],
      },
      {
        in: MANUAL,
        begins: 'npm run dead-letters -- requeue $LETTER',
        env: () => ({ LETTER: dead[0] ?? '' }),
        says: [/^1 put back\.$/m],
      },
      {
        in: MANUAL,
        begins: 'npm run dead-letters -- requeue --all --reason no-tariff',
        says: [/^0 put back\.$/m],
      },
      {
        in: MANUAL,
        begins: "npm run dead-letters -- discard $LETTER --reason 'the order was made by a test'",
        env: () => ({ LETTER: dead[1] ?? '' }),
        says: [/^1 discarded\.$/m],
        holds: async () => expect(await letters()).not.toContain(dead[1]),
      },
      { in: MANUAL, begins: 'npm run parked -- list', says: [/^1 parked\.$/m] },
      { in: MANUAL, begins: 'npm run parked -- retry $ORDER', env: ofOrder, says: [/^1 of 1 are back\.$/m] },
    ],
  },
  'orders that never can be shown': {
    begin: async () => {
      await query(`alter table read_model_1.order_timeline add constraint none_of_his
        check (data->>'customer_ref' is distinct from 'c-none')`);
      refused = await newOrder('c-none');
      const sent = await clone.run(`cd packages/ledger && node --input-type=module -e "
        import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
        const client = EventStoreDBClient.connectionString('${serviceOf(clone, 'eventStore')}');
        await client.appendToStream('order-${spoilt}', jsonEvent({ type: 'Foreign', data: {} }));
        await client.dispose();"`);
      expect(sent).toEqual({ code: 0, said: '' });
      await until('the projector has put both aside', async () => {
        const { said } = await clone.run('npm run parked -- list');
        return said.includes(spoilt) && said.includes(refused);
      });
    },
    rows: [
      {
        in: MANUAL,
        begins: 'field()',
        env: () => ({ ORDER: refused }),
        says: [/"event_version": ?2/],
        holds: async () => {
          await until(
            'it counts as parked no longer',
            async () => !(await clone.run('npm run parked -- list')).said.includes(refused),
          );
        },
      },
      {
        in: MANUAL,
        begins: "npm run parked -- close $ORDER --reason 'written past us in a test' --by anna",
        env: () => ({ ORDER: spoilt }),
        says: [/closed: stays stale/],
        holds: async () => expect((await clone.run('npm run parked -- list --closed')).said).toContain(spoilt),
      },
    ],
  },
  'a running system that is to be backed up': {
    rows: [
      { in: 'docs/operations.md', begins: 'npm run backup -- DIR', with: copy, says: [/^Backed up in /m] },
      {
        in: 'docs/operations.md',
        begins: 'npm run restore -- --verify-only DIR',
        with: copy,
        says: [/^Verified: /m],
      },
    ],
  },
  'a system that is stopped, and whose ledger is lost': {
    begin: () => clone.stop(),
    rows: [
      {
        in: ['docs/operations.md', 'docs/architecture.md'],
        begins: 'npm run restore -- --ledger-only DIR',
        with: copy,
        says: [/^Restored in .*npm start$/m],
      },
      {
        in: 'docs/architecture.md',
        begins: 'npm run restore -- --ledger-only',
        says: [/^Restored in .*npm start$/m],
      },
    ],
  },
  'an empty system': {
    begin: async () => {
      empty = makeClone();
    },
    rows: [
      {
        in: 'docs/operations.md',
        begins: 'npm run restore -- DIR',
        with: copy,
        says: [/^Restored in .*npm start$/m],
      },
    ],
    end: async () => empty.remove(),
    where: () => empty,
  },
};

const BLOCKS = DOCUMENTS.flatMap(commandBlocks);
const ROWS = Object.values(SITUATIONS).flatMap(({ rows }) => rows);

const documentsOf = (row: Row): readonly Document[] => [row.in].flat() as Document[];

const begins = (row: Row, block: CommandBlock): boolean =>
  block.begins === row.begins || (block.begins.startsWith(row.begins) && block.script.includes('\n'));
const isOf = (row: Row, block: CommandBlock): boolean =>
  documentsOf(row).some((document) => document === block.document) && begins(row, block);

const blockOf = (row: Row): CommandBlock => {
  const block = BLOCKS.find((each) => isOf(row, each));
  if (block === undefined) throw new Error(`no block begins with "${row.begins}"`);
  return block;
};

const scriptOf = (row: Row): string => {
  const block = blockOf(row);
  const before = BLOCKS.filter(({ document, heading }) => document === block.document && heading === block.heading);
  const scripts = row.continues === true ? before.slice(0, before.indexOf(block) + 1) : [block];
  const words = Object.entries(row.with?.() ?? {});
  const script = words.reduce(
    (text, [word, value]) => text.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), value),
    scripts.map((each) => each.script).join('\n'),
  );
  return `${script}\n${row.asks ?? ''}`;
};

describe('the command blocks of the documents', () => {
  it('each have a row that runs it', () => {
    const without = BLOCKS.filter((block) => !ROWS.some((row) => isOf(row, block)));
    expect(
      without.map(
        ({ document, heading, begins }) =>
          `${document}, "${heading}": no row runs "${begins}". Add one in manual.test.ts, under the situation that it is for.`,
      ),
    ).toEqual([]);
  });

  it('stand there for every row, one in each document that it names', () => {
    const wrong = ROWS.flatMap((row) =>
      documentsOf(row).flatMap((document) => {
        const found = BLOCKS.filter((block) => block.document === document && begins(row, block)).length;
        return found === 1 ? [] : [`${document} has ${found} blocks that begin with "${row.begins}": mend its row`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

beforeAll(() => {
  clone = makeClone();
});
afterAll(async () => {
  await clone.stop();
  clone.remove();
}, 300_000);

const once = (run: () => Promise<void>): Promise<void> => run();

describe.each(Object.entries(SITUATIONS))('in %s', (_name, { begin, rows, end, where = () => clone }) => {
  beforeAll(async () => begin?.(), 450_000);
  afterAll(async () => end?.(), 300_000);

  it.each(rows.map((row) => [`${row.begins} (${row.in})`, row] as const))(
    '%s does what the text says',
    async (_title, row) => {
      await (row.looks ? untilDone : once)(async () => {
        const ran = await where().run(scriptOf(row), row.env?.());
        expect({ code: ran.code, ...(ran.code === (row.code ?? 0) ? {} : { said: ran.said }) }).toEqual({
          code: row.code ?? 0,
        });
        for (const said of row.says) expect(ran.said).toMatch(typeof said === 'function' ? said() : said);
        await row.holds?.(ran);
      });
    },
    450_000,
  );
});
