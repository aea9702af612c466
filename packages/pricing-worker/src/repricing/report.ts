import { isSame, type Repricing, sumsOf } from './reprice.ts';

const COLUMNS = ['', 'then', 'again', 'now', 'difference'] as const;

const FROM = {
  model: 'from the model',
  measure: 'from the measure that is kept, because the model or the engine is not here',
} as const;

/** Minor units in the unit of the currency, with a point and all its digits. */
export const amountIn = (currency: string) => {
  const { format } = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (amount: number): string => format(amount / 10 ** digits).replace(/^(-?)[A-Z]{3}\s*/, '$1');
};

const aligned = (rows: readonly (readonly string[])[]): string[] => {
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
};

/** What `npm run reprice` prints: the price of then beside the same again and that of now, line by line. */
export const reportOf = (repricing: Repricing, at: string): string[] => {
  const { given, again, now, engine_now, tariff_now } = repricing;
  const inUnits = amountIn(given.price.currency);
  const columns = [given, again.ok ? again : null, now.ok ? now : null].map((one) =>
    one === null ? null : new Map([...sumsOf(one), ['PRICE', one.price.amount] as [string, number]]),
  );
  const [then, , present] = columns;
  const lines = [...new Set(columns.flatMap((column) => [...(column?.keys() ?? [])]))].filter(
    (line) => line !== 'PRICE',
  );
  const cell = (column: ReadonlyMap<string, number> | null | undefined, line: string): string =>
    column == null ? '' : inUnits(column.get(line) ?? 0);
  const difference = (line: string): string => {
    if (present == null || then == null) return '';
    const by = (present.get(line) ?? 0) - (then.get(line) ?? 0);
    return by === 0 ? '=' : `${by > 0 ? '+' : ''}${inUnits(by)}`;
  };
  const engines = ['engine', given.engine_version, again.ok ? given.engine_version : '', now.ok ? engine_now : ''];
  const tariffs = ['tariff', given.tariff_version, again.ok ? given.tariff_version : '', now.ok ? tariff_now : ''];
  const rows = [...lines, 'PRICE'].map((line) => [
    line,
    ...columns.map((column) => cell(column, line)),
    difference(line),
  ]);
  const seconds = [given, again, now].map((one) => ('machine_seconds' in one ? String(one.machine_seconds) : ''));
  return [
    `The price of ${at}, attempt ${given.attempt}, in ${given.price.currency}; ${given.parameters.quantity} × ${given.parameters.material} by ${given.parameters.process}`,
    '',
    ...aligned([COLUMNS, engines, tariffs, ['machine seconds', ...seconds], ...rows]),
    '',
    again.ok
      ? `Calculated again by engine ${given.engine_version} and tariff ${given.tariff_version}, ${FROM[again.from]}: ${isSame(repricing) ? 'the same' : 'NOT THE SAME'}.`
      : `It could not be calculated again. ${again.why}`,
    now.ok
      ? `Now, by engine ${engine_now} and tariff ${tariff_now}, ${FROM[now.from]}: ${inUnits(now.price.amount)}.`
      : `There is no price by engine ${engine_now} and tariff ${tariff_now}. ${now.why}`,
  ];
};
