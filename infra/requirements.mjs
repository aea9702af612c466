#!/usr/bin/env node
// npm run requirements: which rows of the requirements the last test run has shown.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, Problem, ROOT } from './bootstrap.mjs';

const HELP = `npm run requirements [-- --json | --open | SECTION …]

Lists the requirements with the tests that show them: a test shows a row when it carries the row's id in its title,
[A19], and passed in the last npm test.

  --open      only the rows that nothing shows
  --json      as one JSON object
  A C H       only these sections
`;

const resultFile = join(ROOT, '.data', 'test-results.json');
const idsIn = (title) =>
  [...title.matchAll(/\[([^\]]+)\]/g)]
    .flatMap(([, list]) => list.split(/[,\s]+/))
    .filter((id) => /^[A-T]\d+$/.test(id));

/** Only tests that ran and passed count. */
const shownByTests = () => {
  if (!existsSync(resultFile)) throw new Problem('There is no result of a test run yet: run npm test first.');
  const { testResults } = JSON.parse(readFileSync(resultFile, 'utf8'));
  const shown = new Map();
  for (const { assertionResults } of testResults) {
    for (const { fullName, status } of assertionResults) {
      if (status !== 'passed') continue;
      for (const id of idsIn(fullName)) shown.set(id, [...(shown.get(id) ?? []), fullName]);
    }
  }
  return shown;
};

await main(() => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(HELP);
  const sections = args.filter((arg) => /^[A-T]$/.test(arg));
  const shown = shownByTests();
  const rows = JSON.parse(readFileSync(join(ROOT, 'infra', 'requirements.json'), 'utf8'))
    .filter(({ id }) => sections.length === 0 || sections.includes(id[0]))
    .map((row) => ({ ...row, tests: shown.get(row.id) ?? [] }));
  const met = rows.filter(({ tests }) => tests.length > 0).length;
  if (args.includes('--json'))
    return void process.stdout.write(`${JSON.stringify({ shown: met, of: rows.length, rows })}\n`);
  const width = Math.max(60, process.stdout.columns ?? 80);
  const cut = (text) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
  let section = '';
  for (const row of rows.filter(({ tests }) => !args.includes('--open') || tests.length === 0)) {
    if (row.section !== section) process.stdout.write(`\n${row.section}\n`);
    section = row.section;
    process.stdout.write(`${cut(`${row.tests.length > 0 ? '✔' : '·'} ${row.id.padEnd(4)}${row.requirement}`)}\n`);
    if (row.tests.length > 0 && !args.includes('--open')) {
      const more = row.tests.length > 1 ? ` (+${row.tests.length - 1})` : '';
      process.stdout.write(`${cut(`       ${row.tests[0]}`.slice(0, width - more.length) + more)}\n`);
    }
  }
  process.stdout.write(`\n${met} of ${rows.length} requirements are shown by tests that passed.\n`);
});
