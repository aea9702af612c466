/** Values of a series, one a minute: `a+bxn` grows by b, n times. */
type Series = Readonly<Record<string, string>>;

/** A situation of an alert. */
export interface Case {
  alert: string;
  /** Labels that one of the firing alerts has; of a silent one, which must not fire. */
  labels?: Readonly<Record<string, string>>;
  fires: boolean;
  /** Why it does or does not, in words. */
  when: string;
  series: Series;
  /** Minutes after the first value. */
  at?: number;
}

const LONG = 'x30';

const fires = (alert: string, when: string, series: Series, labels?: Case['labels']): Case => ({
  ...{ alert, when, series, fires: true },
  ...(labels === undefined ? {} : { labels }),
});
const silent = (alert: string, when: string, series: Series, labels?: Case['labels']): Case => ({
  ...fires(alert, when, series, labels),
  fires: false,
});

/** A gauge that stands above its limit, and below it. */
const limit = (alert: string, series: string, above: number, below: number, labels?: Case['labels']): Case[] => [
  fires(alert, `it stands at ${above}`, { [series]: `${above}+0${LONG}` }, labels),
  silent(alert, `it stands at ${below}`, { [series]: `${below}+0${LONG}` }, labels),
  silent(alert, 'it was above for a moment only', { [series]: `${above} ${below}+0${LONG}` }, labels),
];
/** A counter that grows, and one that does not. */
const grows = (alert: string, series: string, each = 1, labels?: Case['labels']): Case[] => [
  fires(alert, 'it grows', { [series]: `0+${each}${LONG}` }, labels),
  silent(alert, 'it does not grow', { [series]: `1000+0${LONG}` }, labels),
];

const LIST = 'service="query-api",method="GET",route="/v1/orders",status="200"';
const bucket = (le: string) => `http_server_request_duration_seconds_bucket{${LIST},le="${le}"}`;
const COUNT = `http_server_request_duration_seconds_count{${LIST}}`;
const errors = 'http_server_errors_total{service="command-api",method="POST",route="/v1/orders"}';
const answers =
  'http_server_request_duration_seconds_count{service="command-api",method="POST",route="/v1/orders",status="201"}';
const ready = (queue: string) => `rabbitmq_detailed_queue_messages_ready{queue="${queue}",vhost="/"}`;
const INTAKE = 'pricing.intake.v1';

