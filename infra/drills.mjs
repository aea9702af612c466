// The suites that are too dear to guard every change: outages, crashes, foreign data and campaigns, in which processes of
// their own start and end; the dearest take two minutes of processor time. npm test runs a few of them, others every
// day. A rule that must hold for each commit does not belong here, nor what alone shows a requirement.
import { join } from 'node:path';
import { Problem, ROOT } from './bootstrap.mjs';

/** Of each day in fifteen: together they take some 70 s of processor time, and the first two more. */
const DAYS = [
  {
    'packages/system-tests': ['manual'],
  },
  {
    'packages/system-tests': ['stuck'],
  },
  {
    'packages/system-tests': ['fuzz', 'clock-set-back', 'parked-before'],
  },
  {
    'packages/system-tests': ['kill', 'addresses'],
    'packages/process-manager': ['foreign-events'],
    'packages/platform': ['operators'],
  },
  {
    'packages/system-tests': ['rehearsal', 'cut-followers'],
    'packages/messaging': ['topology-changes'],
  },
  {
    'packages/system-tests': ['faults'],
    'packages/embedded-eventstore': ['model'],
    'packages/command-api': ['diverged-ledger'],
  },
  {
    'packages/system-tests': ['clocks', 'restored-ledger'],
  },
  {
    'packages/system-tests': ['ledger-only'],
    'packages/upload-api': ['faults'],
  },
  {
    'packages/pricing-worker': ['crashes'],
    'packages/ledger': ['same-ledger'],
  },
  {
    'packages/system-tests': ['any-body', 'patient-start'],
    'packages/ledger': ['coming-back'],
    'infra/local': ['compiling'],
  },
  {
    'packages/ledger': ['divergence', 'standstill'],
    'packages/command-api': ['planted-values'],
    'packages/embedded-eventstore': ['operations'],
  },
  {
    'packages/pricing-worker': ['outages'],
    'packages/messaging': ['broker-outage'],
    'packages/repairs': ['commands'],
    'packages/command-api': ['unreadable-orders'],
    'infra/local': ['own-process'],
  },
  {
    'packages/bridge': ['poison', 'faults'],
    'packages/manufacturing-worker': ['overlooked'],
    'packages/query-api': ['identity-provider'],
    'infra/local': ['look'],
  },
  {
    'packages/projector': ['poison'],
    'packages/ledger': ['server-away', 'in-doubt'],
    'packages/pricing-worker': ['unfinished'],
    'packages/messaging': ['unpublishable'],
    'packages/demo': ['compare-read-side'],
    'packages/repairs': ['dead-letters'],
    'infra/local': ['services', 'restart-on-change'],
  },
  {
    'packages/projector': ['stale-orders'],
    'packages/embedded-eventstore': ['bounded', 'kill'],
    'packages/command-api': ['outage', 'clocks'],
    'packages/pricing-worker': ['foreign-events'],
    'packages/manufacturing-worker': ['foreign-events'],
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
