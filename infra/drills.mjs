// The suites that are too dear to guard every change: each starts systems of its own, the dearest for two minutes and more
// of processor time. npm test runs a third of them, another one every day.
import { join } from 'node:path';
import { Problem, ROOT } from './bootstrap.mjs';

/** In an order in which the thirds take about the same. A rule that must hold for each commit does not belong here. */
export const DRILLS = [
  ...['manual', 'stuck', 'fuzz'],
  ...['any-body', 'kill', 'rehearsal'],
  ...['patient-start', 'clocks', 'faults'],
  ...['addresses', 'parked-before', 'ledger-only'],
  ...['clock-set-back', 'restored-ledger', 'cut-followers'],
].map((name) => `packages/system-tests/test/${name}.test.ts`);

const DAYS = 3;
const DAY_MS = 86_400_000;

/** The day that a run began, by which all its samples are taken; another one is asked for with SAMPLE_DAY. */
export const dayOf = (env, now) => {
  const day = Number(env.SAMPLE_DAY ?? Math.floor(now / DAY_MS));
  if (Number.isInteger(day) && day >= 0) return day;
  throw new Problem(`SAMPLE_DAY is "${env.SAMPLE_DAY}", and must be the number of a day since 1970.`);
};

/** Those that a run of everything leaves out on this day. */
export const leftOutOn = (day) => DRILLS.filter((_, index) => (index + day) % DAYS !== 0);

/** For jest, whose own pattern is replaced by what it is given. */
export const ignoring = (files) => [
  '--testPathIgnorePatterns',
  '/node_modules/',
  ...files.map((file) => join(ROOT, file).replaceAll('.', '\\.')),
];
