import { readObjectives } from '../slo.ts';
import { type DashboardData, now, panel } from './panel.ts';

const { objectives, burn } = readObjectives();

export const slo: DashboardData = {
  name: 'slo',
  title: 'Objectives',
  says: 'What is promised, how much of the allowance is left, how fast it burns',
  rows: [
    {
      title: 'All',
      panels: [
        now(
          panel('Allowance left', 'Of 30 days; below 0 the promise is broken', 'share', [
            'slo:budget_left:ratio',
            'slo',
          ]),
        ),
        panel('Allowance left', 'Its course', 'share', ['slo:budget_left:ratio', 'slo']),
        panel('Events', 'Of the last hour', 'count', ['slo:events:1h', 'slo']),
      ],
    },
    ...objectives.map(({ name, promise, percent }) => ({
      title: `${name}: ${percent} % ${promise}`,
      panels: burn.map(({ rate, long, short, severity }) =>
        panel(
          `${long} and ${short}`,
          `A ${severity} where both burn ${rate} times the allowance`,
          'share' as const,
          [`slo:bad_ratio:${long}{slo="${name}"}`],
          [`slo:bad_ratio:${short}{slo="${name}"}`],
          [`vector(${Number((rate * (1 - percent / 100)).toPrecision(6))})`],
        ),
      ),
    })),
  ],
};
