import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardBuilder,
  DashboardCursorSync,
  DatasourceVariableBuilder,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { commands } from './commands.ts';
import { leadTimes } from './lead-times.ts';
import { slo } from './objectives.ts';
import { overview } from './overview.ts';
import type { DashboardData, PanelData } from './panel.ts';
import { pricingAndQueues } from './pricing-and-queues.ts';
import { processes } from './processes.ts';
import { projections } from './projections.ts';

export const DASHBOARDS: readonly DashboardData[] = [
  overview,
  commands,
  projections,
  pricingAndQueues,
  leadTimes,
  slo,
  processes,
];

/** As Grafana names them. */
const UNITS: Readonly<Record<PanelData['unit'], string>> = {
  count: 'short',
  'per second': 'cps',
  seconds: 's',
  bytes: 'bytes',
  share: 'percentunit',
  'yes or no': 'none',
};

const [HEIGHT, NARROW, WIDE] = [8, 4, 8];
/** Whichever Prometheus a reader chooses. */
const SOURCE = { type: 'prometheus', uid: '$source' };

const questions = ({ asks }: PanelData): Builder<Dataquery>[] =>
  asks.map(({ expr, by }, index) => {
    const query = new DataqueryBuilder()
      .refId(String.fromCharCode(65 + index))
      .expr(expr)
      // Points that lead to a trace.
      .exemplar(expr.includes('_bucket'));
    return by === undefined ? query : query.legendFormat(by);
  });

const panelOf = (data: PanelData) => {
  const { title, says, unit, now } = data;
  const builder = now ? new StatBuilder().span(NARROW) : new TimeseriesBuilder().span(WIDE);
  return builder
    .title(title)
    .description(says)
    .unit(UNITS[unit])
    .height(HEIGHT)
    .datasource(SOURCE)
    .targets(questions(data));
};

const dashboardOf = ({ name, title, says, rows }: DashboardData) => {
  const dashboard = new DashboardBuilder(title)
    .uid(`order-ledger-${name}`)
    .description(says)
    .tags(['order-ledger'])
    .timezone('utc')
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s')
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly()
    .withVariable(new DatasourceVariableBuilder('source').label('Prometheus').type('prometheus'));
  for (const row of rows) {
    dashboard.withRow(new RowBuilder(row.title));
    for (const data of row.panels) dashboard.withPanel(panelOf(data));
  }
  return dashboard.build();
};

/** Each as Grafana reads it, by its file. */
export const dashboardFiles = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    DASHBOARDS.map((data) => [`dashboards/${data.name}.json`, `${JSON.stringify(dashboardOf(data), null, 2)}\n`]),
  );
