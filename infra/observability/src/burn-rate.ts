import type { Alert, Group, Recording } from './rule.ts';
import { type Burn, type Objective, type Objectives, secondsOf } from './slo.ts';

/**
 * Longer windows are sums of what is recorded every half minute: over days of raw series each evaluation would read all
 * of them. Sums of events, not averages of ratios, so that a quiet hour weighs what it had.
 */
const RAW_UP_TO_S = 3_600;
const EVERY_S = 30;

const ratio = (objective: string, window: string): string => `slo:bad_ratio:${window}{slo="${objective}"}`;
const labelled = ({ name }: Objective) => ({ labels: { slo: name } });

const withLabel = (selector: string, label: string): string =>
  selector.endsWith('}') ? `${selector.slice(0, -1)},${label}}` : `${selector}{${label}}`;

/** Of each part: a metric, and which of its series are the good or the bad ones. */
const increases = ({ lanes, ...objective }: Objective, what: 'marked' | 'all', window: string): string => {
  const marked = objective.good ?? objective.bad ?? '';
  const parts =
    lanes === undefined
      ? [what === 'all' ? objective.all : marked]
      : Object.entries(lanes).map(([lane, seconds]) =>
          withLabel(
            what === 'all' ? objective.all : marked,
            what === 'all' ? `lane="${lane}"` : `lane="${lane}",le="${seconds}"`,
          ),
        );
  const sums = parts.map((part) => `sum(increase(${part}[${window}]))`);
  // A lane in which nothing was calculated has no series.
  return sums.length === 1 ? (sums[0] ?? '') : sums.map((sum) => `(${sum} or vector(0))`).join(' + ');
};

const badOf = (objective: Objective, window: string): string => {
  const marked = increases(objective, 'marked', window);
  if (objective.good !== undefined) return `(${increases(objective, 'all', window)}) - (${marked})`;
  // Where nothing has ever failed there is no series of failures.
  return `${marked} or 0 * ${increases(objective, 'all', window)}`;
};

const isRaw = (window: string): boolean => secondsOf(window) <= RAW_UP_TO_S;

const windowsOf = ({ burn }: Objectives): string[] =>
  [...new Set(['5m', ...burn.flatMap(({ long, short }) => [short, long])])].sort((a, b) => secondsOf(a) - secondsOf(b));

// Each sample of the last five minutes, taken every half minute: an event is in ten of them.
const summed = (record: string, { name }: Objective, window: string): string =>
  `sum_over_time(${record}{slo="${name}"}[${window}]) / ${300 / EVERY_S}`;

/** Without events there is no share: then it is absent, which no comparison passes. */
const shareOf = (bad: string, events: string): string => `(${bad}) / ((${events}) > 0)`;

const recordingsOf = (objective: Objective, windows: readonly string[]): Recording[] => {
  const named = labelled(objective);
  return [
    { record: 'slo:bad:5m', expr: badOf(objective, '5m'), ...named },
    { record: 'slo:events:5m', expr: increases(objective, 'all', '5m'), ...named },
    ...windows.flatMap((window): Recording[] => {
      const events = isRaw(window) ? increases(objective, 'all', window) : summed('slo:events:5m', objective, window);
      const bad = isRaw(window) ? badOf(objective, window) : summed('slo:bad:5m', objective, window);
      return [
        ...(window === '5m' ? [] : [{ record: `slo:events:${window}`, expr: events, ...named }]),
        { record: `slo:bad_ratio:${window}`, expr: shareOf(bad, events), ...named },
      ];
    }),
  ];
};

const allowanceOf = ({ percent }: Objective): number => Number((1 - percent / 100).toFixed(6));

/** As short as it can be said exactly. */
const decimal = (value: number): string => String(Number(value.toPrecision(12)));

const alertOf = (objective: Objective, { rate, long, short, severity }: Burn): Alert => {
  const threshold = decimal(rate * allowanceOf(objective));
  return {
    alert: objective.alert,
    expr: [
      `${ratio(objective.name, long)} > ${threshold}`,
      `and on (slo) ${ratio(objective.name, short)} > ${threshold}`,
      `and on (slo) slo:events:${long}{slo="${objective.name}"} >= ${objective.floor}`,
    ].join('\n'),
    severity,
    // Which of the windows it was is half of the diagnosis.
    labels: { slo: objective.name, window: long },
    summary: `${objective.percent} % ${objective.promise}; now {{ $value | humanizePercentage }} of the last ${long} are not`,
    runbook: `slo-${objective.name}`,
  };
};

/** Recordings and alerts of each objective. */
export const burnRateGroups = (all: Objectives): Group[] =>
  all.objectives.map((objective) => ({
    name: `slo-${objective.name}`,
    interval: `${EVERY_S}s`,
    rules: [
      ...recordingsOf(objective, windowsOf(all)),
      ...all.burn.map((burn) => alertOf(objective, burn)),
      {
        alert: 'ObjectiveUnsound',
        expr: `${ratio(objective.name, '1h')} < -0.01 or ${ratio(objective.name, '1h')} > 1.01`,
        for: '10m',
        severity: 'ticket',
        labels: { slo: objective.name },
        summary: `More of ${objective.name} are good than there are, or more are bad: one of its metrics is wrong`,
        runbook: 'telemetry-missing',
      },
    ],
  }));

/** What of the window's allowance is left: 1 all, 0 nothing, below that broken. It is read seldom, and reads a month. */
export const budgetGroup = ({ objectives, window }: Objectives): Group => ({
  name: 'slo-budget',
  interval: '5m',
  rules: objectives.map((objective) => ({
    record: 'slo:budget_left:ratio',
    expr: `1 - ${shareOf(summed('slo:bad:5m', objective, window), summed('slo:events:5m', objective, window))} / ${decimal(allowanceOf(objective))}`,
    ...labelled(objective),
  })),
});

/** The share of orders within the target of each lead time, over a week. */
export const leadTimeGroup = ({ lead_time_targets }: Objectives): Group => ({
  name: 'lead-times',
  interval: '1m',
  rules: Object.entries(lead_time_targets).map(([lead_time, seconds]) => ({
    record: 'order:lead_time_within_target:7d',
    expr: `sum(increase(order_lead_time_seconds_bucket{lead_time="${lead_time}",le="${seconds}"}[7d])) / (sum(increase(order_lead_time_seconds_count{lead_time="${lead_time}"}[7d])) > 0)`,
    labels: { lead_time },
  })),
});
