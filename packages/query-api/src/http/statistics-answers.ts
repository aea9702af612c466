import { LEAD_TIMES, type LeadTime, type LeadTimeName } from '@order-ledger/domain/durations';
import { type DurationGroup, type Measure, readDurations } from '@order-ledger/read-model/reading/durations';
import type { Pair } from '@order-ledger/read-model/reading/pair-intervals';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { csv, type Row } from '../csv.ts';
import type { statistics } from '../presentation/house-answers.ts';
import type { Sources } from '../sources.ts';
import { readParameters } from './parameter-forms.ts';
import { durationsParameters, leadTimesParameters } from './parameters.ts';
import { type Answer, keepPrivate, tellFreshness } from './question.ts';

type Statistics = z.infer<typeof statistics>;

const asked = ({ since, until, percentiles, target_s }: z.output<typeof leadTimesParameters>) => ({
  percentiles,
  ...(since === undefined ? {} : { since: new Date(since) }),
  ...(until === undefined ? {} : { until: new Date(until) }),
  ...(target_s === undefined ? {} : { targetMs: target_s * 1_000 }),
});

const nameOf = (percent: number): string => `p${percent}`;

/** Percentiles lie between two orders, so they are rounded: nobody measures parts of a millisecond. */
const presentGroup = (
  group: DurationGroup,
  percentiles: readonly number[],
  grouped: boolean,
  aimed: boolean,
): Statistics => ({
  ...(grouped ? { group: group.group } : {}),
  orders: group.orders,
  mean_ms: Math.round(group.mean_ms),
  min_ms: group.min_ms,
  max_ms: group.max_ms,
  percentiles_ms: Object.fromEntries(
    percentiles.map((percent, index) => [nameOf(percent), Math.round(group.percentiles_ms[index] as number)]),
  ),
  ...(aimed ? { within_target: group.within_target } : {}),
});

const wantsCsv = (request: Request, format: string | undefined): boolean =>
  format === undefined ? request.accepts(['application/json', 'text/csv']) === 'text/csv' : format === 'csv';

const sendCsv = (response: Response, name: string, columns: readonly string[], rows: readonly Row[]): void => {
  response.type('text/csv').set('Content-Disposition', `attachment; filename="${name}.csv"`).send(csv(columns, rows));
};

const FIGURES = ['orders', 'mean_ms', 'min_ms', 'max_ms'] as const;
const columnsOf = (percentiles: readonly number[]): string[] => [
  ...FIGURES,
  ...percentiles.map((percent) => `${nameOf(percent)}_ms`),
  'within_target',
];
const rowOf = ({ percentiles_ms, ...figures }: Statistics): Row => ({
  ...figures,
  ...Object.fromEntries(Object.entries(percentiles_ms).map(([name, ms]) => [`${name}_ms`, ms])),
});

/** A named lead time as a pair of the table of marks: all of them go from one status to one other. */
const pairOf = ({ from, to, counting }: Pick<LeadTime, 'from' | 'to' | 'counting'>): Pair => ({
  from: from[0] as Pair['from'],
  to: to[0] as Pair['to'],
  pick: { from: 'first', to: counting === 'span' ? 'last' : 'first' },
});

/** How long things take, over all orders. */
export const statisticsAnswers = (sources: Sources) => {
  const durationsAnswer: Answer = async ({ request, response }) => {
    const parameters = readParameters(durationsParameters, request.query);
    const { from, to, from_pick, to_pick, measure, group_by, format, percentiles } = parameters;
    const source = await sources.reports();
    tellFreshness(response, source);
    const found = await readDurations(source, {
      pair: { from, to, pick: { from: from_pick, to: to_pick } },
      measure,
      ...asked(parameters),
      ...(group_by === undefined ? {} : { groupBy: group_by }),
    });
    const aimed = parameters.target_s !== undefined;
    const groups = found.map((group) => presentGroup(group, percentiles, group_by !== undefined, aimed));
    keepPrivate(response);
    response.vary('Accept');
    if (wantsCsv(request, format)) {
      const rows = groups.map((group) => ({ from, to, measure, ...rowOf(group) }));
      return sendCsv(response, 'durations', ['from', 'to', 'measure', 'group', ...columnsOf(percentiles)], rows);
    }
    response.json({ from, to, from_pick, to_pick, measure, group_by: group_by ?? null, groups });
  };

  const leadTimesAnswer: Answer = async ({ request, response }) => {
    const parameters = readParameters(leadTimesParameters, request.query);
    const { group_by, format, percentiles } = parameters;
    const source = await sources.reports();
    tellFreshness(response, source);
    const lead_times = [];
    // One after the other, so that a report does not take every connection.
    for (const [name, leadTime] of Object.entries(LEAD_TIMES) as [LeadTimeName, LeadTime][]) {
      const measure: Measure = leadTime.compared;
      const found = await readDurations(source, {
        pair: pairOf(leadTime),
        measure,
        ...(leadTime.without === undefined ? {} : { without: pairOf(leadTime.without) }),
        ...asked(parameters),
        ...(group_by === undefined ? {} : { groupBy: group_by }),
      });
      const aimed = parameters.target_s !== undefined;
      const groups = found.map((group) => presentGroup(group, percentiles, group_by !== undefined, aimed));
      const { from, to } = pairOf(leadTime);
      lead_times.push({ name, from, to, measure, statistics: groups });
    }
    keepPrivate(response);
    response.vary('Accept');
    if (wantsCsv(request, format)) {
      const rows = lead_times.flatMap(({ name, measure, statistics: groups }) =>
        groups.map((group) => ({ name, measure, ...rowOf(group) })),
      );
      return sendCsv(response, 'lead-times', ['name', 'measure', 'group', ...columnsOf(percentiles)], rows);
    }
    response.json({ lead_times });
  };

  return { readDurations: durationsAnswer, readLeadTimes: leadTimesAnswer };
};
