import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** Writes what a campaign found to docs/long-runs, where `npm run test:long` asks for it. */
export const recordLongRun = (
  name: string,
  figures: Readonly<Record<string, unknown>>,
  of = 'embedded-eventstore',
): void => {
  const folder = process.env.LONG_RUNS_FOLDER;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const run = {
    name,
    date: new Date().toISOString(),
    command: `npm run test:long -- packages/${of}`,
    node: process.version,
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, memory_gib: Math.round(totalmem() / 2 ** 30) },
    figures,
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(run, null, 2)}\n`);
};
