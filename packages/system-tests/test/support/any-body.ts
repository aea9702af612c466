import { type CommandName, HIGHEST, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import { EARLIEST_TIME, LATEST_TIME } from '@order-ledger/domain/time';
import { MODEL_SHA256 } from '@order-ledger/testing/orders/rightful';
import fc from 'fast-check';
import { z } from 'zod';

// Bodies that a request's schema takes, made from that schema alone: at the edges of every range, in all scripts, as long
// as may be. What a leaf takes is asked of the leaf itself, so that a schema that changes changes the bodies.

/** What texts are made of: whole signs, so that a text is cut between them alone. */
const SIGNS = [
  ...[
    'a',
    'Z',
    '7',
    '-',
    '.',
    '_',
    ':',
    '/',
    '#',
    '№',
    '+',
    ' ',
    '  ',
    '\n',
    '\t',
    '"',
    '\\',
    "'",
    '%',
    '{',
    '}',
    '$1',
  ],
  // Cyrillic, Greek with an accent of its own and a combining one, German, Turkish, Vietnamese with two marks.
  ...['Ж', 'ё', 'Ё', 'ώ', 'ώ', 'ß', 'İ', 'ı', 'ệ', 'ệ', 'Å', 'Å', 'ﬁ'],
  // From right to left, with vowels; marks of direction.
  ...['ش', 'لا', 'שָׁ', '\u200f', '\u202e', '\u2066'],
  // Devanagari, Thai, Tamil, Tibetan: vowels that combine. Han, kana with a combining mark, Hangul whole and in parts.
  ...['क्षि', 'ที่', 'நி', 'ཀྵ', '漢', '𠮷', 'が', 'が', '한', '한'],
  // Emoji: of one sign, with a colour of skin, joined, of a region; letters beyond the first plane.
  ...['😀', '👍🏽', '👩‍👩‍👧', '🇷🇺', '☃️', '𝔘', '𞤀'],
  // Marks upon marks, what is not seen, and what somebody takes for an end.
  ...[
    'z\u0300\u0301\u0302\u0303\u0304',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u00a0',
    '\u2028',
    '\ufffd',
    '\uffff',
    '\u{10ffff}',
  ],
];
const WORDS = [
  'null',
  'true',
  '-1',
  '1e999',
  '__proto__',
  'constructor',
  "'; drop table order_row; --",
  '$(id)',
  '%00',
];

const LENGTHS = [1, 2, 3, 12, 36, 99, 100, 101, 1_999, 2_000, 2_001];

const cut = (signs: readonly string[], length: number): string => {
  let text = '';
  for (let n = 0; text.length < length; n += 1) {
    const sign = signs[n % signs.length] ?? 'x';
    text += text.length + sign.length <= length ? sign : 'x';
  }
  return text;
};

const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 9 }), fc.constantFrom(...LENGTHS))
      .map(([signs, length]) => cut(signs, length)),
  },
  // Of one sign alone, so that a rule that knows only some of them is still met.
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom(...SIGNS), fc.constantFrom(...LENGTHS))
      .map(([sign, length]) => cut([sign], length)),
  },
);

const uuids = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.constantFrom('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
);
/** Of any year that the form can write: what lies outside the range is the leaf's to refuse. */
const anyDate = fc.date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date(LATEST_TIME), noInvalidDate: true });
const times = fc.oneof(
  fc.constantFrom(EARLIEST_TIME, LATEST_TIME, '1970-01-01T03:00:00+03:00', '9999-12-31T09:59:59.999999-14:00'),
  fc.constantFrom('0001-01-01T00:00:00+03:00', '0000-01-01T00:00:00Z', '0000-02-29T00:00Z', '1969-12-31T23:59:59.999Z'),
  fc.constantFrom('2016-12-31T23:59:60Z', '2024-02-29t23:59:59.9999999z', '2038-01-19T03:14:08Z', '2262-04-12T00:00Z'),
  anyDate.map((date) => date.toISOString()),
);
const hex64 = fc.oneof(
  fc.constant(MODEL_SHA256),
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 }).map((digits) => digits.join('')),
);
const currencies = fc.oneof({ weight: 3, arbitrary: fc.constant('RUB') }, { weight: 1, arbitrary: fc.constant('ZZZ') });

/** Made once for all leaves: what is tried on them. */
const SEED = 20_261_129;
const CANDIDATES: readonly string[] = [
  ...new Set(
    (
      [
        [texts, 6_000],
        [times, 50],
        [uuids, 200],
        [hex64, 40],
        [currencies, 10],
      ] as const
    ).flatMap(([arbitrary, numRuns]) => fc.sample(arbitrary, { seed: SEED, numRuns })),
  ),
];

