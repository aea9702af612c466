import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ALWAYS_THERE } from '@order-ledger/observability/alerts/processes';
import { generatedFiles } from '@order-ledger/observability/files';
import { FOLDER } from '@order-ledger/observability/slo';
import { CASES, type Case } from './support/alert-cases.ts';
import { ALERTS, failuresOf } from './support/promtool-file.ts';
import { promtool } from './support/tools.ts';

const inFolder = (folder: string): string[] =>
  readdirSync(join(FOLDER, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(FOLDER, folder).length + 1))
    .sort();

describe('what is generated', () => {
  it('stands in the tree as the sources make it; `npm run docs` writes it', () => {
    const files = generatedFiles();
    expect(inFolder('generated')).toEqual(Object.keys(files).sort());
    for (const [path, text] of Object.entries(files))
      expect([path, readFileSync(join(FOLDER, 'generated', path), 'utf8')]).toEqual([path, text]);
  });

  it('is what Prometheus reads as rules', () => {
    const rules = inFolder('generated/rules').map((file) => join(FOLDER, 'generated/rules', file));
    const { code, said } = promtool('check', 'rules', '--lint-fatal', ...rules);
    expect([code, said]).toEqual([0, expect.stringMatching(/SUCCESS/)]);
  });
});

/** Of each expected service that is scraped and gives nothing, or is not scraped. */
const silences: Case[] = Object.entries(ALWAYS_THERE).flatMap(([metric, service]) => {
  const up = { [`up{service="${service}"}`]: '1+0x30' };
  const labels = { metric, service };
  return [
    { alert: 'TelemetryMissing', labels, fires: true, when: `${service} gives no ${metric}`, series: up },
    {
      ...{ alert: 'TelemetryMissing', labels, fires: false, when: `${service} gives ${metric}` },
      series: { ...up, [`${metric}{service="${service}"}`]: '0+0x30' },
    },
    {
      ...{ alert: 'TelemetryMissing', labels, fires: false, when: `${service} is down, which is told by itself` },
      series: { [`up{service="${service}"}`]: '0+0x30' },
    },
  ];
});
const SERVICES = ALERTS.filter(({ alert }) => alert === 'ServiceMissing').map(({ labels }) => labels?.service ?? '');
const absences: Case[] = SERVICES.flatMap((service) => {
  const about = { alert: 'ServiceMissing', labels: { service } };
  return [
    { ...about, fires: true, when: 'nothing is scraped', series: {} },
    { ...about, fires: false, when: `${service} is scraped`, series: { [`up{service="${service}"}`]: '1+0x30' } },
  ];
});

describe('the alerts [L2] [Q2]', () => {
  const cases = [...CASES, ...silences, ...absences];

  it('fire and stay silent as each situation asks', () => {
    expect(cases.length).toBeGreaterThan(150);
    expect(failuresOf(cases)).toBe('');
  });

  it('each have a situation in which they fire, and one in which they are silent', () => {
    const burns = (alert: string) => alert.endsWith('BurnBudget');
    const without = (fires: boolean) =>
      ALERTS.map(({ alert }) => alert)
        .filter((alert) => !burns(alert) && (fires || alert !== 'Watchdog'))
        .filter((alert) => !cases.some((one) => one.alert === alert && one.fires === fires));
    expect([without(true), without(false)]).toEqual([[], []]);
  });

  it('are named by every situation as they are', () => {
    const known = new Set(ALERTS.map(({ alert }) => alert));
    expect(cases.map(({ alert }) => alert).filter((alert) => !known.has(alert))).toEqual([]);
  });

  it('make a situation fail that comes out otherwise', () => {
    const [first] = CASES;
    if (first === undefined) throw new Error('there is none');
    expect(failuresOf([{ ...first, fires: !first.fires }])).toContain('TargetDown');
  });
});
