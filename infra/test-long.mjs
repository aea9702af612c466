#!/usr/bin/env node
// npm run test:long: the campaigns that take too long to guard every change.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, main, ROOT } from './bootstrap.mjs';

const HELP = `npm run test:long [-- JEST ARGUMENTS]

The campaigns: test/*.long.ts of every package, one after the other, on private instances of the services, as for npm
test. They take hours rather than minutes and up to 20 GB of disk. Their results are written to docs/long-runs, one
file a campaign.

  npm run test:long                                    all of them
  npm run test:long -- packages/embedded-eventstore    those of one package
  npm run test:long -- kill                            those whose files' names hold a text

  EARLIER_COMMIT=<commit> npm run test:long -- versions    which build runs beside this one; else the release before
`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(HELP);
  const report = (line) => process.stderr.write(`${line}\n`);
  bootstrap(report);
  const { countsOf, runTests } = await import('./local/dist/test-run.js');
  const resultFile = join(ROOT, '.data', 'test-long-results.json');
  mkdirSync(join(ROOT, '.data'), { recursive: true, mode: 0o700 });
  rmSync(resultFile, { force: true });
  process.env.LONG_RUNS_FOLDER = join(ROOT, 'docs', 'long-runs');
  const campaigns = ['--testMatch', '**/{packages,infra}/*/test/**/*.long.ts', '--runInBand'];
  const code = await runTests({ root: ROOT, args: [...args, ...campaigns], resultFile, inMemory: false, report });
  const { passed, failed } = countsOf(resultFile);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return code;
});
