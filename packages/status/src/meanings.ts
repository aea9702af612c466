import { rowOf } from '@order-ledger/platform/readiness-codes';

/** The rows of the table of readiness codes in docs/operations.md, which is the one place that explains them. */
const HEAD = '| Code | Where | Meaning |';

/** A link's text alone: the screen has none. */
const plain = (cell: string): string => cell.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');

/** What each code that is given means, and what is to be done. */
export const meaningsOf = (operations: string, codes: readonly string[]): Record<string, string> => {
  const [, after = ''] = operations.split(`\n${HEAD}\n`);
  const rows = new Map(
    (after.split('\n\n')[0] ?? '').split('\n').flatMap((line): [string, string][] => {
      const [, code, meaning] = /^\| `([^`]+)`[^|]* \| [^|]* \| (.*) \|$/.exec(line) ?? [];
      return code === undefined || meaning === undefined ? [] : [[code, plain(meaning)]];
    }),
  );
  return Object.fromEntries(codes.map((code) => [code, rows.get(rowOf(code)) ?? 'see docs/operations.md']));
};
