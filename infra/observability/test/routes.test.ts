import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensurePrograms } from '@order-ledger/local/packages';
import { alertmanagerConfig, alertmanagerYaml } from '@order-ledger/observability/alertmanager';
import { type RunningObserver, runObserver } from '@order-ledger/observability/observers';
import { FOLDER } from '@order-ledger/observability/slo';
import { until } from '@order-ledger/testing/waiting';
import { ALERTS } from './support/promtool-file.ts';
import { amtool, UNPACKED } from './support/tools.ts';

const CONFIG = join(FOLDER, 'generated/alertmanager.yml');

const labelsOf = ({ alert, severity, labels }: (typeof ALERTS)[number]): Record<string, string> => ({
  alertname: alert,
  severity,
  ...labels,
});

const receiverOf = (labels: Readonly<Record<string, string>>): string =>
  amtool(
    'config',
    'routes',
    'test',
    `--config.file=${CONFIG}`,
    ...Object.entries(labels).map(([name, value]) => `${name}=${value}`),
  ).printed.trim();

describe('the routes', () => {
  it('are what Alertmanager reads, with addresses and without', () => {
    const folder = mkdtempSync(join(tmpdir(), 'order-ledger-routes-'));
    try {
      const url = 'http://127.0.0.1:1/alerts';
      writeFileSync(join(folder, 'all.yml'), alertmanagerYaml({ page: url, ticket: url, watchdog: url }));
      for (const file of [CONFIG, join(folder, 'all.yml')])
        expect(amtool('check-config', file)).toMatchObject({ code: 0, said: expect.stringContaining('SUCCESS') });
      writeFileSync(join(folder, 'broken.yml'), alertmanagerYaml().replace('receiver: page', 'receiver: nobody'));
      expect(amtool('check-config', join(folder, 'broken.yml')).code).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('lead each alert to who is told: pages at once, tickets to the day, the watchdog to its keeper', () => {
    for (const severity of ['page', 'ticket'] as const) {
      const one = ALERTS.find((alert) => alert.severity === severity);
      if (one === undefined) throw new Error(`no alert is a ${severity}`);
      expect(receiverOf(labelsOf(one))).toBe(severity);
    }
    expect(receiverOf({ alertname: 'Watchdog', severity: 'none' })).toBe('watchdog');
    // Of no severity that is known: somebody looks at it.
    expect(receiverOf({ alertname: 'Other', severity: 'unheard-of' })).toBe('ticket');
    expect(new Set(ALERTS.map(({ severity }) => severity))).toEqual(new Set(['page', 'ticket', 'none']));
  });

  it('tell of a dead letter within a minute: gathered for seconds only [E11]', () => {
    const { routes } = alertmanagerConfig().route;
    expect(routes.find(({ receiver }) => receiver === 'page')?.group_wait).toBe('5s');
  });
});

/** What a running Alertmanager keeps back of alerts that fire together. */
describe('what is kept back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-alertmanager-'));
  let alertmanager: RunningObserver;

  beforeAll(async () => {
    const program = ensurePrograms(['alertmanager'], UNPACKED, () => undefined).alertmanager;
    alertmanager = await runObserver({
      ...{ name: 'alertmanager', program, folder, page: '/-/ready', report: () => undefined },
      args: (port) => [
        `--config.file=${CONFIG}`,
        `--storage.path=${folder}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--cluster.listen-address=',
      ],
    });
  }, 300_000);
  afterAll(async () => {
    await alertmanager?.stop();
    rmSync(folder, { recursive: true });
  });

  type Labels = Readonly<Record<string, string>>;
  const post = async (all: readonly Labels[], endsAt: Date): Promise<void> => {
    const { status } = await fetch(`${alertmanager.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(all.map((labels) => ({ labels, startsAt: new Date(0), endsAt }))),
    });
    expect(status).toBe(200);
  };
  /** Of these, which are kept back, once `kept` are. */
  const keptBack = async (all: readonly Labels[], kept: readonly Labels[]): Promise<void> => {
    await post(all, new Date(Date.now() + 600_000));
    const suppressed = async (): Promise<Labels[]> => {
      const shown = (await (await fetch(`${alertmanager.url}/api/v2/alerts`)).json()) as {
        labels: Labels;
        status: { state: string };
      }[];
      return shown.filter(({ status }) => status.state === 'suppressed').map(({ labels }) => labels);
    };
    await until('they are kept back', async () => (await suppressed()).length >= kept.length);
    expect(await suppressed()).toEqual(expect.arrayContaining([...kept]));
    expect(await suppressed()).toHaveLength(kept.length);
    await post(all, new Date());
  };

  it('is the slower burn of the same objective, never that of another', async () => {
    const fast = { alertname: 'CommandsBurnBudget', severity: 'page', slo: 'commands', window: '1h' };
    const same = [
      { ...fast, window: '6h' },
      { ...fast, severity: 'ticket', window: '3d' },
    ];
    const other = { alertname: 'ListsBurnBudget', severity: 'ticket', slo: 'lists', window: '3d' };
    await keptBack([fast, ...same, other], same);
  });

  it('is what a process that is down must fail, never what another fails, nor what callers feel', async () => {
    const of = (alertname: string, service = 'bridge') => ({ alertname, service, severity: 'page' });
    const follows = [of('NotReady'), of('TelemetryMissing'), of('EventLoopHeld')];
    const felt = ['RequestsFail', 'ProjectionLags', 'DeadLetters', 'PricingStandsStill', 'BridgeStalls', 'OrdersStuck'];
    await keptBack(
      [of('TargetDown'), ...follows, of('NotReady', 'projector'), ...felt.map((name) => of(name))],
      follows,
    );
  });

  it('is what stands because the ledger is another one, and a queue that is deep where one is nearly full', async () => {
    const stands = { alertname: 'FollowerStands', follower: 'turns@1', severity: 'page' };
    const deep = { alertname: 'QueueDeep', queue: 'pricing.intake.v1', severity: 'ticket' };
    await keptBack(
      [
        { alertname: 'LedgerDiverged', service: 'bridge', severity: 'page' },
        { alertname: 'QueueNearlyFull', queue: deep.queue, severity: 'page' },
        { ...deep, queue: 'manufacturing.plan.v1' },
        ...[stands, deep],
      ],
      [stands, deep],
    );
  });
});
