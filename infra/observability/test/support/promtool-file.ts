import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Group, isAlert, type Rule } from '@order-ledger/observability/rule';
import { allRules, ruleFiles, rulesYaml, runbookFile } from '@order-ledger/observability/rules';
import { readObjectives } from '@order-ledger/observability/slo';
import { stringify } from 'yaml';
import type { Case } from './alert-cases.ts';
import { promtool } from './tools.ts';

/** What Prometheus would show with these series: an expression and how many results it has. */
const question = ({ alert, labels = {}, fires }: Case, minute: number) => {
  const selector = Object.entries({ alertname: alert, alertstate: 'firing', ...labels })
    .map(([name, value]) => `${name}="${value}"`)
    .join(',');
  return {
    expr: `count(ALERTS{${selector}}) > bool 0 or vector(0)`,
    eval_time: `${minute}m`,
    exp_samples: [{ labels: '{}', value: fires ? 1 : 0 }],
  };
};

const AT = 25;

const GROUPS = Object.values(ruleFiles(readObjectives())).flat();

/** What an alert stands on: for an objective its recordings, for all others nothing but themselves. */
const rulesFor = ({ alert, labels }: Case): Group | undefined => {
  const homes = GROUPS.filter(({ rules }) => rules.some((rule) => isAlert(rule) && rule.alert === alert));
  const home = homes.length > 1 ? homes.find(({ name }) => name === `slo-${labels?.slo}`) : homes[0];
  if (home === undefined || home.rules.some((rule) => !isAlert(rule))) return home;
  return { ...home, rules: home.rules.filter((rule) => isAlert(rule) && rule.alert === alert) };
};

const byRules = (cases: readonly Case[]): [Group, Case[]][] => {
  const found = new Map<string, [Group, Case[]]>();
  for (const one of cases) {
    const rules = rulesFor(one);
    if (rules === undefined) throw new Error(`no rule is named ${one.alert}, or it is not said of which objective`);
    const key = JSON.stringify(rules);
    found.set(key, [rules, [...(found.get(key)?.[1] ?? []), one]]);
  }
  return [...found.values()];
};

/** Runs cases against the rules; empty where all come out as they say, or what promtool says. */
export const failuresOf = (cases: readonly Case[], everyMinutes = 1): string => {
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-rules-'));
  try {
    return byRules(cases)
      .map(([group, its]) => {
        writeFileSync(join(folder, 'rules.yml'), rulesYaml([group]));
        const file = join(folder, 'cases.yml');
        writeFileSync(
          file,
          stringify(
            {
              rule_files: ['rules.yml'],
              evaluation_interval: `${everyMinutes}m`,
              tests: its.map((one) => ({
                name: `${one.alert} ${one.fires ? 'fires' : 'is silent'}: ${one.when}`,
                interval: '1m',
                input_series: Object.entries(one.series).map(([series, values]) => ({ series, values })),
                promql_expr_test: [question(one, one.at ?? AT)],
              })),
            },
            { lineWidth: 0 },
          ),
        );
        const { code, said } = promtool('test', 'rules', file);
        return code === 0 ? '' : said;
      })
      .join('');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export const RULES: readonly Rule[] = allRules(readObjectives());
export const ALERTS = RULES.filter(isAlert);
export const runbooksOf = (): string[] => [...new Set(ALERTS.map(({ runbook }) => runbookFile(runbook)))];
