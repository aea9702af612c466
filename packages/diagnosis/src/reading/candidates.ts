import { AWAITING_PRICE, FROZEN_STATUSES, type Status } from '@order-ledger/domain/status';
import { inSql, type Reader } from '@order-ledger/read-model/reading/reader';
import { AHEAD_S } from '../case.ts';
import { LIMITED, type StageLimits } from '../stage-limits.ts';

/** An order that may stand still: it is past its limit by the tables, since then. */
export interface Candidate {
  readonly order_id: string;
  /** As text, so that no digit is lost. */
  readonly past_since: string;
}

export interface CandidatesAsked {
  readonly limits: StageLimits;
  /** Only of this status. */
  readonly status?: Status | undefined;
  /** Only those that a process of ours has to move, or that one names as at fault. */
  readonly ofSystem?: boolean | undefined;
  /** Only orders that are past their limit from this time on. */
  readonly since?: Date | undefined;
  /** Orders that some process names as at fault, whatever their limits. */
  readonly named: readonly string[];
  /** Where the page before ended. */
  readonly after: Candidate | null;
  readonly limit: number;
}

/**
 * Where it is the system's turn, by columns alone; whoever looks closer finds out. A remake or an invoice has nothing due,
 * so the figures are compared, never the statuses.
 */
const SYSTEMS_TURN: readonly { readonly status: Status; readonly where: string; readonly since: string }[] = [
  ...AWAITING_PRICE.map((status) => ({ status, where: 'true', since: 'stage_entered_at' })),
  { status: 'WAITING_PAYMENT', where: 'paid >= coalesce(due_before_production, 0)', since: 'last_recorded_at' },
  { status: 'MANUFACTURING_APPROVED', where: 'work_centre is null', since: 'last_recorded_at' },
  { status: 'DELIVERED', where: "settlement in ('settled', 'overpaid')", since: 'last_recorded_at' },
  {
    status: 'WAITING_SHIPMENT_CONFIRMATION',
    where: "last_event_type = 'CarrierEventRecorded'",
    since: 'last_recorded_at',
  },
  { status: 'SHIPPED', where: "last_event_type = 'CarrierEventRecorded'", since: 'last_recorded_at' },
];

/** Recorded by a clock that was ahead: how long it has waited cannot be told, so it is looked at at once. */
const ahead = (since: string): string => `${since} > now() + make_interval(secs => ${AHEAD_S})`;

/** One statement's arm: the orders of a status whose time has run out, the longest past first. */
const arm = (schema: string, where: string, since: string, seconds: number, orAhead = ''): string =>
  `select order_id, ${since} + make_interval(secs => ${Math.round(seconds)}) as past_since from ${schema}.order_row
   where is_active and ${where} and (${since} <= now() - make_interval(secs => ${Math.round(seconds)})${orAhead})`;

const FROZEN_SINCE = 'coalesce(frozen_since, stage_entered_at)';

const armsFor = (schema: string, limits: StageLimits, status: Status, ofSystem: boolean): string[] => {
  const frozen = (FROZEN_STATUSES as readonly Status[]).includes(status);
  const usual = frozen
    ? arm(schema, `status = '${status}'`, FROZEN_SINCE, limits[status].seconds, ` or ${ahead(FROZEN_SINCE)}`)
    : arm(schema, `stage = '${status}' and status = '${status}'`, 'stage_entered_at', limits[status].seconds);
  const systems = SYSTEMS_TURN.filter((turn) => turn.status === status).map(({ where, since }) =>
    arm(
      schema,
      `stage = '${status}' and status = '${status}' and ${where}`,
      since,
      limits.SYSTEM.seconds,
      since === 'stage_entered_at' ? '' : ` or ${ahead(since)}`,
    ),
  );
  return ofSystem ? systems : [usual, ...systems];
};

/** A page of orders that may stand still, the longest past its limit first. */
export const readCandidates = async (
  { pool, schema }: Reader,
  { limits, status, ofSystem = false, since, named, after, limit }: CandidatesAsked,
): Promise<Candidate[]> => {
  const statuses = status === undefined ? LIMITED : LIMITED.filter((each) => each === status);
  const ofStatus = status === undefined ? '' : ` and status = ${inSql([status])}`;
  const arms = [
    ...statuses.flatMap((each) => armsFor(schema, limits, each, ofSystem)),
    `select order_id, last_recorded_at as past_since from ${schema}.order_row
     where order_id = any($1::uuid[]) and is_active${ofStatus}`,
    `select order_id, stage_entered_at as past_since from ${schema}.order_row
     where is_active and ${ahead('stage_entered_at')}${ofStatus}`,
  ];
  // The same order may come by two arms: by the one that says it has been past its limit for longer.
  const { rows } = await pool.query<Candidate>({
    text: `select order_id, past_since::text as past_since from (
             select order_id, min(past_since) as past_since from (${arms.join('\n union all ')}) every_arm
             group by order_id
           ) candidates
           where ($2::timestamptz is null or past_since >= $2)
             and ($3::timestamptz is null or (past_since, order_id) > ($3::timestamptz, $4::uuid))
           order by past_since, order_id limit $5`,
    values: [named, since ?? null, after?.past_since ?? null, after?.order_id ?? null, limit],
  });
  return rows;
};
