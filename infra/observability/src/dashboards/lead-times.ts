import { type DashboardData, level, now, panel, rate, spread } from './panel.ts';

const spreadOver = (title: string, says: string, histogram: string, label: string, window: string) => ({
  ...spread(title, says, 'seconds', histogram, '', label),
  asks: [0.5, 0.95, 0.99].map((share) => ({
    expr: `histogram_quantile(${share}, sum by (le, ${label}) (increase(${histogram}_bucket[${window}])))`,
    by: `p${share * 100} {{${label}}}`,
  })),
});

export const leadTimes: DashboardData = {
  name: 'lead-times',
  title: 'Lead times',
  says: 'How long orders take. By partner, material and month: GET /v1/lead-times and /v1/durations',
  rows: [
    {
      title: 'From the first to the last',
      panels: [
        now(
          panel('Within target', 'Of the last week; targets: infra/observability/slo.yaml', 'share', [
            'order:lead_time_within_target:7d',
            'lead_time',
          ]),
        ),
        spreadOver('Lead times', 'Orders that ended within a week', 'order_lead_time_seconds', 'lead_time', '7d'),
        rate('Orders ended', 'By lead time', 'order_lead_time_seconds_count', 'lead_time'),
      ],
    },
    {
      title: 'Stages',
      panels: [
        spreadOver(
          'The long ones',
          'price_calculation, manufacturing, packaging, of a day',
          'order_stage_seconds',
          'stage',
          '1d',
        ),
        rate('Stages ended', 'A second', 'order_stage_seconds_count', 'stage'),
        rate('Entered', 'By status', 'order_entries_total', 'status'),
      ],
    },
    {
      title: 'Now',
      panels: [
        level('Orders', 'By status', 'count', 'orders_in_status', 'status'),
        level('Past their limit', 'By verdict: npm run stuck', 'count', 'orders_stuck', 'verdict'),
        level('The oldest', 'Of active orders, by status', 'seconds', 'oldest_active_order_seconds', 'status'),
      ],
    },
  ],
};
