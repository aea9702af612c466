import type { EventType } from '@order-ledger/domain/events';
import { FACTS } from '@order-ledger/domain/facts';
import { leaves, RULES } from '@order-ledger/domain/graph';
import { advance, type Lifecycle, type RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Status } from '@order-ledger/domain/status';

/** The facts of the graph: event types that change no status. A claim's renewal has no event and is not among them. */
const FACT_TYPES: readonly EventType[] = [...new Set(FACTS.flatMap(({ event }) => (event === null ? [] : [event])))];

/** The rule by which an event led from one status to another, or null: a fact, or no rule at all. */
const ruleOf = (type: EventType, from: Status | null): string | null =>
  RULES.find((rule) => rule.event === type && leaves(rule, from))?.id ?? null;

interface Walked {
  /** How often each rule and each fact was walked; all of them are there, those never walked with 0. */
  rules: Record<string, number>;
  facts: Record<string, number>;
}

export const nothingWalked = (): Walked => ({
  rules: Object.fromEntries(RULES.map(({ id }) => [id, 0])),
  facts: Object.fromEntries(FACT_TYPES.map((type) => [type, 0])),
});

/** Adds what one order's stream has walked. */
export const addWalked = (walked: Walked, events: Iterable<RecordedEvent>): void => {
  let lifecycle: Lifecycle | null = null;
  for (const event of events) {
    const rule = ruleOf(event.type, lifecycle?.status ?? null);
    if (rule !== null) walked.rules[rule] = (walked.rules[rule] ?? 0) + 1;
    else if (event.type in walked.facts) walked.facts[event.type] = (walked.facts[event.type] ?? 0) + 1;
    lifecycle = advance(lifecycle, event);
  }
};

/** What was never walked. */
export const missing = ({ rules, facts }: Walked): string[] =>
  [...Object.entries(rules), ...Object.entries(facts)].filter(([, count]) => count === 0).map(([name]) => name);
