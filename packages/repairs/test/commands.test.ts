import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CHECKPOINT_TABLE } from '@order-ledger/ledger/follow/checkpoint';
import type { Envelope } from '@order-ledger/messaging/envelope';
import { createPool } from '@order-ledger/platform/postgres';
import { migrateReadModel } from '@order-ledger/read-model/schema';
import { keepingLog } from '@order-ledger/testing/lines';
import { recalculation } from '@order-ledger/testing/messages';
import { type Broker, brokerUrl, openBroker, ownPrefix } from '@order-ledger/testing/services/broker';
import { createTestDatabase } from '@order-ledger/testing/services/database';
import { until } from '@order-ledger/testing/waiting';
import type pg from 'pg';
import { migrateSchema } from '../../bridge/src/schema.ts';

jest.setTimeout(240_000);

const ROOT = join(import.meta.dirname, '..', '..', '..');
const { log } = keepingLog();
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let broker: Broker;
let prefix: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateSchema({ connectionString: database.url, log });
  await migrateReadModel({ connectionString: database.url, log, checkpointTable: CHECKPOINT_TABLE });
  pool = createPool({ connectionString: database.url, applicationName: 'test', name: 'commands', log });
  // By which a named database is known for one of ours.
  await pool.query('create schema command_api');
  prefix = ownPrefix();
  broker = await openBroker(prefix);
});
afterAll(async () => {
  await broker.remove();
  await broker.close();
  await pool.end();
  await database.drop();
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

const run = (options: { signal?: AbortSignal }, script: string, ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url, AMQP_URL: brokerUrl(), AMQP_PREFIX: prefix };
    execFile(
      process.execPath,
      [join(ROOT, 'infra', script), ...args],
      { env, killSignal: 'SIGKILL', ...options },
      (error, out, told) => resolve({ code: error === null ? 0 : Number(error.code), out, told }),
    );
  });
const deadLetters = (...args: string[]) => run({}, 'dead-letters.mjs', ...args);
const parked = (...args: string[]) => run({}, 'parked.mjs', ...args);

describe('npm run dead-letters', () => {
  const queue = 'pricing.intake.v1';
  let letter: Envelope;
  beforeEach(async () => {
    letter = recalculation({ data: { reason: 'EXPIRED', note: 'ring Anna' } });
    const { deadLetterQueue, name } = broker.topology.queues[queue];
    await broker.channel.purgeQueue(deadLetterQueue);
    await broker.channel.purgeQueue(name);
    broker.channel.publish(broker.topology.deadLetterExchange, name, Buffer.from(JSON.stringify(letter)), {
      messageId: letter.id,
      headers: { 'x-attempt': 8, 'x-error-code': 'no-tariff', 'x-last-failure': '2026-01-01T10:00:00.000Z' },
    });
    await broker.channel.waitForConfirms();
    await until('the letter', async () => (await broker.ready(deadLetterQueue)) === 1);
  });

  it('lists, shows, puts back and discards, with an exit code and one line of what was done', async () => {
    const listed = await deadLetters('list');
    expect(listed).toMatchObject({ code: 0, told: expect.stringContaining('1 dead letters.') });
    for (const part of [queue, letter.id, letter.order_id, 'no-tariff', '8 attempts', '2026-01-01T10:00:00.000Z'])
      expect(listed.out).toContain(part);
    expect(JSON.parse((await deadLetters('list', '--json')).out)).toMatchObject({ id: letter.id, queue });
    const shown = await deadLetters('show', letter.id);
    expect(JSON.parse(shown.out).body).toMatchObject({ order_id: letter.order_id, data: { note: '[masked]' } });

    expect(await deadLetters('requeue', letter.id, '--by', 'anna')).toMatchObject({ code: 0, out: '' });
    expect(await broker.ready(broker.topology.queues[queue].name)).toBe(1);
    expect((await pool.query('select operator, deed from messaging.dead_letter_deed')).rows).toEqual([
      { operator: 'anna', deed: 'requeue' },
    ]);
    const again = await deadLetters('requeue', letter.id);
    expect(again).toMatchObject({ code: 1, told: expect.stringContaining('npm run dead-letters -- list') });
    expect(again.told).not.toMatch(/ at .*\.(js|ts|mjs):/);
  });

  it('loses nothing when it is killed: what it was about is in the one queue or the other, or in both', async () => {
    const { deadLetterQueue, name } = broker.topology.queues[queue];
    const letters = Array.from({ length: 2_000 }, () => recalculation());
    for (const one of letters)
      broker.channel.publish(broker.topology.deadLetterExchange, name, Buffer.from(JSON.stringify(one)), {
        messageId: one.id,
      });
    await broker.channel.waitForConfirms();
    const killed = new AbortController();
    const running = run({ signal: killed.signal }, 'dead-letters.mjs', 'requeue', '--all', '--queue', queue);
    await until('it is at work', async () => (await broker.ready(name)) > 100);
    killed.abort();
    expect((await running).code).not.toBe(0);
    // What it held comes back when the broker has noticed.
    await until('all are there', async () => {
      return (await broker.ready(deadLetterQueue)) + (await broker.ready(name)) >= letters.length + 1;
    });
    expect(await broker.ready(deadLetterQueue)).toBeGreaterThan(0);
    const there = new Set<unknown>();
    for (const from of [deadLetterQueue, name])
      for (let message = await broker.channel.get(from); message !== false; message = await broker.channel.get(from))
        there.add(message.properties.messageId);
    expect([...there].sort()).toEqual([letter.id, ...letters.map(({ id }) => id)].sort());
  });

  it('discards with a reason alone', async () => {
    expect(await deadLetters('discard', letter.id)).toMatchObject({
      code: 1,
      told: expect.stringContaining('--reason'),
    });
    expect(await deadLetters('discard', letter.id, '--reason', 'made by a test')).toMatchObject({
      code: 0,
      told: expect.stringContaining('1 discarded.'),
    });
    expect((await deadLetters('list')).told).toContain('0 dead letters.');
  });

  it('teaches, and refuses what it does not know', async () => {
    expect(await deadLetters('--help')).toMatchObject({ code: 0, out: expect.stringContaining('requeue --all') });
    expect(await deadLetters('mend')).toMatchObject({ code: 1, told: expect.stringContaining('list, show, requeue') });
    expect(await deadLetters('list', '--queue', 'none')).toMatchObject({
      code: 1,
      told: expect.stringContaining(queue),
    });
    expect(await deadLetters('requeue', '--all')).toMatchObject({ code: 1, told: expect.stringContaining('--queue') });
  });
});

