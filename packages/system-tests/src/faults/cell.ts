import { setTimeout as sleep } from 'node:timers/promises';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { createLog } from '@order-ledger/platform/log';
import { beginFault, metBy, type Site } from './begin-fault.ts';
import { startLoad } from './load.ts';
import { type Cell, DEPENDENCIES, FALSE_CODES, FAULTS, lasts, PROCESS_NAMES } from './matrix.ts';
import { NO_ANSWER, READY, type ReadinessWatch, type Share, sharesBetween, watchReadiness } from './readiness.ts';
import { behind, endOf, leftBehind } from './wellness.ts';

export interface CellOptions {
  /** From the fault to its mending; the seed says it if absent. */
  faultMs?: number;
  /** Orders under way at the same time. */
  inFlight: number;
  /** From the mending until all must be well, and again until the orders under way have ended. */
  limitMs: number;
}

export interface CellResult {
  cell: Cell;
  /** Why it could not be run here; null where it was. */
  notRun: string | null;
  faultMs: number;
  /**
   * From the mending until every process was ready, every follower had come to where the ledger ended then, and every
   * order that was under way had taken its next step.
   */
  wellAfterMs: number | null;
  /** From the mending until the last answer of any process that it is not ready. */
  readyAfterMs: number;
  /** What was the last to be well. */
  last: readonly string[];
  /** What each process said while the fault lasted. */
  meanwhile: Record<string, readonly Share[]>;
  /** The same from the mending until all was well. */
  afterwards: Record<string, readonly Share[]>;
  orders: number;
  requests: number;
  repeated: Record<string, number>;
  /** Whatever should not be; a cell without any has passed. */
  problems: string[];
}

const LEAD_MS = 3_000;
const POLL_MS = 200;
/** So many problems are told of one cell, and so much of each: enough to find the first cause. */
const SHOWN = 8;
const SHOWN_CHARACTERS = 300;

/** Asks until it is true or the time is over; failures meanwhile are retried, because things are coming back. */
const within = async (limitMs: number, ask: () => Promise<boolean>): Promise<boolean> => {
  const deadline = performance.now() + limitMs;
  for (;;) {
    if (await ask().catch(() => false)) return true;
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
};

const shares = (watch: ReadinessWatch, fromMs: number, untilMs: number): Record<string, readonly Share[]> =>
  Object.fromEntries([...watch.said].map(([name, said]) => [name, sharesBetween(said, fromMs, untilMs)]));

const lastNotReady = (watch: ReadinessWatch): number =>
  Math.max(...[...watch.said.values()].flat().map(({ says, untilMs }) => (says === READY ? 0 : untilMs)));

const falseWords = (watch: ReadinessWatch): string[] =>
  [...watch.said].flatMap(([name, said]) =>
    said
      .filter(({ says }) => FALSE_CODES.some((code) => says.includes(code)))
      .map(({ says }) => `${name} said "${says}"`),
  );

/** Processes that need the dependency, were without it, and did not report it. */
const silentOnes = (cell: Cell, { meanwhile, faultMs }: Pick<CellResult, 'meanwhile' | 'faultMs'>): string[] => {
  const { noticedMs } = FAULTS[cell.fault];
  if (noticedMs === null || faultMs < noticedMs || !DEPENDENCIES[cell.dependency].needed) return [];
  return metBy(cell)
    .filter((name) => (meanwhile[name] ?? []).every(({ says }) => says === READY))
    .map((name) => `${name} was ready all the time without ${cell.dependency}`);
};

/** Processes that the fault did not affect and that did not answer all the same. */
const dragged = (cell: Cell, { meanwhile }: Pick<CellResult, 'meanwhile'>): string[] =>
  PROCESS_NAMES.filter((name) => name !== cell.dependency)
    .filter((name) => (meanwhile[name] ?? []).some(({ says, percent }) => says === NO_ANSWER && percent > 20))
    .map((name) => `${name} did not answer when asked whether it is ready`);

const told = (problems: readonly string[]): string[] => [
  ...problems
    .slice(0, SHOWN)
    .map((text) => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)} …` : text)),
  ...(problems.length > SHOWN ? [`${problems.length - SHOWN} more`] : []),
];

/** The result of a cell that was not run to its end, or not at all. */
export const unfinished = (cell: Cell, why: Partial<CellResult>): CellResult => ({
  cell,
  notRun: null,
  faultMs: 0,
  wellAfterMs: null,
  readyAfterMs: 0,
  last: [],
  meanwhile: {},
  afterwards: {},
  orders: 0,
  requests: 0,
  repeated: {},
  problems: [],
  ...why,
});

/** Runs one cell on a system that is well, under load, to its end. */
export const runCell = async (site: Site, cell: Cell, options: CellOptions): Promise<CellResult> => {
  const { system } = site;
  const { inFlight, limitMs } = options;
  const log = createLog({ service: 'faults', level: 'error', destination: process.stderr });
  const ledger: Ledger = openLedger({ connectionString: system.credentials.addresses.event_store, log });
  const watch = watchReadiness(new Map(PROCESS_NAMES.map((name) => [name, system.adminUrl(name)])));
  const reportsBefore = system.reports.length;
  const load = await startLoad({ credentials: system.credentials, ledger, inFlight, seed: site.seed });
  try {
    await sleep(LEAD_MS);
    const began = watch.elapsedMs;
    const mend = await beginFault(site, cell);
    await sleep(options.faultMs ?? lasts(cell, site.seed));
    await mend();
    const mended = watch.elapsedMs;

    let end: bigint | null = null;
    const stood = load.underWay();
    let last: readonly string[] = [];
    const isWell = await within(limitMs, async () => {
      end ??= await endOf(ledger);
      const hindrances = [
        ...[...watch.now()].flatMap(([name, says]) => (says === READY ? [] : [`${name} says "${says}"`])),
        ...(await behind(system, end)).map((follower) => `${follower} is behind the ledger`),
        ...stood().map(({ order_id, life, step }) => `the order ${order_id} (${life}) stands still: ${step}`),
      ];
      if (hindrances.length > 0) last = hindrances;
      return hindrances.length === 0;
    });
    const well = watch.elapsedMs;
    const mismatches = await load.end(limitMs);
    const said = { faultMs: mended - began, meanwhile: shares(watch, began, mended) };
    const found = [
      ...(isWell ? [] : [`not well ${limitMs / 1_000} s after it was mended: ${last.join('; ')}`]),
      ...silentOnes(cell, said),
      ...dragged(cell, said),
      ...falseWords(watch),
      ...system.reports
        .slice(reportsBefore)
        .filter((line) => line.includes('ended unexpectedly'))
        .map((line) => line.split('\n').slice(0, 4).join(' | ')),
      ...load.records.flatMap(({ number, life, order_id, failure }) =>
        failure === null ? [] : [`order ${number} (${life}, ${order_id ?? 'not made'}): ${failure}`],
      ),
      ...mismatches.map(
        ({ order_id, between, what, expected, found }) =>
          `${order_id}, ${between}: ${what}: expected ${expected}, found ${found}`,
      ),
      ...(await leftBehind(system)),
    ];
    return {
      cell,
      notRun: null,
      ...said,
      wellAfterMs: isWell ? well - mended : null,
      readyAfterMs: Math.max(0, lastNotReady(watch) - mended),
      last: told(last),
      afterwards: shares(watch, mended, well),
      orders: load.records.length,
      requests: load.requests,
      repeated: Object.fromEntries(load.repeats),
      problems: told(found),
    };
  } finally {
    await load.stop();
    await watch.stop();
    await ledger.close();
  }
};
