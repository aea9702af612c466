import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceProblem } from '@order-ledger/local/problem';
import { claimInstance, releaseInstance, runningInstance } from '@order-ledger/local/single-instance';
import type { Addresses } from './alertmanager.ts';
import { startObserving } from './observe.ts';

interface ObserveHereOptions {
  root: string;
  report: (line: string) => void;
  addresses: Addresses;
  /** Resolves when the person wants it stopped. */
  untilStopped: Promise<string>;
}

/** `npm run observe`: looks at what `npm start` runs in this clone until it is stopped. */
export const observeHere = async ({ root, report, addresses, untilStopped }: ObserveHereOptions): Promise<void> => {
  const data = join(root, '.data');
  if (runningInstance(join(data, 'start.pid')) === null)
    throw new ServiceProblem('npm start does not run here: start it in another terminal, then this again.');
  const folder = join(data, 'observe');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pidFile = join(folder, 'observe.pid');
  const other = runningInstance(pidFile);
  if (other !== null)
    throw new ServiceProblem(`npm run observe runs here already (process ${other}). Stop it with: kill ${other}`);
  claimInstance(pidFile);
  try {
    const observing = await startObserving({ root, data, report, addresses });
    try {
      report(
        [
          '',
          `  Prometheus    ${observing.prometheus}        questions, rules, targets: /graph, /rules, /targets`,
          `  Alertmanager  ${observing.alertmanager}        what is told now: /api/v2/alerts`,
          `  alerts go to  ${addresses.page ?? 'nobody: --webhook URL sends them to an address'}`,
          '  data, logs    .data/observe, 31 days and 2 GB at most',
          'It looks until Ctrl-C, and follows processes as they restart.',
        ].join('\n'),
      );
      report(`\n${await untilStopped}`);
    } finally {
      await observing.stop();
    }
  } finally {
    releaseInstance(pidFile);
  }
};
