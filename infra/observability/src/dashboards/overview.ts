import { DEAD_LETTER_QUEUES, WORK_QUEUES } from '../alerts/queues.ts';
import { type DashboardData, level, now, panel, rate } from './panel.ts';

export const overview: DashboardData = {
  name: 'overview',
  title: 'Overview',
  says: 'Whether the system is well, on one page',
  rows: [
    {
      title: 'Now',
      panels: [
        now(
          panel('Alerts', 'Each has its runbook', 'count', [
            'count(ALERTS{alertstate="firing",severity!="none"}) or vector(0)',
          ]),
        ),
        now(
          panel('Processes up', 'Of eight, and the servers', 'count', [
            'sum by (service) (min by (service, instance) (up))',
            'service',
          ]),
        ),
        now(
          panel('Allowance left', 'Of 30 days; below 0 a promise is broken', 'share', ['slo:budget_left:ratio', 'slo']),
        ),
        now(
          panel('Dead letters', 'Each needs a person', 'count', [
            `sum(rabbitmq_detailed_queue_messages_ready{${DEAD_LETTER_QUEUES}})`,
          ]),
        ),
        now(level('Readers see', 'The tables as they were so long ago', 'seconds', 'read_model_lag_seconds')),
        now(
          panel('Wait for a price', 'Orders SUBMITTED or being calculated', 'count', [
            'sum(max by (status) (orders_in_status{status=~"SUBMITTED|PRICE_CALCULATION_STARTED"}))',
          ]),
        ),
      ],
    },
    {
      title: 'Traffic',
      panels: [
        rate('Requests', 'By interface', 'http_server_request_duration_seconds_count', 'service'),
        rate('Answered 5xx', 'By interface', 'http_server_errors_total', 'service'),
        rate('Events', 'As the tables take them', 'projection_events_total', 'outcome'),
        rate('Messages handled', 'By what became of them', 'messaging_delivered_total', 'queue', 'outcome'),
        panel('Messages that wait', 'By queue', 'count', [
          `sum by (queue) (rabbitmq_detailed_queue_messages_ready{${WORK_QUEUES}})`,
          'queue',
        ]),
        level('Active orders', 'By status', 'count', 'orders_in_status{status!~"CLOSED|CANCELLED|REJECTED"}', 'status'),
      ],
    },
    {
      title: 'Readiness',
      panels: [
        panel('Processes that take work', '1: neither starting nor stopping', 'yes or no', [
          'min by (service) (process_ready)',
          'service',
        ]),
        panel('Checks that fail', 'Each code is explained in docs/operations.md', 'yes or no', [
          'readiness_check_ok == 0',
          'service',
          'check',
        ]),
      ],
    },
  ],
};
