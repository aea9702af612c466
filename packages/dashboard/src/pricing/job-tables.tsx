import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Order } from '../api/shapes.ts';
import { useWord } from '../order/words.ts';
import { useDurationText } from '../system/duration.tsx';
import { numberText, timeText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import { Time } from '../system/time.tsx';
import { JobOrders } from './job-orders.tsx';
import type { DeadJob, Job } from './pricing-queries.ts';

interface TableProps<Row> {
  jobs: readonly Row[];
  known: ReadonlyMap<string, Order>;
  now: number;
}

/** Longer without a sign of life than a worker gives one. */
const SILENT_AFTER_MS = 60_000;

const since = (time: string | null, now: number): number => (time === null ? 0 : Math.max(0, now - Date.parse(time)));

const useEstimate = () => {
  const t = useTranslations('orderPage');
  const duration = useDurationText();
  return ({ p50, p95 }: Job['estimate_s']): string =>
    t('expected', { p50: duration(p50 * 1_000), p95: duration(p95 * 1_000) });
};

export const useLaneName = () => {
  const t = useTranslations('pricing');
  return (lane: string): string => {
    const key = `lane.${lane}` as 'lane.SHORT';
    return t.has(key) ? t(key) : lane;
  };
};

const Progress = ({ job }: { job: Job }) => {
  const t = useTranslations('pricing');
  const locale = useLocale();
  const { percent, phase } = job;
  const key = `phase.${phase}` as 'phase.READ';
  return (
    <span className="job-progress">
      <progress max={100} value={percent ?? 0} aria-label={t('columns.progress')} />
      <span className="number">{percent === null ? '' : `${numberText(percent, locale)} %`}</span>
      <span className="quiet cut">{phase === null ? t('begins') : t.has(key) ? t(key) : phase}</span>
    </span>
  );
};

type Column = 'order' | 'lane' | 'progress' | 'elapsed' | 'estimate' | 'losses' | 'place' | 'waits' | 'code' | 'when';

const RUNNING: readonly Column[] = ['order', 'lane', 'progress', 'elapsed', 'estimate', 'losses'];
const QUEUED: readonly Column[] = ['order', 'lane', 'place', 'waits', 'estimate'];
const DEAD: readonly Column[] = ['order', 'code', 'when', 'losses'];
/** Their columns hold figures. */
const FIGURES: readonly Column[] = ['elapsed', 'losses', 'place', 'waits'];

const Jobs = ({ columns, children }: { columns: readonly Column[]; children: ReactNode }) => {
  const t = useTranslations('pricing');
  return (
    <table className="jobs">
      <thead className="section-title">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={FIGURES.includes(column) ? 'number' : undefined}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
};

export const RunningJobs = ({ jobs, known, now }: TableProps<Job>) => {
  const t = useTranslations('pricing');
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const duration = useDurationText();
  const estimate = useEstimate();
  const lane = useLaneName();
  return (
    <Jobs columns={RUNNING}>
      {jobs.map((job) => {
        const silent = job.renewed_at !== null && since(job.renewed_at, now) > SILENT_AFTER_MS;
        const slow = since(job.taken_at, now) > job.estimate_s.p95 * 1_000;
        return (
          <tr key={job.job_id}>
            <td>
              <JobOrders ids={job.orders} known={known} />
            </td>
            <td>{lane(job.lane)}</td>
            <td>
              <Progress job={job} />
              {silent && (
                <span className="job-late">
                  {t('silent', { time: timeText(new Date(job.renewed_at ?? 0), 'brief', locale, zone) })}
                </span>
              )}
            </td>
            <td className={slow ? 'number job-late' : 'number'}>{duration(since(job.taken_at, now))}</td>
            <td className="quiet">{estimate(job.estimate_s)}</td>
            <td className={job.deaths > 0 ? 'number job-late' : 'number'}>{numberText(job.deaths, locale)}</td>
          </tr>
        );
      })}
    </Jobs>
  );
};

export const QueuedJobs = ({ jobs, known, now }: TableProps<Job>) => {
  const t = useTranslations('pricing');
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const duration = useDurationText();
  const estimate = useEstimate();
  const lane = useLaneName();
  return (
    <Jobs columns={QUEUED}>
      {jobs.map((job) => (
        <tr key={job.job_id}>
          <td>
            <JobOrders ids={job.orders} known={known} />
          </td>
          <td>{lane(job.lane)}</td>
          <td className="number">{job.queue_position === null ? '–' : numberText(job.queue_position, locale)}</td>
          <td className="number">{duration(since(job.queued_at, now))}</td>
          <td className="quiet">
            {job.not_before !== null && Date.parse(job.not_before) > now
              ? t('retry', { time: timeText(new Date(job.not_before), 'time', locale, zone) })
              : estimate(job.estimate_s)}
          </td>
        </tr>
      ))}
    </Jobs>
  );
};

export const DeadJobs = ({ jobs, known }: TableProps<DeadJob>) => {
  const locale = useLocale();
  const word = useWord();
  return (
    <Jobs columns={DEAD}>
      {jobs.map((job) => (
        <tr key={job.job_id}>
          <td>
            <JobOrders ids={job.orders} known={known} />
          </td>
          <td>
            {word('code', job.code) ?? job.code}
            {job.detail !== null && (
              <span className="quiet" lang="en">
                {' '}
                · {job.detail}
              </span>
            )}
          </td>
          <td>{job.finished_at === null ? '–' : <Time at={job.finished_at} />}</td>
          <td className="number">{numberText(job.deaths, locale)}</td>
        </tr>
      ))}
    </Jobs>
  );
};
