import { COMMAND_NAMES } from '@order-ledger/domain/bodies';
import type { Command } from '@order-ledger/domain/command';
import { type Decision, decide } from '@order-ledger/domain/decide';
import fc from 'fast-check';
import { ACTORS, type ActorName } from './actors.ts';
import { journeyTo } from './journeys.ts';
import { after, commandFor, noOrder, type Order, type Sending } from './specification.ts';

const FORWARD = [
  'AttachModel',
  'SubmitOrder',
  'StartPriceCalculation',
  'CompletePriceCalculation',
  'AcceptQuote',
  'RecordPayment',
  'ApproveManufacturing',
  'ClaimOrder',
  'StartManufacturing',
  'CompleteManufacturing',
  'StartPackaging',
  'CompletePackaging',
  'RequestShipment',
  'ConfirmShipment',
  'ConfirmDelivery',
  'CloseOrder',
] as const;

interface Stroke {
  name: (typeof COMMAND_NAMES)[number];
  as: ActorName | null;
  after: number;
  ago: number;
  key: number | null;
}

/** Mostly what leads on and who may, sometimes anything by anybody, at odd times, with keys that were used before. */
const stroke: fc.Arbitrary<Stroke> = fc.record({
  name: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...FORWARD) },
    { weight: 2, arbitrary: fc.constantFrom(...COMMAND_NAMES) },
  ),
  as: fc.option(fc.constantFrom(...(Object.keys(ACTORS) as ActorName[])), { freq: 8 }),
  after: fc.integer({ min: -120, max: 3600 }),
  ago: fc.integer({ min: -70, max: 4000 }),
  key: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 8 }),
});

export interface Lived {
  before: Order;
  command: Command;
  decision: Decision;
  after: Order;
}

/** Lives an order through: every command is decided, whatever it comes to. */
const live = (start: Order, strokes: readonly Stroke[]): Lived[] => {
  let order = start;
  return strokes.flatMap(({ name, as, key, ...sending }) => {
    if (order.state === null && name !== 'InitiateOrder') return [];
    const command = commandFor(order, name, {
      ...sending,
      ...(as === null ? {} : { as }),
      ...(key === null ? {} : { key: `${key}` }),
    } as Sending);
    const decision = decide(order.state, command);
    const lived = { before: order, command, decision, after: after(order, command, decision) };
    order = lived.after;
    return [lived];
  });
};

const STARTS = [
  noOrder(),
  ...(
    [
      'INITIATED',
      'PRICE_CALCULATION_STARTED',
      'MANUFACTURING_STARTED',
      'PACKAGING_COMPLETED',
      'DELIVERED',
      'ON_HOLD',
    ] as const
  ).map((status) => journeyTo(status)),
];

/** An order's life under random commands, from nothing or from the middle of the plain way. */
export const randomLife: fc.Arbitrary<Lived[]> = fc
  .tuple(fc.constantFrom(...STARTS), fc.array(stroke, { minLength: 1, maxLength: 40 }))
  .map(([start, strokes]) =>
    live(
      start,
      start.state === null ? [{ name: 'InitiateOrder', as: null, after: 60, ago: 0, key: null }, ...strokes] : strokes,
    ),
  );
