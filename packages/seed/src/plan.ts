import type { Body, CommandName } from '@order-ledger/domain/bodies';
import type { Context } from '@order-ledger/domain/command';
import type { Actor } from '@order-ledger/domain/grants';
import { toMake } from '@order-ledger/domain/pieces';
import type { OrderState } from '@order-ledger/domain/state';
import type { Dice } from './dice.ts';
import * as people from './people.ts';

/** A command of an order's life, and how many seconds after the one before it comes. */
export interface Step<Name extends CommandName = CommandName> {
  readonly command: Name;
  readonly by: Actor;
  readonly body: Body<Name>;
  readonly afterS: number;
  readonly context: Context;
}
type Plan = Generator<Step, void, void>;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is made of what, with a price in kopecks a piece: nothing but what a fresh system offers, and so can make. */
export const OFFERS = [
  { material: 'PLA', process: 'FDM', piece: 45_000 },
  { material: 'PETG', process: 'FDM', piece: 52_000 },
  { material: 'PA12', process: 'SLS', piece: 190_000 },
  { material: 'RESIN', process: 'SLA', piece: 140_000 },
] as const;
const QUANTITIES = [1, 1, 1, 2, 4, 10, 25] as const;
const SHA256 = 'e'.repeat(64);
const UPLOAD = {
  sha256: SHA256,
  complete: true,
  valid: true,
  model: {
    bytes: 684,
    format: 'STL_BINARY',
    triangles: 12,
    bounding_box: [20_000, 20_000, 20_000],
    warnings: [],
  },
} as const;

const step = <Name extends CommandName>(
  command: Name,
  by: Actor,
  body: Body<Name>,
  afterS: number,
  context: Context = {},
): Step => ({ command, by, body, afterS, context }) as unknown as Step;

export interface Subject {
  readonly number: number;
  readonly dice: Dice;
  /** The order after the last step; there is one from the second step on. */
  readonly order: () => OrderState;
  readonly uuid: (what: string) => string;
}

const token = (order: OrderState) => ({ fence_token: order.claim?.fence_token ?? 0 });

/** Most orders go their way; what else happens to them has the shares that a workshop of this kind may see. */
export function* planOf(subject: Subject): Plan {
  const { number, dice } = subject;
  const partner = dice.chance(0.4) ? dice.pick(people.PARTNERS) : null;
  const customer = people.customerOf(partner, `customer-${dice.below(5_000)}`);
  yield* placed(subject, partner, customer);
  if (dice.chance(0.04)) return yield step('CancelOrder', people.MANAGER, { reason: 'EXPIRED' }, 30 * DAY);
  const rejected = yield* priced(subject, customer);
  if (rejected) return;
  const bought = yield* paid(subject, customer);
  if (!bought) return;
  yield* heldOrInError(subject);
  yield* made(subject);
  yield* packed(subject);
  yield* delivered(subject, number);
  if (dice.chance(0.02)) yield* returned(subject, customer);
}

function* placed({ number, dice, uuid }: Subject, partner: string | null, customer: Actor): Plan {
  const offer = dice.pick(OFFERS);
  const customer_ref = customer.on_behalf_of ?? `${partner}-${dice.below(200)}`;
  yield step(
    'InitiateOrder',
    customer,
    {
      customer_ref,
      external_ref: `${partner === null ? 'SO' : 'PO'}-${number}`,
      channel: partner === null ? 'ONLINE_STORE' : 'API',
      priority: dice.pick(['NORMAL', 'NORMAL', 'NORMAL', 'LOW', 'HIGH', 'URGENT']),
    },
    0,
    { account: people.ACCOUNT },
  );
  const owner = partner === null ? 'house' : `partner:${partner}`;
  yield step(
    'AttachModel',
    customer,
    { upload_id: uuid('upload'), sha256: SHA256, unit: 'MM' },
    dice.around(8 * MINUTE),
    { upload: { ...UPLOAD, owner, model: { ...UPLOAD.model, bounding_box: [20_000, 20_000, 20_000], warnings: [] } } },
  );
  yield step(
    'SubmitOrder',
    customer,
    {
      material: offer.material,
      process: offer.process,
      quantity: dice.pick(QUANTITIES),
      delivery: { method: 'CARRIER', address_ref: `address-${customer_ref}` },
    },
    dice.around(4 * MINUTE),
    { catalogue: [{ ...offer, finishings: [] }] },
  );
}

/** True: rejected. */
function* priced({ dice, order, uuid }: Subject, _customer: Actor): Generator<Step, boolean, void> {
  const job_id = uuid('job');
  const { quantity = 1, material = 'PLA' } = order().specification ?? {};
  yield step(
    'StartPriceCalculation',
    people.PRICING,
    {
      attempt: 1,
      job_id,
      spec_version: order().spec_version,
      lane: dice.pick(['SHORT', 'SHORT', 'SHORT', 'MEDIUM', 'LONG']),
      estimate_s: { p50: 240, p95: 900 },
      cached: false,
    },
    dice.around(20),
  );
  const workS = dice.around(5 * MINUTE);
  if (dice.chance(0.05)) {
    const reason = dice.pick(['NOT_WATERTIGHT', 'WALL_TOO_THIN', 'TOO_LARGE']);
    yield step('RejectOrder', people.PRICING, { attempt: 1, job_id, reason, faults: [] }, workS);
    return true;
  }
  const piece = OFFERS.find((offer) => offer.material === material)?.piece ?? 50_000;
  const price = { amount: Math.round(piece * quantity * (0.5 + dice.around(1))), currency: 'RUB' };
  yield step(
    'CompletePriceCalculation',
    people.PRICING,
    {
      attempt: 1,
      job_id,
      price,
      breakdown: [{ line: 'material', amount: price }],
      tariff_version: 'seed',
      engine_version: 'seed',
      machine_seconds: 5_400 * quantity,
      measures: { volume: 8_000, area: 2_400, bounding_box: [20_000, 20_000, 20_000] },
    },
    workS,
  );
  return false;
}