describe('npm run parked', () => {
  const order = crypto.randomUUID();
  beforeEach(async () => {
    await pool.query('truncate read_model_1.order_parked, messaging.parked_order');
    await pool.query(
      `insert into read_model_1.order_parked (order_id, event_version, reason, detail) values ($1, 3, 'not-storable', 'no')`,
      [order],
    );
    await pool.query(
      `insert into messaging.parked_order (exchange, order_id, event_version, event_id, reason, detail)
       values ('orders.admin.v1', $1, 3, gen_random_uuid(), 'unreadable', 'no')`,
      [order],
    );
  });

  it('lists each place where an order is parked', async () => {
    const { code, out, told } = await parked('list');
    expect([code, told.trim()]).toEqual([0, '2 parked.']);
    expect(out).toMatch(new RegExp(`${order}  read model from event 3 on  not-storable`));
    expect(out).toMatch(new RegExp(`${order}  messages \\(orders.admin.v1\\) from event 3 on  unreadable`));
  });

  it('counts an order that a person has closed nowhere any more', async () => {
    await pool.query('update read_model_1.order_parked set closed_at = now()');
    expect((await parked('list')).told.trim()).toBe('0 parked.');
    expect((await parked('list', '--closed')).told.trim()).toBe('2 parked.');
  });

  it('asks for trials and says what came of each: back, still parked, or not tried', async () => {
    const retrying = parked('retry', order, '--wait', '5');
    // What bridge does with one that it could publish; the projector is not at work.
    await until('it is asked for', async () => {
      const { rowCount } = await pool.query('delete from messaging.parked_order where retry_requested_at is not null');
      return rowCount === 1;
    });
    const { code, out } = await retrying;
    expect(code).toBe(1);
    expect(out).toContain('messages (orders.admin.v1) from event 3 on  back');
    expect(out).toContain('is projector at work?');
    expect((await parked('retry', crypto.randomUUID())).told).toContain('npm run parked -- list');
  });

  it('teaches, and refuses what it does not know', async () => {
    expect(await parked('--help')).toMatchObject({ code: 0, out: expect.stringContaining('record-correction') });
    expect(await parked('mend')).toMatchObject({ code: 1, told: expect.stringContaining('list, retry, close') });
    expect(await parked('retry')).toMatchObject({ code: 1, told: expect.stringContaining('--all') });
    expect(await parked('retry', 'order-5')).toMatchObject({ code: 1, told: expect.stringContaining('is no order') });
    expect(await parked('close', order)).toMatchObject({ code: 1, told: expect.stringContaining('--reason') });
  });
});
