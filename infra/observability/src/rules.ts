import { stringify } from 'yaml';
import { ledgerAlerts } from './alerts/ledger.ts';
import { orderAlerts } from './alerts/orders.ts';
import { processAlerts } from './alerts/processes.ts';
import { queueAlerts } from './alerts/queues.ts';
import { readSideAlerts } from './alerts/read-side.ts';
import { budgetGroup, burnRateGroups, leadTimeGroup } from './burn-rate.ts';
import { type Group, isAlert, type Rule } from './rule.ts';
import { type Objectives, secondsOf } from './slo.ts';

/** Every group of rules, by the file that it is in. */
export const ruleFiles = (objectives: Objectives): Readonly<Record<string, readonly Group[]>> => ({
  'slo.yml': [...burnRateGroups(objectives), budgetGroup(objectives), leadTimeGroup(objectives)],
  'alerts.yml': [processAlerts, ledgerAlerts, readSideAlerts, queueAlerts, orderAlerts],
});

export const allRules = (objectives: Objectives): Rule[] =>
  Object.values(ruleFiles(objectives)).flatMap((groups) => groups.flatMap(({ rules }) => rules));

const RUNBOOKS = 'docs/runbooks';
export const runbookFile = (runbook: string): string => `${RUNBOOKS}/${runbook}.md`;

export interface Hurry {
  /** By how much what takes minutes is shortened, for a test against a running system; 1 if absent. */
  times?: number;
}

const shortened = (duration: string, times: number): string => `${Math.ceil(secondsOf(duration) / times)}s`;

/** The windows that only an alert names, not the recordings behind it. */
const inAHurry = (expr: string, times: number): string =>
  times === 1 ? expr : expr.replaceAll(/\[(\d+[mhd])\]/g, (_, window) => `[${shortened(window, times)}]`);

const written = (rule: Rule, times: number): object => {
  if (!isAlert(rule)) return rule;
  const { alert, expr, for: lasting, severity, labels, summary, runbook } = rule;
  return {
    alert,
    expr: inAHurry(expr, times),
    ...(lasting === undefined ? {} : { for: times === 1 ? lasting : shortened(lasting, times) }),
    labels: { severity, ...labels },
    annotations: { summary, runbook: runbookFile(runbook) },
  };
};

const HEAD = '# Made by `npm run docs` from slo.yaml and src/alerts: change those.\n';

/** A file of rules as Prometheus reads it. */
export const rulesYaml = (groups: readonly Group[], { times = 1 }: Hurry = {}): string =>
  HEAD +
  stringify(
    {
      groups: groups.map(({ name, interval, rules }) => ({
        name,
        ...(interval === undefined ? {} : { interval: times === 1 ? interval : shortened(interval, times) }),
        rules: rules.map((rule) => written(rule, times)),
      })),
    },
    { lineWidth: 0 },
  );
