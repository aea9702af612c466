type Cell = string | number | boolean | null | undefined;

/** A text that a spreadsheet would take for a formula is put in its place by an apostrophe. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

const cell = (value: Cell): string => {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A row by its columns' names. */
export type Row = Readonly<Record<string, Cell>>;

/** RFC 4180 with a header line. Each cell is taken by its column's name, so that none can slip into another column. */
export const csv = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
