import { describe, expect, it } from '@jest/globals';
import type { Body } from '@order-ledger/domain/bodies';
import { decide } from '@order-ledger/domain/decide';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { act, after, commandFor, type Order, orderOf } from '@order-ledger/testing/orders/specification';
import { changesNothing } from '../src/carrier-events.ts';
import { historyOf } from '../src/order-history.ts';
import { reactionsTo } from '../src/reactions.ts';

type Kind = Body<'RecordCarrierEvent'>['kind'];
/** A word of the carrier: what, and how many minutes after the shipment was asked for by its own clock. */
interface Word {
  kind: Kind;
  at: number;
  body?: object;
}

const requestShipment = (order: Order, shipment_request_id = 'ship-1'): Order =>
  act(order, 'RequestShipment', { body: { carrier: 'dpd', shipment_request_id } });
const packed = journeyTo('PACKAGING_COMPLETED');
const asked = requestShipment(packed);
const shipped = act(asked, 'ConfirmShipment');
const NEEDED: Readonly<Partial<Record<Kind, object>>> = {
  ACCEPTED: { shipment_request_id: 'ship-1', tracking_number: 'track-1' },
  DECLINED: { shipment_request_id: 'ship-1', decline_reason: 'WEIGHT' },
  DELIVERED: { proof_of_delivery_id: 'proof-1' },
};

/** The order after everything that the reactions want of it, each reaction once for its cause. */
const settled = (order: Order, done = new Set<string>()): Order => {
  const history = historyOf(order.events);
  for (const { rule, cause, send } of history === null ? [] : reactionsTo(history, new Date(order.now).toISOString())) {
    const key = `${rule} ${cause.metadata.event_version}`;
    if (done.has(key)) continue;
    const command = commandFor(order, send.command, { as: 'manager', body: send.body as never, after: 1, key });
    const decision = decide(order.state, command);
    if (decision.outcome === 'accepted') return settled(after(order, command, decision), done.add(key));
  }
  return order;
};
/** Words come together, hours later. */
const EPOCH = asked.now;
const says = (order: Order, { kind, at, body }: Word): Order => {
  const now = Math.max(order.now + 1_000, EPOCH + 4 * 3_600_000);
  return act(order, 'RecordCarrierEvent', {
    after: (now - order.now) / 1000,
    ago: (now - EPOCH) / 1000 - at * 60,
    body: { kind, ...NEEDED[kind], ...body },
  });
};
const hears = (order: Order, ...words: readonly Word[]): Order =>
  words.reduce((at, word) => settled(says(at, word)), settled(order));
const statusOf = (order: Order) => order.state?.status;
/** With each return that was asked for declined, as a carrier's mistake. */
const withoutReturn = (order: Order): Order =>
  statusOf(order) === 'RETURN_REQUESTED' ? withoutReturn(settled(act(order, 'DeclineReturn'))) : order;

const permutations = <Item>(items: readonly Item[]): Item[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, at) =>
        permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
      );
const story = (...kinds: readonly Kind[]): Word[] => kinds.map((kind, index) => ({ kind, at: index + 1 }));
const named = (words: readonly Word[]) => ({ words, told: words.map(({ kind }) => kind).join(', ') });
const orders = (...kinds: readonly Kind[]) => permutations(story(...kinds)).map(named);