export const CASES: readonly Case[] = [
  ...limit('TargetDown', 'up{job="order-ledger",service="bridge",instance="a:1"}', 0, 1, { service: 'bridge' }),
  ...limit('ServerDown', 'pg_up{instance="a:1"}', 0, 1, { service: 'postgres' }),
  ...limit('ServerDown', 'redis_up{instance="a:1"}', 0, 1, { service: 'redis' }),
  ...limit('NotReady', 'readiness_check_ok{service="bridge",check="rabbitmq"}', 0, 1, { check: 'rabbitmq' }),
  fires('StartsAgainAndAgain', 'it starts each two minutes', {
    // Each value twice: it starts each other minute.
    'process_start_time_seconds{job="order-ledger",service="bridge"}': Array.from(
      { length: 30 },
      (_, n) => 120 * Math.floor(n / 2),
    ).join(' '),
  }),
  silent('StartsAgainAndAgain', 'it has started once again', {
    'process_start_time_seconds{job="order-ledger",service="bridge"}': `0x10 600x30`,
  }),
  ...limit('EventLoopHeld', 'nodejs_eventloop_lag_p99_seconds{job="order-ledger",service="bridge"}', 0.8, 0.02),
  ...limit('ConnectionsExhausted', 'postgres_pool_connections{service="bridge",pool="primary",state="waiting"}', 3, 0),
  silent('ConnectionsExhausted', 'connections are busy', {
    'postgres_pool_connections{service="bridge",pool="primary",state="busy"}': `4+0${LONG}`,
  }),
  ...limit('AddressLeadsNowhere', 'address_reached{service="bridge",variable="AMQP_URL"}', 0, 1),
  ...limit('BreakerOpen', 'outbound_breaker_state{service="pricing-worker",target="upload-api"}', 2, 0),
  ...limit('ClocksApart', 'clock_ahead_seconds{service="bridge",of="postgres"}', -5, 0.2),
  ...grows('LogLinesDropped', 'log_lines_dropped_total{service="bridge"}'),
  ...limit('DiskFills', 'upload_disk_free_bytes{service="upload-api"}', 5e8, 5e10),

  ...limit('LedgerDiverged', 'ledger_diverged{service="bridge"}', 1, 0),
  ...limit('LedgerRefusesWrites', 'eventstore_refusing_writes{service="event-store"}', 1, 0),
  fires('RequestsFail', 'a tenth fails', { [errors]: `0+6${LONG}`, [answers]: `0+60${LONG}` }),
  fires('RequestsFail', 'everything fails at little traffic', { [errors]: `0+1${LONG}`, [answers]: `0+1${LONG}` }),
  silent('RequestsFail', 'one in a hundred fails', { [errors]: `0+1${LONG}`, [answers]: `0+100${LONG}` }),
  silent('RequestsFail', 'one request of one has failed', { [errors]: `0x22 1x8`, [answers]: `0x22 1x8` }),
  ...limit('FollowerStands', 'ledger_follower_stands_seconds{service="projector",follower="orders@1"}', 90, 0),
  fires('OrderFull', 'an order comes to its limit', {
    'ledger_orders_filling_total{service="command-api",percent="100"}': '0x15 1x15',
  }),
  silent('OrderFull', 'an order comes to four fifths', {
    'ledger_orders_filling_total{service="command-api",percent="80"}': '0x15 1x15',
  }),
  ...limit('TimersHeldBack', 'process_manager_timers_held_back{service="process-manager"}', 1, 0),

  ...limit('ProjectionLags', 'read_model_lag_seconds{service="query-api"}', 45, 0.2),
  ...limit('ProjectionLags', 'projection_lag_seconds{service="projector"}', 45, 0.2),
  silent('ProjectionLags', 'one of two instances has not looked for a while', {
    'read_model_lag_seconds{service="query-api",instance="a:1"}': `45+0${LONG}`,
    'read_model_lag_seconds{service="query-api",instance="b:1"}': `0.2+0${LONG}`,
  }),
  fires('ListsSlow', 'two in a hundred take a second', {
    [bucket('0.5')]: `0+98${LONG}`,
    [bucket('1')]: `0+100${LONG}`,
    [bucket('+Inf')]: `0+100${LONG}`,
    [COUNT]: `0+100${LONG}`,
  }),
  silent('ListsSlow', 'one in a thousand takes a second', {
    [bucket('0.5')]: `0+999${LONG}`,
    [bucket('1')]: `0+1000${LONG}`,
    [bucket('+Inf')]: `0+1000${LONG}`,
    [COUNT]: `0+1000${LONG}`,
  }),
  silent('ListsSlow', 'one of three was slow', {
    [bucket('0.5')]: `0x22 2x8`,
    [bucket('1')]: `0x22 3x8`,
    [bucket('+Inf')]: `0x22 3x8`,
    [COUNT]: `0x22 3x8`,
  }),
  ...[
    'projection_parked_orders',
    'bridge_parked_orders',
    'process_manager_parked_orders',
    'price_parked_orders',
    'command_api_parked_events',
  ].flatMap((metric) => limit('OrdersParked', `${metric}{service="some"}`, 1, 0, { service: 'some' })),
  ...grows('EventsMissed', 'projection_continuity_violations_total{service="projector",outcome="filled"}'),

  fires('DeadLetters', 'there is one', { [ready(`${INTAKE}.dlq`)]: `1+0${LONG}` }, { queue: `${INTAKE}.dlq` }),
  { ...fires('DeadLetters', 'it is there since a minute', { [ready(`${INTAKE}.dlq`)]: '0x24 1x9' }), at: 26 },
  fires('DeadLetters', 'the names have a prefix', { [ready(`staging.${INTAKE}.dlq`)]: `1+0${LONG}` }),
  silent('DeadLetters', 'messages wait for work and for retries alone', {
    [ready(`${INTAKE}.dlq`)]: `0+0${LONG}`,
    [ready(INTAKE)]: `5+0${LONG}`,
    [ready(`${INTAKE}.retry.5s`)]: `5+0${LONG}`,
  }),
  ...limit('QueueDeep', ready(INTAKE), 6_000, 4_000, { queue: INTAKE }),
  silent('QueueDeep', 'messages wait to be tried again', { [ready(`${INTAKE}.retry.5m`)]: `6000+0${LONG}` }),
  ...limit('QueueNearlyFull', ready('manufacturing.plan.v1'), 90_000, 70_000),
  ...limit('NoConsumer', `rabbitmq_detailed_queue_consumers{queue="${INTAKE}",vhost="/"}`, 0, 1),
  silent('NoConsumer', 'nobody takes dead letters', {
    [`rabbitmq_detailed_queue_consumers{queue="${INTAKE}.dlq",vhost="/"}`]: `0+0${LONG}`,
  }),
  ...limit('BridgeStalls', 'bridge_lag_seconds{service="bridge",exchange="orders.admin.v1"}', 60, 0),
  ...limit('BrokerBlocks', 'messaging_connection_blocked{service="bridge",connection="publisher"}', 1, 0),
  ...limit('MessagesHeld', `messaging_failed_messages_held{service="pricing-worker",queue="${INTAKE}"}`, 2, 0),

  fires('PricingStandsStill', 'orders wait and none moves', {
    'orders_in_status{status="SUBMITTED"}': `3+0${LONG}`,
    'order_entries_total{status="PRICE_CALCULATED"}': `7+0${LONG}`,
  }),
  fires('PricingStandsStill', 'orders wait, and none has ever moved', {
    'orders_in_status{status="SUBMITTED"}': `3+0${LONG}`,
  }),
  silent('PricingStandsStill', 'orders wait and others get their price', {
    'orders_in_status{status="SUBMITTED"}': `3+0${LONG}`,
    'order_entries_total{status="PRICE_CALCULATED"}': `7+1${LONG}`,
  }),
  silent('PricingStandsStill', 'none waits', {
    'orders_in_status{status="SUBMITTED"}': `0+0${LONG}`,
    'order_entries_total{status="PRICE_CALCULATED"}': `7+0${LONG}`,
  }),
  silent('PricingStandsStill', 'orders wait for payment', {
    'orders_in_status{status="WAITING_PAYMENT"}': `3+0${LONG}`,
  }),
  ...limit('OrdersUnheard', 'submitted_orders_without_job{service="query-api"}', 2, 0),
  ...grows('LeasesLost', 'price_leases_total{event="lost"}'),
  silent('LeasesLost', 'jobs are taken', { 'price_leases_total{event="taken"}': `0+5${LONG}` }),
  ...grows('CalculationsDie', 'price_calculation_deaths_total{cause="memory"}'),
  fires('ReconcilerRepairs', 'both repair', {
    'price_reconciler_repairs_total{kind="overlooked"}': `0+1${LONG}`,
    'production_reconciler_repairs_total{turn="ManufacturingApproved"}': `0+1${LONG}`,
  }),
  fires('ReconcilerRepairs', 'one alone repairs', {
    'price_reconciler_repairs_total{kind="overlooked"}': `0+2${LONG}`,
  }),
  silent('ReconcilerRepairs', 'a few are repaired', {
    'price_reconciler_repairs_total{kind="overlooked"}': '0x10 5x20',
    'production_reconciler_repairs_total{turn="ManufacturingApproved"}': `1+0${LONG}`,
  }),
  ...limit('OrdersStuck', 'orders_stuck{verdict="event-missing"}', 1, 0, { verdict: 'event-missing' }),
  silent('OrdersStuck', 'an order waits for a person', { 'orders_stuck{verdict="waiting-for-person"}': `3+0${LONG}` }),
  ...limit('OrdersWaitLong', 'orders_stuck{verdict="waiting-for-person"}', 1, 0),
  silent('OrdersWaitLong', 'it is told already', { 'orders_stuck{verdict="job-missing"}': `1+0${LONG}` }),
  // Times of these tests begin at 0.
  fires('StuckNotLookedFor', 'nobody looks', { stuck_orders_looked_at_seconds: `0+0${LONG}` }),
  silent('StuckNotLookedFor', 'somebody looks', { stuck_orders_looked_at_seconds: `0+60${LONG}` }),

  fires(
    'ObjectiveUnsound',
    'more are quick than there are',
    {
      [bucket('0.2')]: `0+70${LONG}`,
      [COUNT]: `0+50${LONG}`,
    },
    { slo: 'lists' },
  ),
  silent(
    'ObjectiveUnsound',
    'all are quick',
    { [bucket('0.2')]: `0+50${LONG}`, [COUNT]: `0+50${LONG}` },
    { slo: 'lists' },
  ),
  fires('Watchdog', 'there is nothing at all', {}),
];
