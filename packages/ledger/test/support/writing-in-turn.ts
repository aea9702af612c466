import { COMMAND_NAMES, type CommandName } from '@order-ledger/domain/bodies';
import type { Command } from '@order-ledger/domain/command';
import { type Decision, decide } from '@order-ledger/domain/decide';
import { fold } from '@order-ledger/domain/evolve';
import { FACTS } from '@order-ledger/domain/facts';
import { RULES } from '@order-ledger/domain/graph';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Outcome } from '@order-ledger/ledger/appending/execute';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { timestampNow } from '@order-ledger/platform/clock';
import { collect } from '@order-ledger/testing/ledger/requests';
import { keepingLog } from '@order-ledger/testing/lines';
import { commandFor, noOrder, type Order, verdict } from '@order-ledger/testing/orders/specification';

/** What ends or stops a life comes seldom enough by chance. */
const LIVELY = RULES.filter(({ command }) => !['CancelOrder', 'RejectOrder', 'ReportError'].includes(command));

interface InTurnOptions {
  readonly commands: number;
  readonly url: string;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Orders that live at the same time. */
  readonly atOnce?: number;
  /** Commands of one life. */
  readonly lifeLength?: number;
}

/**
 * Random commands on orders, each sent through one of two ledgers that know nothing of each other, and each held against
 * the domain's own decision on what was stored so far. Answers with what was amiss, and how often it came to what.
 */
export const writeInTurn = async ({ commands, url, random, atOnce = 8, lifeLength = 40 }: InTurnOptions) => {
  const { log } = keepingLog();
  const ledgers = [openLedger({ connectionString: url, log }), openLedger({ connectionString: url, log })] as const;
  const amiss: string[] = [];
  const verdicts = new Map<string, number>();
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;

  const nameFor = (order: Order): CommandName => {
    if (order.state === null) return random() < 0.9 ? 'InitiateOrder' : pick(COMMAND_NAMES);
    const by = random();
    if (by > 0.85) return pick(COMMAND_NAMES);
    const edges: readonly { command: CommandName; from: readonly unknown[] }[] = by < 0.55 ? LIVELY : FACTS;
    const here = edges.filter(({ from }) => from.includes(order.state?.status));
    return here.length === 0 ? 'AddNote' : pick(here).command;
  };

  const send = (ledger: Ledger, { command, command_id, order_id, actor, ...sent }: Command): Promise<Outcome> =>
    ledger.execute({
      ...{ command, command_id, order_id, actor },
      correlation_id: sent.correlation_id,
      causation_id: sent.causation_id,
      prepare: async () => ({ body: sent.body, request_hash: sent.request_hash, context: sent.context }),
    });

  const live = async (life: number): Promise<void> => {
    let order = noOrder(`order ${life} ${random()}`);
    const done: { command: Command; events: readonly RecordedEvent[] }[] = [];
    for (let n = 0; n < lifeLength; n += 1) {
      order = { ...order, now: Date.now() };
      const before = done.length > 0 && random() < 0.1 ? pick(done) : undefined;
      const command =
        before?.command ?? commandFor(order, nameFor(order), { after: 0, key: `${life} ${n} ${random()}` });
      const now = timestampNow();
      const expected: Decision = decide(order.state, { ...command, occurred_at: now, recorded_at: now } as Command);
      const outcome = await send(pick(ledgers), command);
      const came = cameTo(outcome);
      verdicts.set(came, (verdicts.get(came) ?? 0) + 1);
      if (came !== verdict(expected))
        amiss.push(`${command.command} in ${order.state?.status}: ${came} instead of ${verdict(expected)}`);
      if (outcome.outcome === 'refused') continue;
      if (before !== undefined && JSON.stringify(outcome.events) !== JSON.stringify(before.events))
        amiss.push(`${command.command} was repeated with another answer`);
      if (outcome.repeated) continue;
      if (outcome.events.length > 0) done.push({ command, events: outcome.events });
      const events = [...order.events, ...outcome.events];
      order = { ...order, events, state: fold(outcome.events, order.state) };
    }
    const stored = await collect(pick(ledgers).readOrder(order.order_id));
    if (JSON.stringify(stored) !== JSON.stringify(order.events))
      amiss.push(`the stream holds ${stored.length} events where ${order.events.length} were answered for`);
  };

  try {
    let next = 0;
    const lives = Math.ceil(commands / lifeLength);
    const worker = async (): Promise<void> => {
      while (next < lives) {
        next += 1;
        await live(next);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return { amiss, verdicts, sent: lives * lifeLength };
  } finally {
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  }
};

const cameTo = (outcome: Outcome): string => {
  if (outcome.outcome === 'refused')
    return outcome.refusal.kind === 'guard' ? outcome.refusal.code : outcome.refusal.kind;
  return outcome.repeated ? 'repeated' : outcome.events.map(({ type }) => type).join(' + ') || 'nothing';
};
