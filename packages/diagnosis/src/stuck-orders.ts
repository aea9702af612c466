import type { Status } from '@order-ledger/domain/status';
import type { Reader } from '@order-ledger/read-model/reading/reader';
import { diagnose } from './diagnose.ts';
import type { OrderEvidence, SystemEvidence } from './evidence.ts';
import { type Candidate, readCandidates } from './reading/candidates.ts';
import { readOrderTables } from './reading/order-tables.ts';
import { readNamedIds } from './reading/system-tables.ts';
import type { StageLimits } from './stage-limits.ts';
import type { Diagnosis, Verdict } from './verdict.ts';

export interface StuckFilter {
  readonly verdict?: Verdict | undefined;
  /** The status in which they stand. */
  readonly stage?: Status | undefined;
  /** Only those that a process of ours has to move, or that one names as at fault. */
  readonly ofSystem?: boolean | undefined;
  /** Past their limit from this time on. */
  readonly since?: Date | undefined;
}

interface StuckAsked {
  readonly reader: Reader;
  readonly system: SystemEvidence;
  readonly limits: StageLimits;
  readonly filter: StuckFilter;
  readonly after: Candidate | null;
  readonly limit: number;
  /** Knows more of orders than the tables do, as whoever may read the ledger. */
  readonly completed?: (orders: readonly OrderEvidence[]) => Promise<readonly OrderEvidence[]>;
}

export interface StuckOrder extends Diagnosis {
  /** When its limit was reached. */
  readonly past_since: string;
}

export interface StuckPage {
  readonly stuck: readonly StuckOrder[];
  /** Where the next page begins; null: there is none. */
  readonly next: Candidate | null;
}

/** Orders that are looked at together, and at most for one page: a filter may let few of them through. */
const AT_ONCE = 50;
const MOST_LOOKED_AT = 500;

/** Orders that stand still, the longest past their limit first. */
export const stuckOrders = async (asked: StuckAsked): Promise<StuckPage> => {
  const { reader, system, limits, filter, limit, completed } = asked;
  const { verdict, stage: status, ofSystem, since } = filter;
  const named = await readNamedIds(reader);
  const stuck: StuckOrder[] = [];
  let after = asked.after;
  for (let looked = 0; looked < MOST_LOOKED_AT; ) {
    const candidates = await readCandidates(reader, { limits, status, ofSystem, since, named, after, limit: AT_ONCE });
    const ids = candidates.map(({ order_id }) => order_id);
    const tables = await readOrderTables(reader, ids);
    const read = ids.map((id) => tables.get(id) as OrderEvidence);
    const orders = completed === undefined ? read : await completed(read);
    for (const [index, candidate] of candidates.entries()) {
      const found = diagnose({ system, order: orders[index] as OrderEvidence }, limits);
      after = candidate;
      if (!found.stuck || found.verdict === null || (verdict !== undefined && found.verdict !== verdict)) continue;
      stuck.push({ ...found, past_since: new Date(candidate.past_since).toISOString() });
      if (stuck.length === limit) return { stuck, next: candidate };
    }
    looked += candidates.length;
    if (candidates.length < AT_ONCE) return { stuck, next: null };
  }
  return { stuck, next: after };
};
