#!/usr/bin/env node
// npm test: everything that guards a change, on private instances of every service, whatever else runs here.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, main, Problem, ROOT } from './bootstrap.mjs';
import { argumentsForChanged } from './changed-tests.mjs';
import { dayOf, ignoring, leftOutOn } from './drills.mjs';

const HELP = `npm test [-- JEST ARGUMENTS]

Lint, types, and tests on private instances of PostgreSQL, Redis, RabbitMQ and the event store, with their own
ports and temporary data. Each starts when the first test asks for it: the tests of packages/domain start none. What is
missing is installed first.

  npm test                             everything but the drills of other days
  npm test -- --all                    those too
  npm test -- packages/domain          the tests of one package
  npm test -- -t 'claims'              the tests whose names hold a text
  SAMPLE_DAY=20787 npm test            the samples and drills of another day, by the number that it showed
  npm run test:changed                 what the work since main touches, or on main that since the last commit
  npm run test:changed -- HEAD~3       what has changed since this commit
  npm run requirements                 what the last run has shown of the requirements
`;

const report = (line) => process.stderr.write(`${line}\n`);

const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const TSC = 'node_modules/typescript/bin/tsc';
/** All at once, so that whoever broke several hears of all. */
const CHECKS = {
  'lint and format': [BIOME, 'check', '--error-on-warnings', '.'],
  'types of the tests': [TSC, '-p', 'tsconfig.tests.json'],
  'types of the web page': [TSC, '-p', 'packages/dashboard'],
  "types of the web page's tests": [TSC, '-p', 'packages/dashboard/test'],
};

/** @returns what it said, if it failed */
const failureOf = ([program, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, program), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('close', (code) => resolve(code === 0 ? null : said));
  });

const check = async () => {
  report(`Checking: ${Object.keys(CHECKS).join(', ')} …`);
  const ended = Object.entries(CHECKS).map(async ([what, command]) => [what, await failureOf(command)]);
  const failed = (await Promise.all(ended)).filter(([, said]) => said !== null);
  for (const [what, said] of failed) report(`${said}${what}: failed, see above.`);
  if (failed.length > 0) throw new Problem(`Failed: ${failed.map(([what]) => what).join(', ')}.`);
};

await main(async () => {
  const given = process.argv.slice(2);
  if (given.includes('--help')) return void process.stdout.write(HELP);
  const day = dayOf(process.env, Date.now());
  process.env.SAMPLE_DAY = String(day);
  const leftOut = given.length === 0 ? leftOutOn(day) : [];
  const args =
    given[0] === '--changed' ? argumentsForChanged(given[1], report) : given[0] === '--all' ? given.slice(1) : given;
  bootstrap(report);
  await check();
  if (args === null) return void report('Nothing has changed that a test could show.');
  const { countsOf, runTests } = await import('./local/dist/test-run.js');
  const resultFile = join(ROOT, '.data', 'test-results.json');
  mkdirSync(join(ROOT, '.data'), { recursive: true, mode: 0o700 });
  rmSync(resultFile, { force: true });
  const code = await runTests({
    root: ROOT,
    args: leftOut.length === 0 ? args : ignoring(leftOut),
    resultFile,
    inMemory: true,
    report,
  });
  const { passed, failed, skipped } = countsOf(resultFile);
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  if (leftOut.length > 0) {
    report(`Day ${day}: left out ${leftOut.length} drills of other days; npm test -- --all runs them too.`);
  }
  return code;
});
