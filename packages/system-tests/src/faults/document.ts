import type { CellResult } from './cell.ts';
import { ALL, DEPENDENCIES, FAULTS } from './matrix.ts';
import { READY, type Share } from './readiness.ts';

/** A result as it is kept, with how it came about. */
export interface Recorded extends CellResult {
  date: string;
  seed: number;
  machine: string;
}

/** From here on a reader wants to know what took so long. */
const LONG_MS = 15_000;

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
  notRun !== null
    ? `not run: ${notRun}`
    : problems.length === 0
      ? 'all agrees'
      : `**${problems[0]}**${problems.length > 1 ? ' …' : ''}`;

/** What was said, and the two times from the mending on; with what was the last to be well where that took long. */
const timesOf = ({ notRun, meanwhile, readyAfterMs, wellAfterMs, last }: CellResult): string[] => {
  if (notRun !== null) return ['', '', ''];
  const well = wellAfterMs === null ? 'never' : `${seconds(wellAfterMs)} s`;
  const why = wellAfterMs !== null && wellAfterMs > LONG_MS ? `: ${last.join('; ')}` : '';
  return [readinessOf(meanwhile), `${seconds(readyAfterMs)} s`, `${well}${why}`];
};

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

/** One line of text for a cell, for people who wait. */
export const lineOf = (result: CellResult): string => {
  const { cell, notRun, wellAfterMs, readyAfterMs, last, problems, orders } = result;
  const name = `${cell.dependency.padEnd(12)} ${cell.fault.padEnd(10)} ${cell.process.padEnd(21)}`;
  if (notRun !== null) return `–  ${name} ${notRun}`;
  const well = wellAfterMs === null ? 'never' : `${seconds(wellAfterMs)} s`;
  const mark = problems.length === 0 ? '✔' : '✗';
  return [
    `${mark}  ${name} ready after ${seconds(readyAfterMs).padStart(5)} s, well after ${well.padStart(7)}, ${orders} orders`,
    ...(wellAfterMs !== null && wellAfterMs > LONG_MS ? [`     the last: ${last.join('; ')}`] : []),
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
    `(${ALL}), or one alone that the seed chooses; then it is mended, and nobody does anything else. *Meanwhile* is what the`,
    'processes said at `/health/ready`, in the order in which they first said it, with its share of the time. *Ready after*',
    'counts from the mending to the last answer of any process that it is not ready; *well after*, until every process was',
    'ready, every follower had come to where the ledger ended at the mending, and every order that was under way had taken its',
    'next step. *In the end*, when these orders have gone their way, what was answered, the ledger, the read model, the stream',
    'of events and the messages are held against each other. A cell that needs a person is a defect.',
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
        row(['Fault', 'Meets', 'Lasted', 'Meanwhile', 'Ready after', 'Well after', 'In the end', 'Seed']),
        row(Array.from({ length: 8 }, () => '---')).replaceAll(' ', ''),
        ...own.map((result) =>
          row([
            result.cell.fault,
            result.cell.process,
            `${seconds(result.faultMs)} s`,
            ...timesOf(result),
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
