import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { alertmanagerConfig, alertmanagerYaml } from '@order-ledger/observability/alertmanager';
import { FOLDER } from '@order-ledger/observability/slo';
import { ALERTS } from './support/promtool-file.ts';
import { amtool } from './support/tools.ts';

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

/** As Alertmanager compares a label: absent is empty, and an expression stands for the whole value. */
const matches = (matchers: readonly string[], labels: Readonly<Record<string, string>>): boolean =>
  matchers.every((matcher) => {
    const [, name = '', operator = '', quoted = ''] = /^(\w+) (=~|!=|=) (.*)$/.exec(matcher) ?? [];
    const [value, found] = [quoted.replaceAll('"', ''), labels[name] ?? ''];
    if (operator === '=~') return new RegExp(`^(?:${value})$`).test(found);
    return operator === '=' ? found === value : found !== value;
  });

const keepsBack = (source: Readonly<Record<string, string>>, target: Readonly<Record<string, string>>): boolean =>
  alertmanagerConfig().inhibit_rules.some(
    ({
      source_matchers,
      target_matchers,
      equal = [],
    }: {
      source_matchers: string[];
      target_matchers: string[];
      equal?: string[];
    }) =>
      matches(source_matchers, source) &&
      matches(target_matchers, target) &&
      equal.every((name) => source[name] === target[name]),
  );

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

describe('what is kept back', () => {
  const page = { severity: 'page', slo: 'commands', window: '1h', alertname: 'CommandsBurnBudget' };

  it('is the slower burn of the same objective, never that of another', () => {
    expect(keepsBack(page, { ...page, severity: 'ticket', window: '3d' })).toBe(true);
    expect(keepsBack(page, { ...page, window: '6h' })).toBe(true);
    expect(keepsBack(page, { ...page, severity: 'ticket', window: '3d', slo: 'lists' })).toBe(false);
    expect(keepsBack({ ...page, window: '6h' }, page)).toBe(false);
  });

  it('is what a process that is down must fail, never what another fails, nor what callers feel', () => {
    const down = { alertname: 'TargetDown', severity: 'page', service: 'bridge' };
    expect(keepsBack(down, { alertname: 'NotReady', severity: 'page', service: 'bridge' })).toBe(true);
    expect(keepsBack(down, { alertname: 'TelemetryMissing', severity: 'ticket', service: 'bridge' })).toBe(true);
    expect(keepsBack(down, { alertname: 'NotReady', severity: 'page', service: 'projector' })).toBe(false);
    for (const felt of [
      'RequestsFail',
      'ProjectionLags',
      'DeadLetters',
      'PricingStandsStill',
      'BridgeStalls',
      'OrdersStuck',
    ])
      expect([felt, keepsBack(down, { alertname: felt, severity: 'page', service: 'bridge' })]).toEqual([felt, false]);
  });

  it('is nothing by an alert that no source names', () => {
    const of = (service: string) => (one: (typeof ALERTS)[number]) => ({ service, queue: 'q', ...labelsOf(one) });
    const sources = ALERTS.filter((one) => {
      const source = of('bridge')(one);
      return ALERTS.some((other) => one !== other && keepsBack(source, of(source.service)(other)));
    });
    expect(new Set(sources.map(({ alert }) => alert))).toEqual(
      new Set([
        'CommandsBurnBudget',
        'ListsBurnBudget',
        'PricesBurnBudget',
        'EventsBurnBudget',
        'LedgerDiverged',
        'ServiceMissing',
        'TargetDown',
        'ServerDown',
        'QueueNearlyFull',
      ]),
    );
  });
});
