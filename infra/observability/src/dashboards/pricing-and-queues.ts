import { DEAD_LETTER_QUEUES } from '../alerts/queues.ts';
import { type DashboardData, level, panel, rate, spread } from './panel.ts';

export const pricingAndQueues: DashboardData = {
  name: 'pricing-and-queues',
  title: 'Pricing and queues',
  says: 'Whether messages arrive and are handled, and how long a price takes',
  rows: [
    {
      title: 'Prices',
      panels: [
        spread(
          'Until the price is there',
          'From the queueing; targets: infra/observability/slo.yaml',
          'seconds',
          'price_answer_seconds',
          '',
          'lane',
        ),
        spread('Waiting', 'Until a worker takes it', 'seconds', 'price_job_queue_wait_seconds', '', 'lane'),
        spread('Calculating', 'From the taking to the result', 'seconds', 'price_job_duration_seconds', '', 'lane'),
        rate('Calculations ended', 'By outcome', 'price_job_duration_seconds_count', 'outcome'),
        level('Jobs', 'By lane and state', 'count', 'price_jobs', 'lane', 'state'),
        panel('Slots', 'By state', 'count', ['sum by (state) (price_slots)', 'state']),
        rate('From a kept measure', 'No calculation was needed', 'price_cache_hits_total', 'outcome'),
        level('Submitted, no job', 'For over a minute', 'count', 'submitted_orders_without_job'),
      ],
    },
    {
      title: 'What goes wrong with them',
      panels: [
        rate('Leases', 'lost and taken-over begin again', 'price_leases_total', 'event'),
        rate('Deaths', 'Without a result, by cause', 'price_calculation_deaths_total', 'cause'),
        rate('Prevented', 'By what is around the job', 'price_infra_failures_total', 'cause'),
        rate('Given back', 'A dependency was away', 'price_outages_total', 'dependency'),
        rate('Repairs', 'What the reconciler found undone', 'price_reconciler_repairs_total', 'kind'),
        level('Parked orders', 'That cannot be priced', 'count', 'price_parked_orders'),
        rate('Messages of the intake', 'fresh or duplicate', 'price_intake_messages_total', 'kind'),
      ],
    },
    {
      title: 'Queues',
      panels: [
        panel('Ready', 'Messages that wait, by queue', 'count', [
          'sum by (queue) (rabbitmq_detailed_queue_messages_ready)',
          'queue',
        ]),
        panel('Under way', 'Delivered and not answered', 'count', [
          'sum by (queue) (rabbitmq_detailed_queue_messages_unacked)',
          'queue',
        ]),
        panel('Consumers', 'By queue', 'count', ['sum by (queue) (rabbitmq_detailed_queue_consumers)', 'queue']),
        panel('Dead letters wait since', 'At least since the queue was last empty', 'seconds', [
          `(time() - max by (queue) (max_over_time(timestamp(rabbitmq_detailed_queue_messages_ready{${DEAD_LETTER_QUEUES}} == 0)[2d:1m]))) * on (queue) (sum by (queue) (rabbitmq_detailed_queue_messages_ready{${DEAD_LETTER_QUEUES}}) > bool 0)`,
          'queue',
        ]),
        rate('Dead letters come', 'By class of the error', 'messaging_dead_letters_total', 'queue', 'class'),
        panel('Dead letters by the broker', 'Of all queues', 'per second', [
          'sum(rate({__name__=~"rabbitmq_global_messages_dead_lettered_(delivery_limit|expired|maxlen|rejected)_total"}[5m]))',
        ]),
        panel(
          'Broker short of',
          'Memory or disk',
          'yes or no',
          ['max(rabbitmq_alarms_memory_used_watermark)'],
          ['max(rabbitmq_alarms_free_disk_space_watermark)'],
        ),
      ],
    },
    {
      title: 'Out: the bridge',
      panels: [
        level('Lag', 'Behind the ledger, by exchange', 'seconds', 'bridge_lag_seconds', 'exchange'),
        rate('Events', 'published, parked, held-back', 'bridge_events_total', 'exchange', 'outcome'),
        rate('Retries', 'By the code of the fault', 'bridge_publish_retries_total', 'exchange', 'code'),
        level('Under way', 'Without their confirm', 'count', 'bridge_messages_under_way', 'exchange'),
        spread('Checkpoint', 'One transaction', 'seconds', 'bridge_checkpoint_commit_seconds'),
        level('Readings', '1: all exchanges keep up with each other', 'count', 'bridge_readings'),
        rate('Partings', 'An exchange stood and the others read on', 'bridge_partings_total', 'subscription'),
        level('Owner', '1 where an instance relays the exchange', 'yes or no', 'bridge_owner', 'exchange'),
        level('Parked orders', 'Nothing more of them is published', 'count', 'bridge_parked_orders', 'exchange'),
        rate('Published', 'By what came of it', 'messaging_published_total', 'destination', 'outcome'),
        spread('Confirm', 'Of the broker', 'seconds', 'messaging_confirm_seconds'),
      ],
    },
    {
      title: 'In: consumers',
      panels: [
        rate('Delivered', 'By outcome', 'messaging_delivered_total', 'queue', 'outcome'),
        rate('Delivered again', 'Not answered before', 'messaging_redelivered_total', 'queue'),
        spread('Handled within', 'From the delivery to the answer', 'seconds', 'messaging_handle_seconds', '', 'queue'),
        rate('Retries', 'By where the message waits', 'messaging_retries_total', 'queue', 'tier'),
        rate('Waits for a dependency', 'Not counted as tries', 'messaging_outage_waits_total', 'queue', 'dependency'),
        level('Held', 'Failed messages that no queue takes', 'count', 'messaging_failed_messages_held', 'queue'),
        panel(
          'Connected',
          'And blocked by the broker',
          'yes or no',
          ['min by (service, connection) (messaging_connected)', 'service', 'connection'],
          ['max by (service, connection) (messaging_connection_blocked)', 'service', 'connection'],
        ),
        rate('Opened again', 'Connections and channels', 'messaging_rebuilt_total', 'part'),
        rate('Topology declared', 'By outcome', 'messaging_topology_rounds_total', 'service', 'outcome'),
      ],
    },
    {
      title: 'Plans, timers, carriers',
      panels: [
        rate('Plans', 'By what came of them', 'production_plans_total', 'outcome'),
        rate('Repeated messages', 'The inbox had them', 'production_repeated_messages_total', 'type'),
        rate('Repairs', 'Without their message', 'production_reconciler_repairs_total', 'turn'),
        rate('Reactions', 'By rule and outcome', 'process_manager_reactions_total', 'rule', 'outcome'),
        rate('Timers', 'That were due', 'process_manager_timers_total', 'rule', 'outcome'),
        panel(
          'Timers held back',
          '1, and orders whose timers are known',
          'count',
          ['max(process_manager_timers_held_back)'],
          ['max(process_manager_remembered_timers)'],
        ),
        rate('Looks at orders', 'unchanged needs no transaction', 'process_manager_looks_total', 'found'),
        rate('Old drafts found', 'Without a timer', 'process_manager_old_drafts_total'),
        level('Parked orders', 'Rules that could not be applied', 'count', 'process_manager_parked_orders'),
        rate('Carriers: incomplete', 'People must act', 'process_manager_incomplete_carrier_events_total', 'kind'),
        rate(
          'Carriers: too late',
          'On record, nothing to do',
          'process_manager_overtaken_carrier_events_total',
          'kind',
        ),
      ],
    },
  ],
};