describe('a carrier that overtakes itself', () => {
  it.each(['REFUSED', 'RETURN_TO_SENDER'] as const)('does not reopen a closed order by an older %s', (kind) => {
    const closed = hears(shipped, { kind: 'DELIVERED', at: 10 });
    expect(statusOf(closed)).toBe('CLOSED');
    const late = hears(closed, { kind, at: 9 });
    expect(late.events.at(-1)).toMatchObject({ type: 'CarrierEventRecorded', data: { kind } });
    expect(statusOf(late)).toBe('CLOSED');
    expect(statusOf(hears(closed, { kind, at: 11 }))).toBe('RETURN_REQUESTED');
  });

  it.each(['REFUSED', 'RETURN_TO_SENDER'] as const)('does not by an older %s where it confirmed by command', (kind) => {
    const closed = settled(act(shipped, 'ConfirmDelivery', { after: 600 }));
    expect(statusOf(closed)).toBe('CLOSED');
    expect(statusOf(hears(closed, { kind, at: 9 }))).toBe('CLOSED');
    expect(statusOf(hears(closed, { kind, at: 30 }))).toBe('RETURN_REQUESTED');
  });

  it('does not where a person confirmed the delivery', () => {
    const closed = settled(act(shipped, 'ConfirmDelivery', { as: 'agent', after: 600 }));
    expect(statusOf(hears(closed, { kind: 'REFUSED', at: 9 }))).toBe('CLOSED');
  });

  it.each(orders('ACCEPTED', 'IN_TRANSIT', 'DELIVERED'))('delivers when it tells: $told', ({ words }) => {
    expect(statusOf(hears(asked, ...words))).toBe('CLOSED');
  });

  it.each(orders('ACCEPTED', 'REFUSED', 'IN_TRANSIT', 'DELIVERED'))(
    'delivers at the second try when it tells: $told',
    ({ words }) => {
      const heard = hears(asked, ...words);
      const at = (kind: Kind) => words.findIndex((word) => word.kind === kind);
      const late = at('REFUSED') > Math.min(at('IN_TRANSIT'), at('DELIVERED'));
      if (late) expect(statusOf(heard)).toBe('CLOSED');
      expect(statusOf(withoutReturn(heard))).toBe('CLOSED');
    },
  );

  it.each([
    ...orders('ACCEPTED', 'REFUSED', 'IN_TRANSIT', 'DELIVERED'),
    ...orders('ACCEPTED', 'LOST', 'IN_TRANSIT', 'DELIVERED'),
  ])('delivers after an error in which it told: $told', ({ words }) => {
    const errored = words.reduce(says, act(shipped, 'ReportError'));
    expect(statusOf(settled(errored))).toBe('ERROR');
    expect(statusOf(settled(act(errored, 'ResolveError')))).toBe('CLOSED');
  });

  it.each(orders('DECLINED', 'ACCEPTED'))('ships after a hold in which it told: $told', ({ words }) => {
    const held = words.reduce(says, act(asked, 'HoldOrder'));
    expect(statusOf(settled(act(held, 'ResumeOrder')))).toBe('SHIPPED');
  });

  it.each(orders('ACCEPTED', 'DECLINED'))('takes nothing after a hold in which it told: $told', ({ words }) => {
    const held = words.reduce(says, act(asked, 'HoldOrder'));
    expect(statusOf(settled(act(held, 'ResumeOrder')))).toBe('PACKAGING_COMPLETED');
  });

  it('keeps a parcel that it has: a decline from before it was on its way changes nothing', () => {
    const moving = hears(asked, { kind: 'IN_TRANSIT', at: 5 });
    expect(statusOf(hears(moving, { kind: 'DECLINED', at: 4 }))).toBe('WAITING_SHIPMENT_CONFIRMATION');
    expect(statusOf(hears(moving, { kind: 'DECLINED', at: 4 }, { kind: 'ACCEPTED', at: 3 }))).toBe('SHIPPED');
    expect(statusOf(hears(moving, { kind: 'DECLINED', at: 6 }))).toBe('PACKAGING_COMPLETED');
  });

  it('sends a parcel back that is on its way to us when the error is over', () => {
    const errored = [...story('RETURN_TO_SENDER', 'IN_TRANSIT')].reduce(says, act(shipped, 'ReportError'));
    expect(statusOf(settled(act(errored, 'ResolveError')))).toBe('RETURN_REQUESTED');
  });

  it('has found a parcel when it tells so after it was lost, and not before', () => {
    const found = hears(shipped, { kind: 'LOST', at: 5 }, { kind: 'DELIVERED', at: 6 });
    expect(statusOf(found)).toBe('RETURN_REQUESTED');
    expect(statusOf(withoutReturn(found))).toBe('CLOSED');
    const lost = hears(shipped, { kind: 'LOST', at: 5 }, { kind: 'DELIVERED', at: 4 });
    expect(statusOf(withoutReturn(lost))).toBe('SHIPPED');
  });

  it('is believed by what came later where two words are of one time', () => {
    const refused = hears(shipped, { kind: 'DELIVERED', at: 5 }, { kind: 'REFUSED', at: 5 });
    expect(statusOf(refused)).toBe('RETURN_REQUESTED');
    const errored = [{ kind: 'REFUSED', at: 5 } as const, { kind: 'DELIVERED', at: 5 } as const].reduce(
      says,
      act(shipped, 'ReportError'),
    );
    expect(statusOf(settled(act(errored, 'ResolveError')))).toBe('CLOSED');
  });

  it('may deliver twice', () => {
    const twice = hears(
      shipped,
      { kind: 'DELIVERED', at: 5 },
      { kind: 'DELIVERED', at: 6 },
      { kind: 'DELIVERED', at: 4 },
    );
    expect(statusOf(twice)).toBe('CLOSED');
    expect(twice.events.filter(({ type }) => type === 'OrderDelivered')).toHaveLength(1);
  });

  it('proves a delivery by the word that has the proof', () => {
    const unproven = { kind: 'DELIVERED', at: 6, body: { proof_of_delivery_id: undefined } } as const;
    expect(statusOf(hears(shipped, unproven))).toBe('SHIPPED');
    expect(statusOf(hears(shipped, unproven, { kind: 'DELIVERED', at: 5 }))).toBe('CLOSED');
  });

  it('is heard by the time that it gave, not by the one that the record could take', () => {
    // Both lie before the shipment by the record, and are clamped to its time.
    const delivered = hears(shipped, { kind: 'DELIVERED', at: -20 });
    expect(statusOf(hears(delivered, { kind: 'REFUSED', at: -30 }))).toBe('CLOSED');
    expect(statusOf(hears(delivered, { kind: 'REFUSED', at: -10 }))).toBe('RETURN_REQUESTED');
  });
});

