import { AWAITING_PRICE, FROZEN_STATUSES, type Status } from '@order-ledger/domain/status';
import { inSql, type Reader } from '@order-ledger/read-model/reading/reader';
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
  /** Only orders that are past their limit from this time on. */
  readonly since?: Date | undefined;
  /** Orders that some process has parked, whatever their limits. */
  readonly parked: readonly string[];
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

/** One statement's arm: the orders of a status whose time has run out, the longest past first. */
const arm = (schema: string, where: string, since: string, seconds: number): string =>
  `select order_id, ${since} + make_interval(secs => ${Math.round(seconds)}) as past_since from ${schema}.order_row
   where is_active and ${where} and ${since} <= now() - make_interval(secs => ${Math.round(seconds)})`;

const armsFor = (schema: string, limits: StageLimits, status: Status): string[] => {
  const frozen = (FROZEN_STATUSES as readonly Status[]).includes(status);
  const usual = frozen
    ? arm(schema, `status = '${status}'`, 'coalesce(frozen_since, stage_entered_at)', limits[status].seconds)
    : arm(schema, `stage = '${status}' and status = '${status}'`, 'stage_entered_at', limits[status].seconds);
  const systems = SYSTEMS_TURN.filter((turn) => turn.status === status).map(({ where, since }) =>
    arm(schema, `stage = '${status}' and status = '${status}' and ${where}`, since, limits.SYSTEM.seconds),
  );
  return [usual, ...systems];
};

/** A page of orders that may stand still, the longest past its limit first. */
export const readCandidates = async (
  { pool, schema }: Reader,
  { limits, status, since, parked, after, limit }: CandidatesAsked,
): Promise<Candidate[]> => {
  const statuses = status === undefined ? LIMITED : LIMITED.filter((each) => each === status);
  const stale = status === undefined ? '' : ` and status = ${inSql([status])}`;
  const arms = [
    ...statuses.flatMap((each) => armsFor(schema, limits, each)),
    `select order_id, last_recorded_at as past_since from ${schema}.order_row
     where order_id = any($1::uuid[]) and is_active${stale}`,
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
    values: [parked, since ?? null, after?.past_since ?? null, after?.order_id ?? null, limit],
  });
  return rows;
};