/** False: nobody bought it. */
function* paid({ dice, order, uuid }: Subject, customer: Actor): Generator<Step, boolean, void> {
  if (dice.chance(0.08)) {
    yield step('CancelOrder', people.MANAGER, { reason: 'EXPIRED' }, 21 * DAY);
    return false;
  }
  const { quote_version = 1, price } = order().quote ?? {};
  const accepts = Math.min(dice.around(3 * HOUR), 13 * DAY);
  yield step('AcceptQuote', customer, { quote_version }, accepts, { account: people.ACCOUNT });
  if (dice.chance(0.03)) {
    yield step('CancelOrder', dice.pick(people.AGENTS), { reason: 'CUSTOMER_ASKED' }, dice.around(DAY));
    return false;
  }
  const payment = {
    payment_id: uuid('payment'),
    amount: price ?? { amount: 0, currency: 'RUB' },
    method: 'CARD',
  } as const;
  yield step('RecordPayment', people.CRM, payment, dice.around(2 * HOUR));
  yield step('ApproveManufacturing', people.MANAGER, {}, 1);
  return true;
}

function* heldOrInError({ dice, uuid }: Subject): Plan {
  if (dice.chance(0.04)) {
    const agent = dice.pick(people.AGENTS);
    const hold_id = uuid('hold');
    const reason = dice.pick(['CUSTOMER_ASKED', 'MATERIAL_SHORTAGE', 'PAYMENT_RISK']);
    yield step('HoldOrder', agent, { hold_id, reason }, dice.around(HOUR));
    yield step('ResumeOrder', agent, { hold_id }, dice.around(DAY));
  }
}

function* made({ dice, order }: Subject): Plan {
  const operator = dice.pick(people.OPERATORS);
  const { quantity = 1 } = order().specification ?? {};
  yield step(
    'PlanProduction',
    people.PLANNING,
    {
      work_centre: `centre-${1 + dice.below(3)}`,
      machine_seconds: 5_400 * quantity,
      start_at: order().stage_entered_at,
      finish_at: order().stage_entered_at,
    },
    2,
  );
  yield step('ClaimOrder', operator, {}, dice.around(5 * HOUR));
  yield step('StartManufacturing', operator, token(order()), dice.around(6 * MINUTE), { surplus_percent: 10 });
  const surplus = { surplus_percent: 10 };
  for (let tries = 0; tries < 3 && dice.chance(0.06); tries += 1) {
    const failure = { ...token(order()), defect: 'WARPING', good_quantity: 0, scrap_quantity: 1 } as const;
    yield step('FailManufacturing', operator, failure, dice.around(3 * HOUR), surplus);
    yield step('StartManufacturing', operator, token(order()), dice.around(HOUR), surplus);
  }
  const good = () => ({ ...token(order()), good_quantity: toMake(order().pieces), scrap_quantity: 0 });
  yield step('CompleteManufacturing', operator, good(), dice.around(9 * HOUR), surplus);
}

const PARCEL = { weight: 420, length: 200_000, width: 150_000, height: 100_000 };

function* packed({ dice, order }: Subject): Plan {
  const packer = dice.pick(people.PACKERS);
  // The operator's claim ends with the making, so that the packer finds the order free.
  if (order().claim !== null && order().claim?.operator !== packer.id)
    yield step('ReleaseClaim', holderOf(order()), { ...token(order()), reason: 'SHIFT_END' }, dice.around(5 * MINUTE));
  yield step('StartPackaging', packer, {}, dice.around(HOUR));
  yield step('CompletePackaging', packer, { ...token(order()), parcels: [PARCEL] }, dice.around(25 * MINUTE));
}

const holderOf = (order: OrderState): Actor => {
  const everybody = [...people.OPERATORS, ...people.PACKERS];
  return everybody.find(({ id }) => id === order.claim?.operator) ?? people.OPERATORS[0];
};

function* delivered({ dice, uuid }: Subject, number: number): Plan {
  const name = dice.pick(people.CARRIERS);
  const carrier = people.carrierOf(name);
  const shipment_request_id = uuid('shipment');
  const tracking_number = `TRACK-${number}`;
  const asked = { carrier: name, shipment_request_id };
  yield step('RequestShipment', dice.pick(people.PACKERS), asked, dice.around(30 * MINUTE), {
    carriers: people.CARRIERS,
  });
  yield step('ConfirmShipment', carrier, { shipment_request_id, tracking_number }, dice.around(4 * HOUR));
  const proof = { proof_of_delivery_id: `POD-${number}`, tracking_number };
  yield step('ConfirmDelivery', carrier, proof, dice.around(2 * DAY));
  yield step('CloseOrder', people.MANAGER, {}, 1);
}

function* returned({ dice, order, uuid }: Subject, customer: Actor): Plan {
  yield step('RequestReturn', customer, { reason: 'NOT_AS_ORDERED' }, Math.min(dice.around(3 * DAY), 13 * DAY));
  yield step('ReceiveReturn', people.WAREHOUSE, { condition: 'USED' }, dice.around(4 * DAY));
  const amount = { amount: order().paid, currency: 'RUB' };
  const refund_id = uuid('refund');
  yield step('RecordRefund', people.CRM, { refund_id, amount, reason: 'RETURNED' }, dice.around(DAY));
  yield step('CloseOrder', dice.pick(people.AGENTS), { refund_id }, dice.around(HOUR));
}
