import { LEAD_TIMES, type LeadTimeName, leadTimeMs } from '@order-ledger/domain/durations';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { visitsOf } from '@order-ledger/domain/visits';
import type { ReadBack } from './await-read-side.ts';
import type { Mismatch } from './mismatch.ts';
import type { OrderRecord } from './record.ts';
import { LIVES } from './scenario/lives.ts';
import { addWalked, missing, nothingWalked } from './walked.ts';

export interface Percentiles {
  count: number;
  p50_ms: number | null;
  p95_ms: number | null;
}

/** What a run came to; `--json` prints it as one object. */
export interface Summary {
  run: string;
  orders: number;
  seconds: number;
  requests: number;
  /** Requests that were sent again because of a limit, an outage or a broken connection, by reason. */
  requests_repeated: Record<string, number>;
  by_status: Record<string, number>;
  by_life: Record<string, number>;
  /** How many different rules and facts were walked, and how often each. */
  rules_walked: number;
  facts_walked: number;
  rules: Record<string, number>;
  facts: Record<string, number>;
  lead_times: Record<LeadTimeName, Percentiles>;
  /** Refused commands by the problem's code; `refused_illegal` are those that the graph has no way for. */
  refused: Record<string, number>;
  refused_illegal: number;
  /** Repetitions that were answered with the first answer. */
  duplicates_answered: number;
  claims_won: number;
  claims_lost: number;
  claims_renewed: number;
  /** From an event's record in the ledger until the read side's stream had told it; null where it told none. */
  projection_lag_ms_p50: number | null;
  projection_lag_ms_p99: number | null;
  /** What the read side itself says in each of its answers, an upper bound of its lag. */
  stated_lag_ms_p50: number | null;
  stated_lag_ms_p99: number | null;
  mismatches: Mismatch[];
  /** What else was expected and did not come; empty when all is well. */
  failures: string[];
}

/** The smallest value that this share of all does not exceed; null where there is none. */
export const percentile = (values: readonly number[], share: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
};

const tally = (names: Iterable<string>): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const leadTimesOf = (streams: readonly RecordedEvent[][]): Summary['lead_times'] => {
  const histories = streams.flatMap((events) => visitsOf(events) ?? []);
  const entries = Object.entries(LEAD_TIMES).map(([name, leadTime]) => {
    const values = histories.flatMap((history) => leadTimeMs(leadTime, history) ?? []);
    return [name, { count: values.length, p50_ms: percentile(values, 0.5), p95_ms: percentile(values, 0.95) }];
  });
  return Object.fromEntries(entries) as Summary['lead_times'];
};

const ILLEGAL = ['illegal-transition', 'held', 'frozen'];

export interface Run {
  run: string;
  seconds: number;
  records: readonly OrderRecord[];
  /** In the order of the records. */
  readBack: readonly ReadBack[];
  /** Milliseconds, measured and as stated. */
  lags: readonly number[];
  statedLags: readonly number[];
  requests: number;
  repeats: ReadonlyMap<string, number>;
}

const statusOf = ({ entries }: OrderRecord, { events }: ReadBack): string => {
  const last = visitsOf(events)?.lifecycle.status;
  return last ?? (entries.length === 0 ? 'NOT_MADE' : 'UNKNOWN');
};

export const summarize = (given: Run): Summary => {
  const { records, readBack, lags, statedLags } = given;
  const walked = nothingWalked();
  for (const { events } of readBack) addWalked(walked, events);
  const entries = records.flatMap((record) => record.entries);
  const claims = entries.filter(({ request, duplicate }) => request.command === 'ClaimOrder' && !duplicate);
  const refused = tally(entries.flatMap(({ answer }) => (answer.outcome === 'refused' ? [answer.code] : [])));
  const unwalked = missing(walked);
  // A run that is shorter than the table of lives cannot go everywhere.
  const expectsAll = records.length >= LIVES.length;
  return {
    run: given.run,
    orders: records.length,
    seconds: given.seconds,
    requests: given.requests,
    requests_repeated: Object.fromEntries(given.repeats),
    by_status: tally(records.map((record, index) => statusOf(record, readBack[index] as ReadBack))),
    by_life: tally(records.map(({ life }) => life)),
    rules_walked: Object.values(walked.rules).filter((count) => count > 0).length,
    facts_walked: Object.values(walked.facts).filter((count) => count > 0).length,
    rules: walked.rules,
    facts: walked.facts,
    lead_times: leadTimesOf(readBack.map(({ events }) => events)),
    refused,
    refused_illegal: ILLEGAL.reduce((sum, code) => sum + (refused[code] ?? 0), 0),
    duplicates_answered: entries.filter(({ duplicate, answer }) => duplicate && answer.outcome === 'done').length,
    claims_won: claims.filter(({ answer }) => answer.outcome === 'done').length,
    claims_lost: claims.filter(({ answer }) => answer.outcome === 'refused' && answer.code === 'claimed').length,
    claims_renewed: entries.filter(
      ({ request, answer }) => request.command === 'RenewClaim' && answer.outcome === 'done',
    ).length,
    projection_lag_ms_p50: percentile(lags, 0.5),
    projection_lag_ms_p99: percentile(lags, 0.99),
    stated_lag_ms_p50: percentile(statedLags, 0.5),
    stated_lag_ms_p99: percentile(statedLags, 0.99),
    mismatches: readBack.flatMap(({ mismatches }) => mismatches),
    failures: [
      ...records.flatMap(({ number, life, order_id, failure }) =>
        failure === null ? [] : [`order ${number} (${life}, ${order_id ?? 'not made'}): ${failure}`],
      ),
      ...(expectsAll && unwalked.length > 0 ? [`never walked: ${unwalked.join(', ')}`] : []),
    ],
  };
};

export const isWell = ({ failures, mismatches }: Summary): boolean => failures.length === 0 && mismatches.length === 0;
