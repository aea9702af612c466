// Each situation on the real system, and who is told of it.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLedger } from '@order-ledger/ledger/ledger';
import { PROCESSES } from '@order-ledger/local/processes';
import { seedLedger } from '@order-ledger/seed/into-ledger';
import { keepingLog } from '@order-ledger/testing/lines';
import { recordLongRun } from '@order-ledger/testing/long-run';
import { until } from '@order-ledger/testing/waiting';
import { type PrivateSystem, ROOT, startPrivateSystem } from '../src/private-system.ts';
import { type Clone, makeClone } from './support/clone.ts';
import { labelsOf, MOST_VALUES, type Observed, observe, type Told } from './support/observed.ts';

const START_LIMIT_MS = 900_000;
const ORDERS = 3_000;
/** Minutes become seconds: alerts that wait for a quarter of an hour would be waited for as long here. */
const HURRY = 60;

const figures: Record<string, unknown> = {};
const told_after_s: Record<string, number> = {};
/** A run that broke off says nothing. */
afterAll(() => {
  if (figures.runbook_commands !== undefined && figures.orders !== undefined)
    recordLongRun('alerts', { hurry: HURRY, told_after_s, ...figures }, 'system-tests/test/alerts');
});

describe('of a running system somebody is told', () => {
  let system: PrivateSystem;
  let observed: Observed;

  beforeAll(async () => {
    system = await startPrivateSystem();
    observed = await observe(system, { every: 1, times: HURRY });
    await until('all are scraped', async () => (await observed.ask('count(up == 1) >= 13')).length > 0);
  }, START_LIMIT_MS);

  afterAll(async () => {
    await observed?.stop();
    await system?.stop();
  }, 300_000);

  const newOrder = (): Promise<Response> =>
    fetch(`${system.url('command-api')}/v1/orders`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${system.credentials.bearer({ who: 'customer', account: 'prepaid' })}`,
        'Idempotency-Key': randomUUID(),
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ customer_ref: 'c-1', channel: 'API' }),
    });

  const isTold = async (name: string, labels: Told['labels'] = {}, status: Told['status'] = 'firing') => {
    const from = observed.told.length;
    const began = performance.now();
    await until(
      () =>
        `${name} is ${status}; told were ${observed.told.map((one) => `${one.labels.alertname} ${one.status}`).join(', ')}`,
      () =>
        observed.told
          .slice(from)
          .find(
            (one) =>
              one.labels.alertname === name &&
              one.status === status &&
              Object.entries(labels).every(([label, value]) => one.labels[label] === value),
          ),
      300_000,
    );
    told_after_s[status === 'firing' ? name : `${name} ${status}`] = Math.round((performance.now() - began) / 1_000);
  };

  it('that readers see old orders, when the projector is stopped, and when that is over', async () => {
    const back = await system.processes.get('projector')?.takeDown('in-order');
    await newOrder();
    await isTold('ProjectionLags');
    const over = isTold('ProjectionLags', {}, 'resolved');
    await back?.();
    await over;
  }, 700_000);

  it('that a process is down, under its name', async () => {
    const told = isTold('TargetDown', { service: 'manufacturing-worker' });
    const back = await system.processes.get('manufacturing-worker')?.takeDown('killed');
    await told;
    await back?.();
    await until(
      'it is scraped again',
      async () => (await observed.ask('up{service="manufacturing-worker"} == 1')).length > 0,
    );
  }, 700_000);

  it('that commands burn their budget and requests fail, when the event store is away', async () => {
    for (let n = 0; n < 60; n += 1) expect((await newOrder()).status).toBe(201);
    const both = Promise.all([
      isTold('CommandsBurnBudget', { slo: 'commands', window: '1h' }),
      isTold('RequestsFail', { service: 'command-api' }),
    ]);
    const back = await system.services.running.eventStore?.takeDown?.('in-order');
    let going = true;
    const calling = Promise.all(
      Array.from({ length: 20 }, async () => {
        while (going) await newOrder();
      }),
    );
    try {
      await both;
    } finally {
      going = false;
      await calling;
      await back?.();
    }
  }, 700_000);

  it('that no order gets a price, when the worker that should price them stands', async () => {
    await until('commands are taken again', async () => (await newOrder()).status === 201);
    const worker = system.processes.get('pricing-worker');
    process.kill(worker?.pid ?? 0, 'SIGSTOP');
    try {
      const told = isTold('PricingStandsStill');
      // As if it had been submitted: what is looked at are the tables.
      const { order_id } = (await (await newOrder()).json()) as { order_id: string };
      await until('it waits for a price', async () => {
        const { rowCount } = await system.database.query(
          `update read_model_1.order_row set status = 'SUBMITTED', stage = 'SUBMITTED' where order_id = $1`,
          [order_id],
        );
        return rowCount === 1;
      });
      await told;
    } finally {
      process.kill(worker?.pid ?? 0, 'SIGCONT');
    }
  }, 700_000);
});

describe('after thousands of orders', () => {
  it('labels have as few values as before', async () => {
    const system = await startPrivateSystem();
    const observed = await observe(system, { every: 5 });
    const ledger = openLedger({ connectionString: system.dependencies.eventStore, log: keepingLog().log });
    try {
      const now = Date.now();
      const { events } = await seedLedger(ledger, {
        ...{ orders: ORDERS, seed: 1, from: now - 30 * 86_400_000, until: now - 60_000 },
        seen: () => undefined,
      });
      await until(
        'all events are in the tables, and seen there',
        async () => (await observed.ask(`sum(projection_events_total) >= ${events}`)).length > 0,
        600_000,
      );
      const { ids, most } = await labelsOf(observed);
      expect(ids).toEqual([]);
      expect(most.values).toBeLessThan(MOST_VALUES);
      Object.assign(figures, { orders: ORDERS, most_values_of_a_label: most.values });
    } finally {
      await ledger.close();
      await observed.stop();
      await system.stop();
    }
  }, 1_500_000);
});

describe('npm run observe', () => {
  let clone: Clone;

  beforeAll(() => {
    clone = makeClone();
  });
  afterAll(async () => {
    await clone.stop();
    clone.remove();
  }, 300_000);

  it('says in a line that nothing runs', async () => {
    const { code, said } = await clone.run('npm run -s observe');
    expect([code, said.trim()]).toEqual([
      1,
      'npm start does not run here: start it in another terminal, then this again.',
    ]);
  }, 300_000);

  it('looks at what npm start runs, refuses to do so twice, and leaves nothing behind', async () => {
    await clone.start();
    const child = spawn(process.execPath, ['infra/observe.mjs'], {
      cwd: clone.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await until(
      () => `it looks: ${said}`,
      () => {
        if (child.exitCode !== null) throw new Error(`it ended: ${said}`);
        return said.includes('It looks until Ctrl-C');
      },
      300_000,
    );
    const [prometheus = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
    await until('it scrapes', async () => {
      const { data } = (await (
        await fetch(`${prometheus}/api/v1/query?query=${encodeURIComponent('count(up == 1) >= 13')}`)
      ).json()) as { data: { result: unknown[] } };
      return data.result.length > 0;
    });
    expect((await clone.run('npm run -s observe')).said).toMatch(/npm run observe runs here already \(process \d+\)/);
    const gone = once(child, 'exit');
    child.kill('SIGINT');
    expect(await gone).toEqual([0, null]);
    await expect(fetch(prometheus)).rejects.toThrow();
    expect((await clone.run(`pgrep -f '${clone.folder}/.data/[o]bserve' || true`)).said).toBe('');
  }, 900_000);

  it('beside it the commands of every runbook run as they stand', async () => {
    const failed: string[] = [];
    const folder = join(ROOT, 'docs/runbooks');
    const blocks = readdirSync(folder).flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text = '']) => text),
    );
    const commands = new Set(blocks.flatMap((text) => text.trim().split('\n')));
    expect(commands.size).toBeGreaterThan(25);
    for (const command of commands) {
      // The ports of the clone are its own.
      const here = PROCESSES.reduce(
        (text, { name, adminPort }) => text.replaceAll(`:${adminPort}/`, `:${clone.process(name).adminPort}/`),
        command,
      );
      const { code, said } = await clone.run(here);
      // 1: something needs a look, or a search found nothing.
      if ((code !== 0 && code !== 1) || /not found|no such file|unknown option|is not a/i.test(said))
        failed.push(`${command}: ${code} ${said.slice(-300)}`);
    }
    expect(failed).toEqual([]);
    figures.runbook_commands = commands.size;
  }, 900_000);
});
