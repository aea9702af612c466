import { RULES } from '@order-ledger/domain/graph';
import { isWell, type Percentiles, type Summary } from './summary.ts';

const SHOWN_MISMATCHES = 40;

const duration = (ms: number | null): string => {
  if (ms === null) return '–';
  return ms < 1_000 ? `${ms} ms` : ms < 120_000 ? `${(ms / 1_000).toFixed(1)} s` : `${(ms / 60_000).toFixed(1)} min`;
};

const counts = (table: Record<string, number>): string =>
  Object.entries(table)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

const STORED = { held_from: 'where it was held', error_from: 'where it failed', return_from: 'where it was' };

const ruleLines = ({ rules }: Summary): string[] =>
  RULES.map(({ id, from, to, command }) => {
    const source = from.length > 2 ? `${from.length} statuses` : from.map((status) => status ?? '∅').join(', ');
    const target = typeof to === 'string' ? to : STORED[to.stored];
    return `  ${String(rules[id] ?? 0).padStart(5)}  ${id}  ${command.padEnd(24)} ${source} → ${target}`;
  });

const factLines = ({ facts }: Summary): string[] =>
  Object.entries(facts).map(([type, count]) => `  ${String(count).padStart(5)}  ${type}`);

const leadTimeLines = ({ lead_times }: Summary): string[] =>
  Object.entries(lead_times).map(
    ([name, { count, p50_ms, p95_ms }]: [string, Percentiles]) =>
      `  ${name.padEnd(26)} ${String(count).padStart(4)} orders   p50 ${duration(p50_ms).padStart(9)}   p95 ${duration(p95_ms).padStart(9)}`,
  );

const troubleLines = ({ failures, mismatches }: Summary): string[] => {
  const shown = mismatches.slice(0, SHOWN_MISMATCHES);
  return [
    ...failures.map((failure) => `  ✗ ${failure}`),
    ...shown.map(
      ({ order_id, life, between, what, expected, found }) =>
        `  ✗ ${order_id} (${life}), ${between}: ${what}: expected ${expected}, found ${found}`,
    ),
    ...(mismatches.length > shown.length ? [`  … and ${mismatches.length - shown.length} more mismatches`] : []),
  ];
};

/** The summary for people. */
export const summaryText = (summary: Summary): string =>
  [
    '',
    `Rules: ${summary.rules_walked} of ${RULES.length} walked`,
    ...ruleLines(summary),
    '',
    `Facts: ${summary.facts_walked} of ${Object.keys(summary.facts).length} walked (and ${summary.claims_renewed} claims renewed, which leaves no event)`,
    ...factLines(summary),
    '',
    'Lead times, by the ledger',
    ...leadTimeLines(summary),
    '',
    `Orders              ${summary.orders} in ${summary.seconds.toFixed(1)} s, ${summary.requests} requests`,
    `By status           ${counts(summary.by_status)}`,
    `Refusals            ${counts(summary.refused)}`,
    `Duplicates answered ${summary.duplicates_answered}`,
    `Claims              ${summary.claims_won} won, ${summary.claims_lost} lost`,
    `Requests repeated   ${counts(summary.requests_repeated)}`,
    `Lag of the reads    p50 ${duration(summary.projection_lag_ms_p50)}, p99 ${duration(summary.projection_lag_ms_p99)} from the record to the stream of events`,
    `  as they state it  p50 ${duration(summary.stated_lag_ms_p50)}, p99 ${duration(summary.stated_lag_ms_p99)} at most`,
    '',
    ...(isWell(summary)
      ? ['All is well: what was answered, the ledger and the read side agree, and every order went its way.']
      : [
          `${summary.failures.length} expectations failed, ${summary.mismatches.length} mismatches`,
          ...troubleLines(summary),
        ]),
    '',
  ].join('\n');
