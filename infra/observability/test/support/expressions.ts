import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seriesIn } from '@order-ledger/observability/uses';
import { stringify } from 'yaml';

/** Gives a file with this text, or with a rule for each expression, to a program. */
export const inFile = <Result>(content: string | readonly string[], run: (file: string) => Result): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-expressions-'));
  try {
    const text =
      typeof content === 'string'
        ? content
        : stringify(
            { groups: [{ name: 'all', rules: content.map((expr, n) => ({ record: `expression:${n}`, expr })) }] },
            { lineWidth: 0 },
          );
    writeFileSync(join(folder, 'file.yml'), text);
    return run(join(folder, 'file.yml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/**
 * Of each series in an expression the labels that are asked of it: those in its braces, and those by which it is summed up
 * where it is the only one.
 */
export const labelsIn = (expr: string): { series: string; labels: string[] }[] => {
  const all = seriesIn(expr);
  const summed = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(', '));
  return all.map((series) => ({
    series,
    labels: [
      ...(all.length === 1 ? summed : []),
      ...[...expr.matchAll(new RegExp(`(?<![\\w:])${series}\\{([^}]*)\\}`, 'g'))].flatMap(([, inside = '']) =>
        [...inside.replaceAll(/"[^"]*"/g, '""').matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
      ),
    ],
  }));
};
