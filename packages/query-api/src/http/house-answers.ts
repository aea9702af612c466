import type { StageLimits } from '@order-ledger/diagnosis/stage-limits';
import { couldBeAdmitted } from '@order-ledger/domain/admission';
import { DURATIONS } from '@order-ledger/domain/durations';
import { edgesOf, GRAPH } from '@order-ledger/domain/edges';
import { legalPairs } from '@order-ledger/domain/graph';
import { isFinal, recordOf, STATUSES, type Status } from '@order-ledger/domain/status';
import { clock } from '@order-ledger/platform/clock';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { type BoardEntry, readBoard, readMisfits } from '@order-ledger/read-model/reading/board';
import { type FlowEdge, readFlow } from '@order-ledger/read-model/reading/flow';
import { readProjectionState } from '@order-ledger/read-model/reading/projection-state';
import { readShopFloor } from '@order-ledger/read-model/reading/shop-floor';
import type { PAIR_KINDS } from '../presentation/house-answers.ts';
import { presentOrder } from '../presentation/order.ts';
import type { Sources } from '../sources.ts';
import type { Looking } from '../stuck/looking.ts';
import { asOf } from './as-of.ts';
import { readParameters } from './parameter-forms.ts';
import { asOfOnly, flowParameters, noParameters, shopFloorParameters } from './parameters.ts';
import { type Answer, keepPrivate, tellFreshness } from './question.ts';

const EDGES = edgesOf(GRAPH);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The end of the last year that a time of ours can be written in. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const USUAL_FLOW_MS = 30 * DAY_MS;
/** Shorter ranges are answered from the buckets by hour. */
const BY_HOUR_UP_TO_MS = 7 * DAY_MS;

const presentBoard = (entries: readonly BoardEntry[], limits: StageLimits) => {
  const found = new Map(entries.map((entry) => [entry.status, entry]));
  const statuses = STATUSES.map((status) => {
    const entry = found.get(status);
    return {
      status,
      count: entry?.count ?? 0,
      oldest_since: entry?.oldest_since?.toISOString() ?? null,
      oldest_order_id: entry?.oldest_order_id ?? null,
      limit_s: isFinal(status) ? null : limits[status].seconds,
    };
  });
  const active = statuses.filter(({ status }) => !isFinal(status)).reduce((sum, { count }) => sum + count, 0);
  return { statuses, active };
};

/** The range that was asked for, widened to whole buckets. */
const flowRange = (since: string | undefined, until: string | undefined) => {
  const end = until === undefined ? clock.now() : Date.parse(until);
  const begin = since === undefined ? end - USUAL_FLOW_MS : Date.parse(since);
  if (begin >= end) throw new ProblemError(400, 'empty-range', '`since` must lie before `until`.');
  const grain = end - begin <= BY_HOUR_UP_TO_MS ? ('hour' as const) : ('day' as const);
  const bucket = grain === 'hour' ? HOUR_MS : DAY_MS;
  return {
    grain,
    since: new Date(Math.floor(begin / bucket) * bucket),
    until: new Date(Math.min(Math.ceil(end / bucket) * bucket, LAST_MS)),
  };
};

const presentEdges = (edges: readonly FlowEdge[]) => {
  const out = new Map<string, number>();
  for (const { from, count } of edges) out.set(from, (out.get(from) ?? 0) + count);
  return edges.map((edge) => ({
    ...edge,
    rate: edge.count / (out.get(edge.from) as number),
    median_dwell_ms: edge.median_dwell_ms === null ? null : Math.round(edge.median_dwell_ms),
  }));
};

const kindOf = (from: Status, to: Status): (typeof PAIR_KINDS)[number] =>
  recordOf(from).frozen ?? recordOf(to).frozen ?? (to === 'CANCELLED' ? 'cancel' : 'way');

const LEGAL_PAIRS = legalPairs().map(([from, to]) => ({ from, to, kind: kindOf(from, to) }));

const [MADE_FROM] = DURATIONS.manufacturing.from;
const MADE_AGAIN_FROM: readonly string[] = DURATIONS.rework.from;

/** A hold or an error only interrupts manufacturing: what goes on after it has not begun again. */
const reworkIn = (edges: readonly FlowEdge[]): { begun: number; again: number } => {
  const beginnings = edges.filter(({ from, to }) => to === MADE_FROM && recordOf(from as Status).frozen === null);
  const sum = (some: readonly FlowEdge[]): number => some.reduce((total, { count }) => total + count, 0);
  return { begun: sum(beginnings), again: sum(beginnings.filter(({ from }) => MADE_AGAIN_FROM.includes(from))) };
};

const position = (commit: string | null, prepare: string | null): string | null =>
  commit === null ? null : prepare === null ? commit : `${commit}/${prepare}`;

/** Figures over all orders, and the state of the tables themselves. */
export const houseAnswers = (sources: Sources, { limits }: Pick<Looking, 'limits'>) => {
  const board: Answer = async ({ request, response }) => {
    const { as_of } = readParameters(asOfOnly, request.query);
    const source = await sources.lists();
    tellFreshness(response, source);
    const past = asOf(as_of, source);
    keepPrivate(response);
    const [entries, misfits, allowed] = await Promise.all([
      readBoard(source, past?.at),
      past === undefined ? readMisfits(source) : undefined,
      limits(source),
    ]);
    response.json({ ...presentBoard(entries, allowed), ...misfits, ...past?.told });
  };

  const flow: Answer = async ({ request, response }) => {
    const { since, until } = readParameters(flowParameters, request.query);
    const source = await sources.reports();
    tellFreshness(response, source);
    const range = flowRange(since, until);
    const edges = await readFlow(source, range.grain, range.since, range.until);
    keepPrivate(response);
    response.json({
      ...{ since: range.since.toISOString(), until: range.until.toISOString() },
      ...{ graph: LEGAL_PAIRS, rework: reworkIn(edges), edges: presentEdges(edges) },
    });
  };

  const shopFloor: Answer = async ({ request, response, audience, actor }) => {
    const { limit } = readParameters(shopFloorParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const { ready, claimed, operators } = await readShopFloor(source, limit);
    const now = new Date(clock.now());
    keepPrivate(response);
    response.json({
      may_claim: couldBeAdmitted(EDGES, 'ClaimOrder', actor),
      ready: ready.map((order) => presentOrder(order, audience, now)),
      claimed: claimed.map((order) => presentOrder(order, audience, now)),
      operators: operators.map((each) => ({ ...each, oldest_claim_at: each.oldest_claim_at.toISOString() })),
    });
  };

  const projections: Answer = async ({ request, response }) => {
    readParameters(noParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const state = await readProjectionState(source);
    keepPrivate(response);
    response.json({
      projections: [
        {
          name: 'orders',
          version: source.version,
          position: position(state.position_commit, state.position_prepare),
          last_event_recorded_at: state.last_event_recorded_at?.toISOString() ?? null,
          tail_position: state.tail_position_commit,
          tail_reached_at: state.tail_reached_at?.toISOString() ?? null,
          lag_ms: source.lagMs,
          parked_orders: state.parked_orders,
        },
      ],
    });
  };

  return { readBoard: board, readFlow: flow, readShopFloor: shopFloor, readProjections: projections };
};
