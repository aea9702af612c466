/**
 * What others may read of the pricing. `job_view`: one row for each order that waits or has waited, its job with lane,
 * place in the lane's queue (1 is next), prediction in seconds and progress. `lane_view`: how much stands before a new
 * order of a lane, in seconds of work for one slot, for back-pressure at the door.
 */
export const CREATE_VIEWS = `
  create view job_view as
  with queue as (
    select measure_key, row_number() over (partition by lane order by queued_at, measure_key) as queue_position
    from price_job where state = 'QUEUED'
  )
  select w.order_id, w.attempt, w.spec_version, w.state as waiter_state, w.since,
         j.job_id, j.run, j.state as job_state, j.lane, j.predicted_p50_s, j.predicted_p95_s,
         q.queue_position, j.queued_at, j.taken_at, j.phase, j.percent, j.deaths, j.infra_failures,
         j.measured_at, j.finished_at, j.dead_code, j.dead_detail
  from waiter w
  join price_job j using (measure_key)
  left join queue q using (measure_key);
  create view lane_view as
  select lane.lane,
         count(j.measure_key) filter (where j.state = 'QUEUED') as queued,
         count(j.measure_key) filter (where j.state = 'RUNNING') as running,
         coalesce(sum(j.predicted_p50_s) filter (where j.state = 'QUEUED'), 0) as queued_s,
         min(j.queued_at) filter (where j.state = 'QUEUED') as oldest_queued_at
  from unnest(array['SHORT', 'MEDIUM', 'LONG']) as lane (lane)
  left join price_job j on j.lane = lane.lane and j.state in ('QUEUED', 'RUNNING')
  group by lane.lane;
  create view tariff_view as
  select version, data, created_at from tariff where active;
`;

/** The place in the lane's queue as tenants take turns: after what each of them has in front of it as its own n-th. */
export const PLACES_BY_TURNS = `
  create or replace view job_view as
  with ranked as (
    select measure_key, lane, queued_at,
           row_number() over (partition by lane, tenant order by queued_at, measure_key) as turn
    from price_job where state = 'QUEUED'
  ), queue as (
    select measure_key, row_number() over (partition by lane order by turn, queued_at, measure_key) as queue_position
    from ranked
  )
  select w.order_id, w.attempt, w.spec_version, w.state as waiter_state, w.since,
         j.job_id, j.run, j.state as job_state, j.lane, j.predicted_p50_s, j.predicted_p95_s,
         q.queue_position, j.queued_at, j.taken_at, j.phase, j.percent, j.deaths, j.infra_failures,
         j.measured_at, j.finished_at, j.dead_code, j.dead_detail
  from waiter w
  join price_job j using (measure_key)
  left join queue q using (measure_key);
`;

/** Beside what it has told so far: until when a job waits, and until when its worker holds it. */
export const LEASES_IN_JOB_VIEW = PLACES_BY_TURNS.replace(
  'j.measured_at, j.finished_at, j.dead_code, j.dead_detail',
  'j.measured_at, j.finished_at, j.dead_code, j.dead_detail, j.not_before, j.lease_expires_at',
);

/** And since when its worker has given no sign of life, whatever the lease says. */
export const RENEWALS_IN_JOB_VIEW = LEASES_IN_JOB_VIEW.replace(
  'j.lease_expires_at',
  'j.lease_expires_at, j.timed_at as renewed_at',
);

/**
 * What the worker knows of an order without a job: the turn that its follower has seen in the ledger, the one that it
 * has looked at, and whether it has parked the order.
 */
export const CREATE_ORDER_VIEW = `
  create view order_view as
  select order_id, k.seen_version, k.seen_at, k.looked_version, p.reason as parked_reason, p.parked_at
  from known_order k full join parked_order p using (order_id);
`;

/**
 * What calculates, and what need not. `slot_view`: the workers that have been seen lately, their slots, how many
 * calculations may run at once in all (null: as many as there are slots). `share_view`: of the orders of the last day that
 * a finished measure has answered, for how many it was there already, and for how many another order's calculation was.
 */
export const CREATE_SLOT_AND_SHARE_VIEWS = `
  create view slot_view as
  select count(w.worker_id)::integer as workers, coalesce(sum(w.slots), 0)::integer as slots,
         (select max_running from limits) as max_running
  from worker w where w.seen_at > now() - interval '1 minute' and w.seen_at <= clock_timestamp();
  create view share_view as
  with answered as (
    select w.since, j.measured_at, row_number() over (partition by w.measure_key order by w.since, w.order_id) as turn
    from waiter w join price_job j using (measure_key)
    where w.since > now() - interval '24 hours' and w.state = 'DONE' and j.measured_at is not null
  )
  select count(*)::integer as orders,
         (count(*) filter (where since > measured_at))::integer as known,
         (count(*) filter (where since <= measured_at and turn > 1))::integer as shared
  from answered;
`;

/** Where the faces are for which the last measure of an order refuses it. */
export const CREATE_MARK_VIEW = `
  create view mark_view as
  select w.order_id, m.result->'marks' as marks
  from waiter w join measure m using (measure_key)
  where m.result->'marks' is not null;
`;

export const VIEWS = [
  'job_view',
  'lane_view',
  'tariff_view',
  'order_view',
  'slot_view',
  'share_view',
  'follower_view',
  'mark_view',
] as const;
