// The suites that are too dear to guard every change: outages, crashes, foreign data and campaigns, in which processes of
// their own start and end; the dearest take two minutes of processor time. npm test runs a seventh of them, another one
// every day. A rule that must hold for each commit does not belong here, nor what alone shows a requirement.
import { join } from 'node:path';
import { Problem, ROOT } from './bootstrap.mjs';

/** Of each day in a week: those that together take as long as those of another, some 170 s of processor time. */
const DAYS = [
  {
    'packages/system-tests': ['manual'],
    'packages/messaging': ['unpublishable'],
    'infra/local': ['look', 'own-process'],
  },
  {
    'packages/system-tests': ['stuck'],
    'packages/ledger': ['divergence'],
    'packages/command-api': ['planted-values', 'outage'],
    'packages/process-manager': ['foreign-events'],
    'packages/messaging': ['broker-outage'],
    'infra/local': ['services'],
  },
  {
    'packages/system-tests': ['fuzz', 'clock-set-back'],
    'packages/bridge': ['faults'],
    'packages/ledger': ['same-ledger'],
    'packages/embedded-eventstore': ['operations'],
    'packages/projector': ['poison'],
    'packages/query-api': ['identity-provider'],
  },
  {
    'packages/system-tests': ['faults'],
    'packages/pricing-worker': ['crashes', 'foreign-events'],
    'packages/bridge': ['poison'],
    'packages/embedded-eventstore': ['bounded'],
    'packages/demo': ['compare-read-side'],
    'packages/ledger': ['in-doubt'],
  },
  {
    'packages/system-tests': ['rehearsal', 'ledger-only', 'patient-start', 'addresses'],
    'packages/upload-api': ['faults'],
    'packages/manufacturing-worker': ['overlooked'],
    'packages/ledger': ['server-away'],
  },
  {
    'packages/system-tests': ['kill', 'any-body', 'restored-ledger', 'parked-before'],
    'packages/pricing-worker': ['unfinished'],
    'packages/manufacturing-worker': ['foreign-events'],
    'packages/ledger': ['coming-back'],
    'packages/repairs': ['dead-letters'],
    'packages/platform': ['operators'],
  },
  {
    'packages/system-tests': ['clocks', 'cut-followers'],
    'packages/pricing-worker': ['outages'],
    'packages/repairs': ['commands'],
    'packages/projector': ['stale-orders'],
    'packages/command-api': ['unreadable-orders', 'clocks', 'diverged-ledger'],
    'packages/embedded-eventstore': ['kill', 'model'],
    'packages/ledger': ['standstill'],
    'packages/messaging': ['topology-changes'],
  },
].map((suites) =>
  Object.entries(suites).flatMap(([folder, names]) => names.map((name) => `${folder}/test/${name}.test.ts`)),
);

export const DRILLS = DAYS.flat();

const DAY_MS = 86_400_000;

/** The day that a run began, by which all its samples are taken; another one is asked for with SAMPLE_DAY. */
export const dayOf = (env, now) => {
  const day = Number(env.SAMPLE_DAY ?? Math.floor(now / DAY_MS));
  if (Number.isInteger(day) && day >= 0) return day;
  throw new Problem(`SAMPLE_DAY is "${env.SAMPLE_DAY}", and must be the number of a day since 1970.`);
};

/** Those that a run of everything leaves out on this day. */
export const leftOutOn = (day) => DAYS.filter((_, index) => index !== day % DAYS.length).flat();

/** For jest, whose own pattern is replaced by what it is given. */
export const ignoring = (files) => [
  '--testPathIgnorePatterns',
  '/node_modules/',
  ...files.map((file) => join(ROOT, file).replaceAll('.', '\\.')),
];