describe('words about a shipment that was declined', () => {
  const declined = hears(asked, { kind: 'DECLINED', at: 5 });
  const second = requestShipment(walk(declined, 'StartPackaging', 'CompletePackaging'), 'ship-2');
  const accepted = { shipment_request_id: 'ship-2' };
  const onItsWay = hears(second, { kind: 'ACCEPTED', at: 90, body: accepted });

  it('say nothing of the next one, whether they name it or not', () => {
    expect([statusOf(declined), statusOf(onItsWay)]).toEqual(['PACKAGING_COMPLETED', 'SHIPPED']);
    for (const body of [{ shipment_request_id: 'ship-1' }, {}])
      for (const kind of ['REFUSED', 'LOST', 'DELIVERED', 'RETURN_TO_SENDER'] as const)
        expect([kind, statusOf(hears(onItsWay, { kind, at: 4, body }))]).toEqual([kind, 'SHIPPED']);
    expect(statusOf(hears(onItsWay, { kind: 'DELIVERED', at: 120 }))).toBe('CLOSED');
  });

  it('say nothing of what our own courier brings', () => {
    const byCourier = walk(declined, 'StartPackaging', 'CompletePackaging', 'ShipOrder');
    for (const body of [{ shipment_request_id: 'ship-1' }, {}])
      expect(statusOf(hears(byCourier, { kind: 'DELIVERED', at: 200, body }))).toBe('SHIPPED');
  });
});

it('people are told only of events that still count', () => {
  const told = (order: Order) => {
    const history = historyOf(order.events);
    const event = order.events.at(-1);
    if (history === null || event?.type !== 'CarrierEventRecorded') throw new Error('no carrier event');
    return changesNothing(history, event);
  };
  const unproven = { proof_of_delivery_id: undefined };
  expect(told(says(shipped, { kind: 'DELIVERED', at: 5, body: unproven }))).toBe(false);
  const refused = hears(shipped, { kind: 'REFUSED', at: 6 });
  expect(told(says(refused, { kind: 'DELIVERED', at: 5, body: unproven }))).toBe(true);
  const declined = hears(asked, { kind: 'DECLINED', at: 5 });
  expect(
    told(says(declined, { kind: 'DELIVERED', at: 60, body: { ...unproven, shipment_request_id: 'ship-1' } })),
  ).toBe(true);
  expect(told(says(declined, { kind: 'DELIVERED', at: 4, body: unproven }))).toBe(true);
  expect(told(says(packed, { kind: 'DELIVERED', at: 4, body: unproven }))).toBe(false);
});

it('what was told follows from the events alone: a replay knows the same words', () => {
  const heard = hears(asked, ...story('DECLINED', 'ACCEPTED', 'REFUSED', 'IN_TRANSIT'));
  expect(orderOf(heard.events).state).toEqual(heard.state);
});
