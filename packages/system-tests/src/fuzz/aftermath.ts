import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROCESSES } from '@order-ledger/local/processes';
import { behind, endOf, leftOut } from '../faults/wellness.ts';
import type { Fault } from './checks.ts';
import type { Site } from './site.ts';

const LIMIT_MS = 120_000;
const POLL_MS = 250;
const SHOWN = 10;

const well = (detail: string): Fault => ({ rule: 'well', detail });

const notReady = async ({ system }: Site): Promise<string[]> => {
  const asked = PROCESSES.map(async ({ name }) => {
    const answer = await fetch(`${system.adminUrl(name)}/health/ready`).catch(() => null);
    return answer?.status === 200
      ? []
      : [`${name} is not ready: ${(await answer?.text())?.slice(0, 300) ?? 'no answer'}`];
  });
  return (await Promise.all(asked)).flat();
};

interface Line {
  level?: string;
  message?: string;
  http_status?: number;
}

/** Lines that tell of a failure of ours, each sort once with how often it came. */
export const failuresIn = async (folder: string, name: string): Promise<string[]> => {
  const found = new Map<string, { times: number; line: string }>();
  const lines = createInterface({ input: createReadStream(join(folder, `${name}.log`)) });
  for await (const text of lines) {
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch {
      // What is no line of the log was written by something that fell over.
      line = { level: 'error', message: 'no JSON' };
    }
    if (line.level !== 'error' && (line.http_status ?? 0) < 500) continue;
    const sort = `${line.level} ${line.message} ${line.http_status ?? ''}`;
    const { times = 0, line: first = text } = found.get(sort) ?? {};
    found.set(sort, { times: times + 1, line: first });
  }
  return [...found.values()].map(({ times, line }) => `${name} logged ${times} times: ${line.slice(0, 1_500)}`);
};

/** Until every follower has come to where the ledger ends; who has not within the limit. */
const stillBehind = async ({ system, ledger }: Site): Promise<string[]> => {
  const end = await endOf(ledger);
  for (const began = performance.now(); ; await sleep(POLL_MS)) {
    const late = [...(await behind(system, end)), ...(await notReady({ system } as Site))];
    if (late.length === 0 || performance.now() - began > LIMIT_MS)
      return late.map((each) => `does not come to the end of the ledger, or is not ready: ${each}`);
  }
};

/** What the run has left behind in the system: nothing, where all is well. */
export const aftermathOf = async (site: Site): Promise<Fault[]> => {
  const late = await stillBehind(site);
  const died = site.system.reports.filter((line) => /ended unexpectedly/.test(line));
  const logged = (
    await Promise.all(PROCESSES.map(({ name }) => failuresIn(join(site.system.folder, 'logs'), name)))
  ).flat();
  return [...late, ...died, ...(await leftOut(site.system)), ...logged].slice(0, SHOWN * 3).map(well);
};
