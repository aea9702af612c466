import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROCESSES } from '@order-ledger/local/processes';
import { SERVERS } from '@order-ledger/observability/alerts/processes';
import { allRules } from '@order-ledger/observability/rules';
import { readObjectives } from '@order-ledger/observability/slo';
import { allUses, isRecorded, seriesIn } from '@order-ledger/observability/uses';
import { until } from '@order-ledger/testing/waiting';
import { connect } from 'amqplib';
import type { PrivateSystem } from '../src/private-system.ts';
import { labelsOf, MOST_VALUES, type Observed, observe } from './support/observed.ts';
import { sharedSystem } from './support/shared-system.ts';

/** Debian's packages may have to be fetched. */
const START_LIMIT_MS = 900_000;

interface Group {
  /** Seconds. */
  interval: number;
  rules: readonly { name: string; health: 'ok' | 'err' | 'unknown'; lastError?: string }[];
}

let system: PrivateSystem;
let observed: Observed;

beforeAll(async () => {
  system = await sharedSystem();
  observed = await observe(system, { every: 2 });
}, START_LIMIT_MS);

afterAll(async () => observed?.stop(), 60_000);

/** The page of a process as it is scraped. */
const pageOf = async (url: string): Promise<string> => (await fetch(url)).text();

describe('what looks at the system', () => {
  it('sees every process and every server', async () => {
    const services = [...PROCESSES.map(({ name }) => name), ...SERVERS].sort();
    await until('all are scraped', async () => {
      const up = await observed.ask('min by (service) (up) == 1');
      return services.every((service) => up.some(({ metric }) => metric.service === service));
    });
    expect((await observed.ask('up == 0')).map(({ metric }) => metric)).toEqual([]);
    expect((await observed.ask('pg_up + on () redis_up')).map(({ value }) => value[1])).toEqual(['2']);
  }, 120_000);

  it('has every rule loaded, and none that fails', async () => {
    const rules = await until('the rules were evaluated', async () => {
      const { groups } = await observed.get<{ groups: Group[] }>('rules');
      // What is recorded every few minutes is as well where the others are.
      const often = groups.filter(({ interval }) => interval <= 30).flatMap((group) => group.rules);
      return often.every(({ health }) => health !== 'unknown') && groups.flatMap((group) => group.rules);
    });
    expect(rules).toHaveLength(allRules(readObjectives()).length);
    expect(rules.filter(({ health }) => health === 'err')).toEqual([]);
  }, 120_000);

  it('finds every metric that a rule or a panel asks for, under these names and with these labels [L1]', async () => {
    const own = await Promise.all([
      ...PROCESSES.map(({ name }) => pageOf(`${system.adminUrl(name)}/metrics`)),
      ...Object.values(observed.exporters).map(pageOf),
      ...['rabbitmq', 'eventStore'].map((name) => pageOf(system.services.running[name as 'rabbitmq']?.metrics ?? '')),
      pageOf(
        (system.services.running.rabbitmq?.metrics ?? '').replace(
          '/metrics',
          '/metrics/detailed?family=queue_coarse_metrics&family=queue_consumer_count',
        ),
      ),
    ]);
    const typed = new Set(own.flatMap((page) => [...page.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name)));
    const asked = [...new Set(allUses().flatMap(({ expr }) => seriesIn(expr)))].filter(
      (series) => !isRecorded(series) && !['up', 'ALERTS'].includes(series),
    );
    expect(asked.length).toBeGreaterThan(150);
    // In OpenMetrics a counter's type stands without its ending.
    const bare = (series: string) => series.replace(/_(bucket|count|sum|total)$/, '');
    expect(asked.filter((series) => !typed.has(series) && !typed.has(bare(series)))).toEqual([]);
  }, 60_000);

  it('has no label without a bound after all these orders: no id, no person, no address [M1]', async () => {
    const { series, ids, most } = await labelsOf(observed);
    expect(series).toBeGreaterThan(2_000);
    expect(ids).toEqual([]);
    expect(most.values).toBeLessThan(MOST_VALUES);
  }, 60_000);

  it('counts what the orders have done: statuses, stages, lead times, how soon they were visible [C1] [C10]', async () => {
    // Each process tells its own at its own time; the projector was stopped since, and counts from 0 again.
    const told = (query: string) => until(query, async () => (await observed.ask(query)).length > 0, 60_000);
    const counted = (series: string) => `max_over_time(${series}[30m])`;
    await told('orders_in_status{status="CLOSED"} > 20');
    for (const stage of ['price_calculation', 'manufacturing', 'packaging'])
      await told(`${counted(`order_stage_seconds_count{stage="${stage}"}`)} > 0`);
    for (const lead of ['customer', 'internal', 'manufacturing', 'pricing', 'fulfilment'])
      await told(`${counted(`order_lead_time_seconds_count{lead_time="${lead}"}`)} > 0`);
    await told(`${counted('order_entries_total{status="CLOSED"}')} > 20`);
    await told(`${counted('event_visible_seconds_count')} > 100`);
    await told('sum(price_answer_seconds_count) > 0');
    await told('read_model_lag_seconds < 60');
  }, 120_000);

  it('tells of a message that nobody can handle within a minute [E11]', async () => {
    const connection = await connect(system.services.running.rabbitmq?.url ?? '');
    const channel = await connection.createConfirmChannel();
    const began = performance.now();
    channel.sendToQueue('pricing.intake.v1', Buffer.from('no message of ours'));
    await channel.waitForConfirms();
    await connection.close();
    const alert = await until('somebody is told', () =>
      observed.told.find(({ labels }) => labels.alertname === 'DeadLetters'),
    );
    expect(alert).toMatchObject({
      status: 'firing',
      labels: { queue: 'pricing.intake.v1.dlq', severity: 'page' },
      annotations: {
        runbook: 'docs/runbooks/dead-letters.md',
        summary: expect.stringContaining('1 messages in pricing.intake.v1.dlq'),
      },
    });
    expect(alert.at - began).toBeLessThan(60_000);
  }, 120_000);
});
