import type { Body } from '@order-ledger/domain/bodies';
import type pg from 'pg';
import type { MeasureInput } from '../calculating/measure-key.ts';

export type Lane = Body<'StartPriceCalculation'>['lane'];
export const LANES = ['SHORT', 'MEDIUM', 'LONG'] as const satisfies readonly Lane[];

/** Seconds that a calculation will take: as many take longer as shorter, and one in twenty takes longer than p95. */
interface Prediction {
  p50: number;
  p95: number;
}

const SHORT_BELOW_S = 180;
const MEDIUM_BELOW_S = 600;

/** The lane of what takes so long. */
export const laneAfter = (seconds: number): Lane =>
  seconds < SHORT_BELOW_S ? 'SHORT' : seconds < MEDIUM_BELOW_S ? 'MEDIUM' : 'LONG';

export const laneOf = ({ p50 }: Prediction): Lane => laneAfter(p50);

/** The lane that a job belongs to that has run so long already; null: its own. */
export const outgrown = (lane: Lane, seconds: number): Lane | null => {
  const now = laneAfter(seconds);
  return LANES.indexOf(now) > LANES.indexOf(lane) ? now : null;
};

/**
 * What a free slot may take, by the lanes of what runs in the others: where there are several slots, one of them is always
 * free for short jobs or at work on one, so that a customer with a small part does not wait behind half an hour of others.
 */
export const lanesFor = (others: readonly Lane[], slots: number): readonly Lane[] =>
  slots > 1 && others.filter((lane) => lane !== 'SHORT').length >= slots - 1 ? ['SHORT'] : LANES;

/** A calculation has costs of its own beside those of the triangles: they weigh as much as this many triangles. */
const BASE_TRIANGLES = 5_000;

/**
 * Seconds a triangle before there is a history: the search repeats a part of the measure in many directions. Measured: a
 * ball 0.000 005 and 0.000 01, a round plate whose caps are fans, the worst there is, 0.000 022 and 0.000 08. Twice and
 * more of it, for machines that are slower or have other work.
 */
const FIRST_GUESS: Readonly<Record<MeasureInput['orientation'], Prediction>> = {
  AS_IS: { p50: 0.000_03, p95: 0.000_2 },
  BEST: { p50: 0.000_2, p95: 0.001 },
};
const MIN_HISTORY = 5;
/** Models so many times larger or smaller say what one of this size takes; others cost something else a triangle. */
const LIKE = 4;

const READ_HISTORY = {
  name: 'read-history-of-size',
  text: `
    select count(*)::integer as measured,
           percentile_cont(0.5) within group (order by seconds / (triangles + ${BASE_TRIANGLES})) as p50,
           percentile_cont(0.95) within group (order by seconds / (triangles + ${BASE_TRIANGLES})) as p95
    from (select seconds, triangles from measure where process = $1 and orientation = $2
            and triangles + ${BASE_TRIANGLES} between $3::double precision / ${LIKE} and $3::double precision * ${LIKE}
          order by measured_at desc limit 200) as latest`,
};

/** Predicted from the triangles and the options, by what the latest calculations of the kind and about the size have taken. */
export const predict = async (
  client: pg.ClientBase | pg.Pool,
  { process, orientation, triangles }: Pick<MeasureInput, 'process' | 'orientation' | 'triangles'>,
): Promise<Prediction> => {
  const { rows } = await client.query<Prediction & { measured: number }>({
    ...READ_HISTORY,
    values: [process, orientation, triangles + BASE_TRIANGLES],
  });
  const history = rows[0];
  const rate = history !== undefined && history.measured >= MIN_HISTORY ? history : FIRST_GUESS[orientation];
  const weight = triangles + BASE_TRIANGLES;
  return { p50: rounded(rate.p50 * weight), p95: rounded(rate.p95 * weight) };
};

const rounded = (seconds: number): number => Math.round(seconds * 1_000) / 1_000;
