import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DASHBOARDS } from '@order-ledger/observability/dashboards/dashboards';
import { type Defined, usesByMetric } from '@order-ledger/observability/metrics-page';
import { prometheusYaml } from '@order-ledger/observability/scraping';
import { readObjectives } from '@order-ledger/observability/slo';
import { scrapedByFile } from '@order-ledger/observability/targets';
import { allUses, isRecorded, metricOf, seriesIn } from '@order-ledger/observability/uses';
import { inFile, labelsIn } from './support/expressions.ts';
import { RULES } from './support/promtool-file.ts';
import { promtool, ROOT } from './support/tools.ts';

const printed = (option: string): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/observability/write.mjs', option], {
    ...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20, env: { ...process.env, NODE_OPTIONS: '' } },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

const defined: Defined[] = JSON.parse(printed('--metrics'));
const byName = new Map(defined.map((one) => [one.name, one]));
const isHistogram = (name: string): boolean => byName.get(name)?.type === 'histogram';

describe('docs/metrics.md', () => {
  it('has the metrics as they are defined; `npm run docs` writes it', () => {
    expect(readFileSync(join(ROOT, 'docs/metrics.md'), 'utf8')).toBe(printed('--page'));
  });

  it('has none that nothing uses', () => {
    const uses = usesByMetric(defined);
    expect(defined.length).toBeGreaterThan(140);
    expect(defined.filter(({ name }) => !uses.has(name)).map(({ name }) => name)).toEqual([]);
  });

  it('has all that the sources define', () => {
    const named = spawnSync(
      'grep',
      [
        '-rhoE',
        "^ +(type: '[a-z]+', )?name: '[a-z0-9_]+'",
        'packages',
        '--include=*.ts',
        '--exclude-dir=test',
        '--exclude-dir=node_modules',
      ],
      { cwd: ROOT, encoding: 'utf8' },
    )
      .stdout.split('\n')
      .flatMap((line) => /name: '([a-z0-9_]+_(?:total|seconds|bytes))'/.exec(line)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(80);
    expect([...new Set(named)].filter((name) => !byName.has(name))).toEqual([]);
  });
});

describe('labels', () => {
  /** What Prometheus, its targets and the registry add. */
  const EVERYWHERE = ['service', 'instance', 'job', 'le', 'quantile'];

  it('of every expression are labels of its metrics', () => {
    const wrong = allUses().flatMap(({ by, expr }) =>
      labelsIn(expr).flatMap(({ series, labels }) => {
        const found = byName.get(metricOf(series, isHistogram));
        if (found === undefined) return [];
        const unknown = labels.filter((label) => ![...EVERYWHERE, ...found.labels].includes(label));
        return unknown.map((label) => `${by}: ${series} has no label ${label}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('are seen where they are wrong', () => {
    expect(labelsIn('sum by (lane) (rate(price_jobs{state="QUEUED",color="red"}[5m]))')).toEqual([
      { series: 'price_jobs', labels: ['lane', 'state', 'color'] },
    ]);
  });

  it('are bounded: none is an id, a name of a person or an address', () => {
    const unbounded = defined.filter(({ labels }) =>
      labels.some((label) => /(^|_)id$|email|phone|address|order$/.test(label)),
    );
    expect(unbounded).toEqual([]);
  });
});

describe('expressions', () => {
  const all = allUses();

  it('of dashboards and rules are PromQL', () => {
    expect(all.length).toBeGreaterThan(250);
    const { code, said } = inFile(
      all.map(({ expr }) => expr),
      (file) => promtool('check', 'rules', file),
    );
    expect([code, said]).toEqual([0, expect.stringContaining(`${all.length} rules found`)]);
    expect(inFile(['sum by (rate(up[5m])'], (file) => promtool('check', 'rules', file)).code).toBe(1);
  });

  it('ask for recordings that there are', () => {
    const recorded = new Set(RULES.flatMap((rule) => ('record' in rule ? [rule.record] : [])));
    const asked = all.flatMap(({ expr }) => seriesIn(expr)).filter(isRecorded);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !recorded.has(name))).toEqual([]);
  });

  it('compare with targets that are buckets', () => {
    const { objectives, lead_time_targets } = readObjectives();
    const lanes = objectives.flatMap(({ lanes = {} }) => Object.values(lanes));
    expect(lanes.length).toBe(3);
    const buckets = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
    for (const lane of lanes)
      expect(buckets('packages/pricing-worker/src/metrics.ts').replaceAll('_', '')).toMatch(
        new RegExp(`\\b${lane}\\b`),
      );
    const days = Object.values(lead_time_targets).map((seconds) =>
      seconds >= 86_400 ? `${seconds / 86_400} * DAY` : `${seconds / 60} * MINUTE`,
    );
    for (const day of days) expect(buckets('packages/projector/src/metrics.ts')).toContain(day);
  });
});

describe('dashboards [L1]', () => {
  it('have a name, a sentence for each panel, and letters that differ', () => {
    expect(DASHBOARDS.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['overview', 'commands', 'projections', 'pricing-and-queues', 'lead-times', 'slo']),
    );
    for (const { rows } of DASHBOARDS)
      for (const { panels } of rows) {
        expect(panels.length).toBeGreaterThan(0);
        expect(panels.filter(({ says, title }) => says === '' || title === '')).toEqual([]);
      }
  });
});

it('what Prometheus is told at the start is a configuration', () => {
  const yaml = prometheusYaml({
    scraped: scrapedByFile('/nowhere'),
    ruleFiles: [],
    alertmanager: { static_configs: [{ targets: ['127.0.0.1:1'] }] },
    every: 10,
  });
  const check = (text: string) => inFile(text, (file) => promtool('check', 'config', file));
  expect(check(yaml)).toMatchObject({ code: 0, said: expect.stringContaining('SUCCESS') });
  expect(check(yaml.replace('scrape_interval', 'scrape_intervall')).code).toBe(1);
});
