import { z } from 'zod';

/** What Postgres's integer holds: no version and no count of ours is higher. */
export const LARGEST_INTEGER = 2_147_483_647;

const read = (form: RegExp) => (given: unknown) =>
  typeof given === 'string' && form.test(given) ? Number(given) : given;

const yesOrNo = z.enum(['true', 'false']);
export const flag = yesOrNo.transform((word) => word === 'true');
/** A flag that asks for nothing where it is false. */
export const onlyTrue = yesOrNo.transform((word) => (word === 'true' ? (true as const) : undefined));

/** A whole number in digits; an empty parameter is none. */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(read(/^\d{1,10}$/), z.int('must be a whole number, in digits').min(least).max(most));

/** A number above 0 in digits, with up to three decimals. */
export const positiveNumber = (most: number) =>
  z.preprocess(read(/^\d{1,10}(\.\d{1,3})?$/), z.number('must be a number, in digits').positive().max(most));

const BLANK = 'it holds a blank, and a + in an address stands for one: write + as %2B';

/**
 * The parameters of a request by their schema.
 * @throws ZodError; where a value came with blanks it names the likely cause, or a time like …T09:30:00+03:00 would be
 * refused for what its sender never wrote
 */
export const readParameters = <Schema extends z.ZodType>(
  schema: Schema,
  query: Readonly<Record<string, unknown>>,
): z.output<Schema> => {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  throw new z.ZodError(
    result.error.issues.map((issue) => {
      const given = [query[String(issue.path[0])]].flat();
      const hasBlank = given.some((value) => typeof value === 'string' && value.includes(' '));
      return hasBlank ? { ...issue, message: `${issue.message}; ${BLANK}` } : issue;
    }),
  );
};
