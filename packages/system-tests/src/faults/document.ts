import type { CellResult } from './cell.ts';
import { ALL, DEPENDENCIES, FAULTS } from './matrix.ts';
import { READY, type Share } from './readiness.ts';

/** A result as it is kept, with how it came about. */
export interface Recorded extends CellResult {
  date: string;
  seed: number;
  machine: string;
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);

/** Processes that said the same are named together; who was ready all the time is not named. */
const readinessOf = (said: Readonly<Record<string, readonly Share[]>>): string => {
  const groups = new Map<string, string[]>();
  for (const [name, shares] of Object.entries(said)) {
    if (shares.every(({ says }) => says === READY)) continue;
    const words = shares
      .map(({ says, percent }) => `${says === READY ? says : `\`${says}\``} ${percent} %`)
      .join(', then ');
    groups.set(words, [...(groups.get(words) ?? []), name]);
  }
  if (groups.size === 0) return 'all ready';
  return [...groups].map(([words, names]) => `${names.join(', ')}: ${words}`).join('; ');
};

const verdictOf = ({ notRun, problems }: CellResult): string =>
  notRun !== null ? `not run: ${notRun}` : problems.length === 0 ? 'agrees' : problems.join('; ');

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

/** One line of text for a cell, for people who wait. */
export const lineOf = (result: CellResult): string => {
  const { cell, notRun, wellAfterMs, problems, orders } = result;
  const name = `${cell.dependency.padEnd(12)} ${cell.fault.padEnd(10)} ${cell.process.padEnd(21)}`;
  if (notRun !== null) return `–  ${name} ${notRun}`;
  const well = wellAfterMs === null ? 'never' : `${seconds(wellAfterMs)} s`;
  const mark = problems.length === 0 ? '✔' : '✗';
  return [
    `${mark}  ${name} well after ${well.padStart(7)}, ${orders} orders`,
    ...problems.map((each) => `     ${each}`),
  ].join('\n');
};

/** docs/fault-matrix.md, from what was recorded. */
export const documentOf = (results: readonly Recorded[]): string => {
  const passed = results.filter(({ notRun, problems }) => notRun === null && problems.length === 0).length;
  const run = results.filter(({ notRun }) => notRun === null).length;
  const dates = results.map(({ date }) => date.slice(0, 10)).sort();
  const lines = [
    '# The matrix of faults',
    '',
    'Made by `npm run faults -- --write`; figures hold for the machine that made them. The whole system runs on private',
    'services, and orders are driven over HTTP all the time. A fault meets every process that uses the dependency at once',
    `(${ALL}), or one that the seed chooses alone; then it is mended, and nobody does anything else. *Well* is: every process`,
    'is ready, and every follower of the ledger has come to where it ended at the mending. After that the orders under way',
    'go on to their end, and what was answered, the ledger, the read model, the stream of events and the messages are held',
    'against each other. A cell that needs a person is a defect.',
    '',
    `${passed} of ${run} cells that were run agree (${dates[0]} to ${dates.at(-1)}; ${[...new Set(results.map(({ machine }) => machine))].join('; ')}).`,
    '',
    '## The faults',
    '',
    row(['Fault', 'What happens']),
    row(['---', '---']).replaceAll(' ', ''),
    ...Object.entries(FAULTS).map(([name, { does }]) => row([name, does])),
    ...Object.entries(DEPENDENCIES).map(([name, dependency]) => row([`read-only, ${name}`, dependency['read-only']])),
    ...Object.keys(DEPENDENCIES).flatMap((dependency) => {
      const own = results.filter(({ cell }) => cell.dependency === dependency);
      if (own.length === 0) return [];
      return [
        '',
        `## ${dependency}`,
        '',
        row(['Fault', 'Meets', 'Lasted', 'Readiness meanwhile', 'Well after', 'In the end', 'Seed']),
        row(Array.from({ length: 7 }, () => '---')).replaceAll(' ', ''),
        ...own.map((result) =>
          row([
            result.cell.fault,
            result.cell.process,
            `${seconds(result.faultMs)} s`,
            result.notRun === null ? readinessOf(result.meanwhile) : '',
            result.wellAfterMs === null ? (result.notRun === null ? 'never' : '') : `${seconds(result.wellAfterMs)} s`,
            verdictOf(result),
            String(result.seed),
          ]),
        ),
      ];
    }),
    '',
  ];
  return lines.join('\n');
};