const NUMBERS = [0, 1, 2, 9, 100, 0.001, 2400.125, 1 / 3, 90.5, 5e-324, 1e21, 1e300, Number.MAX_VALUE, -1, -100];
const EDGES = [2 ** 15, 2 ** 31, 2 ** 32, 2 ** 53, HIGHEST.figure, 1_000_000, 1_000].flatMap((edge) => [
  edge - 1,
  edge,
  -edge,
  1 - edge,
]);

type JsonSchema = { type?: string; format?: string; minItems?: number; maxItems?: number; [key: string]: unknown };
const jsonOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** One of what the leaf takes. */
const taken = <Value>(schema: z.ZodType, values: readonly Value[]): fc.Arbitrary<Value> => {
  const fitting = values.filter((value) => schema.safeParse(value).success);
  if (fitting.length === 0) throw new Error(`nothing is known that this takes: ${JSON.stringify(jsonOf(schema))}`);
  return fc.constantFrom(...fitting);
};

/** As many as may be seldom, because they take long; one or two mostly. */
const lengthOf = ({ minItems = 0, maxItems = 3 }: JsonSchema): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: minItems, max: Math.min(maxItems, minItems + 2) }) },
    { weight: 1, arbitrary: fc.constant(maxItems) },
  );

const known = new WeakMap<z.ZodType, fc.Arbitrary<unknown>>();

/** What a schema takes, its refinements over several fields aside. */
const anyOf = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const made = known.get(schema) ?? madeFrom(schema);
  known.set(schema, made);
  return made;
};

const madeFrom = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const json = jsonOf(schema);
  const { def } = schema as unknown as { def: { type: string } & Record<string, unknown> };
  switch (def.type) {
    case 'optional':
    case 'default':
      return fc.option(anyOf(def.innerType as z.ZodType), { nil: undefined });
    case 'object':
      return fc
        .record(
          Object.fromEntries(
            Object.entries(def.shape as z.ZodRawShape).map(([key, field]) => [key, anyOf(field as z.ZodType)]),
          ),
        )
        .map((body) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)));
    case 'array': {
      const item = anyOf(def.element as z.ZodType);
      return lengthOf(json).chain((length) => fc.array(item, { minLength: length, maxLength: length, size: 'max' }));
    }
    case 'tuple':
      return fc.tuple(...(def.items as z.ZodType[]).map(anyOf));
    case 'union':
      return fc.oneof(...(def.options as z.ZodType[]).map(anyOf));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries as Record<string, string>));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return taken(schema, [...NUMBERS, ...EDGES]);
  }
  if (json.type !== 'string') throw new Error(`no bodies are made for ${def.type}: ${JSON.stringify(json)}`);
  return taken(schema, CANDIDATES);
};

type Fields = Record<string, unknown>;
type Amount = { amount: number; currency: string };

/** What two fields owe to each other, where chance would never meet it. */
const consistent = (body: Fields): Fields => {
  const { price, breakdown, result, job_id } = body as {
    price?: Amount;
    breakdown?: { amount: Amount }[];
    result?: Fields;
    job_id?: string;
  };
  const fitted = { ...body };
  if (result !== undefined) fitted.result = { ...consistent(result), job_id };
  if (price !== undefined && breakdown !== undefined) {
    const lines = breakdown.map((line) => ({ ...line, amount: { ...line.amount, currency: price.currency } }));
    const others = lines.slice(1).reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n);
    const rest = Number(BigInt(price.amount) - others);
    const [first] = lines as [{ amount: Amount }];
    fitted.breakdown = Number.isSafeInteger(rest)
      ? [{ ...first, amount: { ...first.amount, amount: rest } }, ...lines.slice(1)]
      : [{ ...first, amount: price }];
  }
  return fitted;
};

/** Bodies of a command as a caller may send them: its schema takes every one. */
export const anyBody = (name: CommandName): fc.Arbitrary<Fields> =>
  anyOf(REQUEST_BODIES[name])
    .map((body) => consistent(body as Fields))
    .filter((body) => REQUEST_BODIES[name].safeParse(body).success);

/** The same bodies for the same seed. */
export const someBodies = (name: CommandName, seed: number, count: number): Fields[] =>
  fc.sample(anyBody(name), { seed, numRuns: count });
