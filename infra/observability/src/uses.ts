import { DASHBOARDS } from './dashboards/dashboards.ts';
import { isAlert } from './rule.ts';
import { allRules } from './rules.ts';
import { readObjectives } from './slo.ts';

/** An expression, and who asks it. */
export interface Use {
  by: string;
  expr: string;
}

/** A recording is named by what is made of it. */
const ofRules = (): Use[] =>
  allRules(readObjectives()).map((rule) => ({
    by: isAlert(rule) ? rule.alert : rule.labels?.slo === undefined ? rule.record : `objective ${rule.labels.slo}`,
    expr: rule.expr,
  }));

const ofDashboards = (): Use[] =>
  DASHBOARDS.flatMap(({ title, rows }) =>
    rows.flatMap(({ panels }) => panels.flatMap(({ asks }) => asks.map(({ expr }) => ({ by: `*${title}*`, expr })))),
  );

export const allUses = (): Use[] => [...ofRules(), ...ofDashboards()];

/** Words of PromQL that are no metric. */
const WORDS = new Set(
  (
    'abs absent and bool by changes clamp_min count histogram_quantile increase label_replace max max_over_time min on or ' +
    'rate sum sum_over_time time timestamp unless vector'
  ).split(' '),
);

/** Names of series in an expression: what stands in braces, brackets, quotes and behind `by` or `on` is none. */
export const seriesIn = (expr: string): string[] => [
  ...new Set(
    [
      ...expr
        .replaceAll(/"[^"]*"/g, '""')
        .replaceAll(/\{[^}]*\}/g, ' ')
        .replaceAll(/\[[^\]]*\]/g, ' ')
        .replaceAll(/\b(by|on)\s*\([^)]*\)/g, ' ')
        .matchAll(/(?<![\w:.])[a-zA-Z_:][\w:]*/g),
    ]
      .map(([name]) => name)
      .filter((name) => !WORDS.has(name)),
  ),
];

/** Recordings have a colon in their names. */
export const isRecorded = (series: string): boolean => series.includes(':');

/** The metric whose series it is: a histogram has three kinds. */
export const metricOf = (series: string, isHistogram: (name: string) => boolean): string => {
  const base = series.replace(/_(bucket|count|sum)$/, '');
  return base !== series && isHistogram(base) ? base : series;
};
