import { type DashboardData, level, panel, rate, spread } from './panel.ts';

const LISTS = '{service="query-api",method="GET",route="/v1/orders",status="200"}';

export const projections: DashboardData = {
  name: 'projections',
  title: 'Projections',
  says: 'How fresh the read side is, and what reading it costs',
  rows: [
    {
      title: 'Freshness',
      panels: [
        spread('Until an event is visible', 'Promised: 99 % within 1 s', 'seconds', 'event_visible_seconds'),
        level('Tables as of', 'Said by query-api', 'seconds', 'read_model_lag_seconds'),
        panel(
          'Lag of the projector',
          'Seconds, and since the last progress',
          'seconds',
          ['max(projection_lag_seconds)'],
          ['max(projection_progress_age_seconds)'],
        ),
        level('Behind the ledger', 'Bytes', 'bytes', 'projection_lag_bytes'),
        level(
          'Owner',
          'The epoch under which an instance writes; 0 stands by',
          'count',
          'projection_owner_epoch',
          'instance',
        ),
      ],
    },
    {
      title: 'Batches',
      panels: [
        rate('Events', 'By outcome', 'projection_events_total', 'outcome'),
        spread('Events of a batch', 'Large while it catches up', 'count', 'projection_batch_events'),
        spread('Commit of a batch', 'One transaction', 'seconds', 'projection_commit_seconds'),
        rate('Rows known', 'hit needs no read', 'projection_known_rows_total', 'result'),
        level('Rows kept', 'From earlier batches', 'count', 'projection_known_rows'),
        rate('Gaps', 'Events that a delivery lacked', 'projection_continuity_violations_total', 'outcome'),
        rate('Parkings', 'By reason', 'projection_parkings_total', 'reason'),
        level('Parked orders', 'Each needs a person', 'count', 'projection_parked_orders'),
        rate('First pages written', 'To Redis', 'projection_first_pages_total', 'outcome'),
      ],
    },
    {
      title: 'Followers of the ledger',
      panels: [
        level('Lag', 'Age of the first event that is not passed', 'seconds', 'ledger_follower_lag_seconds', 'follower'),
        level(
          'Stands since',
          '0 while it moves or is at the end',
          'seconds',
          'ledger_follower_stands_seconds',
          'follower',
        ),
        rate(
          'Checkpoint moved',
          'With effects, or the position alone',
          'ledger_follower_commits_total',
          'follower',
          'kept',
        ),
        rate('Begun anew', 'By cause', 'ledger_followings_begun_anew_total', 'follower', 'cause'),
        rate('Events handed over', 'By subscription', 'ledger_subscription_events_total', 'subscription'),
        spread('Handed over together', 'Events of a delivery', 'count', 'ledger_delivery_events', '', 'subscription'),
        rate(
          'Subscriptions opened again',
          'After an error, an end or a stall',
          'ledger_subscription_restarts_total',
          'subscription',
        ),
        panel(
          'Stalled',
          '1, and since the last progress',
          'seconds',
          ['max by (subscription) (ledger_subscription_stalled)', 'subscription'],
          ['max by (subscription) (ledger_subscription_progress_age_seconds)', 'subscription'],
        ),
        rate('Streams read', 'whole, or the rest', 'ledger_order_reads_total', 'follower', 'part'),
        rate('Foreign events', 'That this program did not write', 'ledger_foreign_events_total', 'subscription'),
      ],
    },
    {
      title: 'Reading',
      panels: [
        spread(
          'Duration of lists',
          'Promised: 99 % within 200 ms',
          'seconds',
          'http_server_request_duration_seconds',
          LISTS,
        ),
        rate(
          'Requests',
          'Of query-api by route',
          'http_server_request_duration_seconds_count{service="query-api"}',
          'route',
        ),
        rate('First pages asked for', 'hit: from Redis', 'first_page_cache_total', 'result'),
        rate('Texts of orders', 'kept from an earlier answer, or made', 'order_texts_total', 'answer', 'result'),
        level('Memory of texts', 'At most', 'bytes', 'order_texts_bytes', 'answer'),
        level('Streams open', 'Of events', 'count', 'event_streams_open'),
        rate('Events sent', 'On streams', 'event_stream_events_total'),
        rate('Streams begun over', 'Their id belongs to another read model', 'event_stream_restarts_total'),
      ],
    },
  ],
};
