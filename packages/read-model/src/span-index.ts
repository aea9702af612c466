// Which states contain a moment. A state's span lies in one of the classes below by its length, and a class is kept by the
// spans' beginnings: of each class, those that contain a moment began at most its longest length before. At least every
// second span that is looked at is one of them, and a new span costs what a new key at the end of a btree costs.
// (SP-GiST over the ranges themselves grows as deep as the history is long where spans come in the order of time: with
// 350,000 of them each new one took 12 ms; GiST takes 0.15 ms.)

/** Minutes; what is longer than the last is a class of its own. */
const LONGEST = Array.from({ length: 22 }, (_, power) => 2 ** power);
/** Longer than any history. */
const UNBOUNDED = '1000 years';

const intervals = (texts: readonly string[]): string => `'{${texts.join(',')}}'::interval[]`;
const MINUTES = LONGEST.map((minutes) => `${minutes} min`);

/** The class of a row of `order_span`, from 0: as the index has it, letter by letter. */
export const SPAN_CLASS = `width_bucket(upper(during) - lower(during), ${intervals(MINUTES)})`;

/**
 * A select of these columns from every span that contains a time. `offset 0` keeps the planner from joining the classes
 * with a scan of the table.
 *
 * @param at an expression of type timestamptz
 */
export const spansAt = (schema: string, columns: string, at: string): string => `
      select span.* from unnest(${intervals([...MINUTES, UNBOUNDED])}) with ordinality as length (longest, class)
      cross join lateral (
        select ${columns} from ${schema}.order_span
        where ${SPAN_CLASS} = length.class - 1
          and lower(during) > ${at} - length.longest and lower(during) <= ${at} and upper(during) > ${at}
        offset 0
      ) span`;
