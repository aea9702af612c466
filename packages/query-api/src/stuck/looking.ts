import {
  askProcess,
  askProgram,
  ledgerBy,
  lettersBy,
  type ProcessAddress,
  queuesBy,
} from '@order-ledger/diagnosis/asking-processes';
import { diagnose } from '@order-ledger/diagnosis/diagnose';
import type { OrderEvidence, SystemEvidence } from '@order-ledger/diagnosis/evidence';
import { type Incident, incidentOf, type Program } from '@order-ledger/diagnosis/incident/incident';
import { lettersOf } from '@order-ledger/diagnosis/letters';
import type { Candidate } from '@order-ledger/diagnosis/reading/candidates';
import { readOrderTables } from '@order-ledger/diagnosis/reading/order-tables';
import { readStageStatistics } from '@order-ledger/diagnosis/reading/stage-statistics';
import { databaseNow, readSystemTables } from '@order-ledger/diagnosis/reading/system-tables';
import {
  type LimitSettings,
  type StageLimits,
  type StageStatistics,
  stageLimits,
} from '@order-ledger/diagnosis/stage-limits';
import { type StuckFilter, type StuckPage, stuckOrders } from '@order-ledger/diagnosis/stuck-orders';
import type { Diagnosis } from '@order-ledger/diagnosis/verdict';
import type { Log } from '@order-ledger/platform/log';
import type { Answer } from '@order-ledger/platform/within';
import { type ObjectiveNow, readObjectives } from '../objectives.ts';
import type { Source, Sources } from '../sources.ts';
import { createFileReading } from './reading-files.ts';

interface LookingOptions {
  readonly sources: Sources;
  /** Where the processes answer their operators; none: they are not asked. */
  readonly processes: readonly ProcessAddress[];
  readonly limits: LimitSettings;
  /** Which Prometheus evaluates the objectives; absent: none. */
  readonly prometheusUrl?: string | undefined;
  /** Where the lines of all logs are, and the spans; absent: not here. */
  readonly logFolder?: string | undefined;
  readonly spanFolder?: string | undefined;
  readonly log: Log;
}

/** What is wrong with orders, as far as this account may know. */
export interface Looking {
  system(source: Source): Promise<SystemEvidence>;
  /** How long an order may stay in each status before it is looked at. */
  limits(source: Source): Promise<StageLimits>;
  page(source: Source, asked: { filter: StuckFilter; after: Candidate | null; limit: number }): Promise<StuckPage>;
  /** Of one order; undefined where the tables do not know it. */
  order(source: Source, orderId: string): Promise<{ found: Diagnosis; evidence: OrderEvidence } | undefined>;
  /** Which program answers at each address, in their order. */
  programs(source: Source): Promise<readonly Program[]>;
  /** What is left of the objectives. */
  objectives(source: Source): Promise<Answer<readonly ObjectiveNow[]>>;
  /** Everything about one order. */
  incident(source: Source, orderId: string): Promise<Incident | undefined>;
}

/** How long what holds for the whole system counts as current, and what is usual in a status; milliseconds. */
const SYSTEM_BELIEVED_MS = 2_000;
const LETTERS_BELIEVED_MS = 5_000;
const PROGRAMS_BELIEVED_MS = 10_000;
const OBJECTIVES_BELIEVED_MS = 15_000;
const USUAL_BELIEVED_MS = 600_000;

/** Asks at most once at a time, and not again while the answer is young; one that failed is asked for again. */
const kept = <T>(believedMs: number, ask: (source: Source) => Promise<T>): ((source: Source) => Promise<T>) => {
  let last: { at: number; schema: string; answer: Promise<T> } | undefined;
  return (source) => {
    if (last === undefined || last.schema !== source.schema || performance.now() - last.at > believedMs) {
      const answer = ask(source);
      const asked = { at: performance.now(), schema: source.schema, answer };
      answer.catch(() => {
        if (last === asked) last = undefined;
      });
      last = asked;
    }
    return last.answer;
  };
};

export const createLooking = (options: LookingOptions): Looking => {
  const { sources, processes, limits: settings, prometheusUrl, logFolder, spanFolder, log } = options;
  const readFiles = createFileReading();
  const bridges = processes.filter(({ name }) => name === 'bridge');
  const system = kept(SYSTEM_BELIEVED_MS, async (source): Promise<SystemEvidence> => {
    const [at, tables, answers, queues] = await Promise.all([
      databaseNow(source.pool),
      readSystemTables(source),
      Promise.all(processes.map(askProcess)),
      queuesBy(bridges),
    ]);
    const asked = processes.length === 0 ? { unknown: 'no process is named in PROCESS_URLS' } : { is: answers };
    return { at, ...tables, processes: asked, ledger: ledgerBy(answers), queues };
  });
  const programs = kept(PROGRAMS_BELIEVED_MS, () => Promise.all(processes.map(askProgram)));
  const objectives = kept(OBJECTIVES_BELIEVED_MS, () => readObjectives(prometheusUrl));
  const letters = kept(LETTERS_BELIEVED_MS, async (source) => lettersBy(bridges, (await system(source)).queues));
  const withLetters = async (source: Source, orders: readonly OrderEvidence[]): Promise<readonly OrderEvidence[]> => {
    const found = await letters(source);
    return orders.map((order) => ({ ...order, letters: lettersOf(found, order.order_id) }));
  };
  const usual = kept<readonly StageStatistics[]>(USUAL_BELIEVED_MS, async () =>
    readStageStatistics(await sources.reports()),
  );
  /** Without what is usual the defaults count. */
  const limitsOf = async (source: Source): Promise<StageLimits> =>
    stageLimits(
      settings,
      await usual(source).catch((error: unknown) => {
        log.warn('could not read how long orders usually stay in a status; the defaults count', { error });
        return [];
      }),
    );
  const order: Looking['order'] = async (source, orderId) => {
    const [around, limits, tables] = await Promise.all([
      system(source),
      limitsOf(source),
      readOrderTables(source, [orderId]),
    ]);
    const [evidence] = (await withLetters(source, [...tables.values()])) as [OrderEvidence];
    if (evidence.events.length === 0 && 'is' in evidence.row && evidence.row.is === null) return undefined;
    return { found: diagnose({ system: around, order: evidence }, limits), evidence };
  };
  return {
    ...{ system, order, programs, objectives, limits: limitsOf },
    page: async (source, { filter, after, limit }) => {
      const [around, limits] = await Promise.all([system(source), limitsOf(source)]);
      const completed = (orders: readonly OrderEvidence[]) => withLetters(source, orders);
      return stuckOrders({ reader: source, system: around, limits, filter, after, limit, completed });
    },
    incident: async (source, orderId) => {
      const told = await order(source, orderId);
      if (told === undefined) return undefined;
      const [around, { logs, spans }, programs] = await Promise.all([
        system(source),
        readFiles({ orderId, logFolder, spanFolder }),
        Promise.all(processes.map(askProgram)),
      ]);
      const evidence = { system: around, order: told.evidence };
      return incidentOf({ made_at: around.at, evidence, diagnosis: told.found, spans, logs, programs });
    },
  };
};
