import { describe, expect, it } from '@jest/globals';
import { decide } from '@order-ledger/domain/decide';
import { GRAPH } from '@order-ledger/domain/edges';
import { FACTS } from '@order-ledger/domain/facts';
import type { Grantee } from '@order-ledger/domain/grants';
import { leaves, RULES, targetsOf } from '@order-ledger/domain/graph';
import { isFinal, STATUSES, type Status } from '@order-ledger/domain/status';
import { heldFrom, journeyTo, WAYS, walk } from '@order-ledger/testing/orders/journeys';
import { commandFor, type Order, verdict } from '@order-ledger/testing/orders/specification';
import { MATRIX_CASES } from './matrix-cases.ts';

const EDGES = [...RULES, ...FACTS];
/** Every order is full: the smallest limit that there is. */
const decidedFull = ({ order, command }: Pick<(typeof MATRIX_CASES)[number], 'order' | 'command'>) =>
  verdict(decide(order.state, command, GRAPH, 1));

describe('a full order', () => {
  it('refuses what only adds to its record or takes it aside, and decides all else as before', () => {
    const refused = new Set<string>();
    for (const cell of MATRIX_CASES) {
      const before = verdict(decide(cell.order.state, cell.command));
      const now = decidedFull(cell);
      if (now === before) continue;
      expect([cell.title, now]).toEqual([cell.title, 'order-full']);
      refused.add(cell.command.command);
    }
    expect([...refused].sort()).toEqual([
      'AddNote',
      'AttachModel',
      'ChangeDueDate',
      'ChangePriority',
      'DeclineCancellation',
      'HoldOrder',
      'ReassignClaim',
      'RecordCarrierEvent',
      'RecordCorrection',
      'RequestCancellation',
      'RequestPriceRecalculation',
      'ReviseOrder',
    ]);
  });

  it('has a way to an end from every status', () => {
    const endless = (from: Status, seen = new Set<Status>()): boolean => {
      if (isFinal(from)) return false;
      seen.add(from);
      const next = RULES.filter((rule) => !rule.untilFull && leaves(rule, from)).flatMap(targetsOf);
      return next.every((to) => seen.has(to) || endless(to, seen));
    };
    expect(STATUSES.filter((status) => endless(status))).toEqual([]);
  });

  it('is finished by every command of our own processes: none of them is ever told that it is full', () => {
    const ours: readonly Grantee[] = ['process.manager', 'pricing.worker', 'manufacturing.worker', 'claim.keeper'];
    const sent = EDGES.filter(({ by }) => typeof by !== 'string' && by.some(({ to }) => ours.includes(to)));
    expect(sent.length).toBeGreaterThan(15);
    expect(sent.filter(({ untilFull }) => untilFull)).toEqual([]);
  });

  it('is resumed, resolved, and led to its end, whatever struck it', () => {
    const steps = (order: Order, status: Status) => walk(order, ...(WAYS[status].slice(1) as [never]));
    const resumed = walk(heldFrom('MANUFACTURING_COMPLETED'), 'ResumeOrder');
    expect(resumed.state?.status).toBe('MANUFACTURING_COMPLETED');
    const road = ['PACKAGING_STARTED', 'PACKAGING_COMPLETED', 'WAITING_SHIPMENT_CONFIRMATION', 'SHIPPED'] as const;
    for (const order of [journeyTo('ON_HOLD'), journeyTo('ERROR')]) {
      for (const name of ['CancelOrder', order.state?.status === 'ERROR' ? 'ResolveError' : 'ResumeOrder'] as const)
        expect(decide(order.state, commandFor(order, name), GRAPH, 1).outcome).toBe('accepted');
    }
    let order = resumed;
    for (const status of [...road, 'DELIVERED', 'CLOSED'] as const) {
      const [, first] = WAYS[status];
      const name = first as 'CloseOrder';
      expect([name, decide(order.state, commandFor(order, name), GRAPH, 1).outcome]).toEqual([name, 'accepted']);
      order = steps(order, status);
    }
  });

  it('answers a repetition as the first time, and tells what it still takes', () => {
    const order = journeyTo('PRICE_CALCULATED');
    const note = commandFor(order, 'AddNote');
    const noted = walk(order, 'AddNote');
    const last = noted.events.at(-1);
    const again = {
      ...note,
      command_id: last?.metadata.command_id ?? '',
      request_hash: last?.metadata.request_hash ?? '',
    };
    expect(decide(noted.state, again, GRAPH, 1).outcome).toBe('repeated');
    const decision = decide(noted.state, commandFor(noted, 'HoldOrder'), GRAPH, 5);
    if (decision.outcome !== 'refused' || decision.refusal.kind !== 'order-full') throw new Error(verdict(decision));
    expect(decision.refusal).toMatchObject({ event_limit: 5, status: 'PRICE_CALCULATED' });
    const commands = decision.refusal.allowed_transitions.map(({ command }) => command);
    expect(commands).toContain('CancelOrder');
    expect(commands).not.toContain('HoldOrder');
  });
});
