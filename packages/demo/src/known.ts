import { claimChange } from '@order-ledger/domain/claim-changes';
import { isEventType, type OrderEvent } from '@order-ledger/domain/events';
import type { Status } from '@order-ledger/domain/status';

/** An event as the demonstration learns of it: from an answer with the body it sent, or from the order's timeline. */
export interface Learned {
  type: string;
  event_version: number;
  status_version: number;
  /** The order's status after it. */
  status: Status;
  data: Readonly<Record<string, unknown>>;
}

export interface Quote {
  quote_version: number;
  amount: number;
  due: number;
  currency: string;
  valid_until: string;
}

/** What a sender must know of an order to go on with it. Money in minor units. */
export interface Known {
  status: Status;
  event_version: number;
  status_version: number;
  quote: Quote | null;
  paid: number;
  credits: number;
  /** The last one. */
  refund_id: string | null;
  quantity: number;
  good: number;
  rejected: number;
  shortage: number;
  fence_token: number | null;
  pickup: boolean;
  shipment_request_id: string | null;
  open_holds: readonly string[];
  spec_version: number;
  price_attempt: number;
  price_job_id: string | null;
  /** How many events of each type. */
  events: Readonly<Record<string, number>>;
}

const NOTHING: Known = {
  status: 'INITIATED',
  event_version: 0,
  status_version: 0,
  quote: null,
  paid: 0,
  credits: 0,
  refund_id: null,
  quantity: 0,
  good: 0,
  rejected: 0,
  shortage: 0,
  fence_token: null,
  pickup: false,
  shipment_request_id: null,
  open_holds: [],
  spec_version: 0,
  price_attempt: 0,
  price_job_id: null,
  events: {},
};

interface Amount {
  amount: number;
  currency: string;
}

const changes = (known: Known, { type, event_version, data }: Learned): Partial<Known> => {
  const amount = (field: string): number => (data[field] as Amount).amount;
  const count = (field: string): number => Number(data[field] ?? 0);
  const text = (field: string): string => String(data[field]);
  if (!isEventType(type)) return {};
  switch (type) {
    case 'OrderSubmitted':
    case 'OrderRevised': {
      const delivery = data.delivery as { method: string } | undefined;
      return {
        quantity: data.quantity === undefined ? known.quantity : count('quantity'),
        pickup: delivery === undefined ? known.pickup : delivery.method === 'PICKUP',
        spec_version: event_version,
        quote: null,
      };
    }
    case 'PriceCalculationStarted':
    case 'PriceCalculationRestarted':
      return { price_attempt: count('attempt'), price_job_id: text('job_id') };
    case 'PriceCalculated': {
      const { amount: price, currency } = data.price as Amount;
      const due = amount('due_before_production');
      return {
        quote: { quote_version: event_version, amount: price, due, currency, valid_until: text('valid_until') },
      };
    }
    case 'PaymentRecorded':
      return { paid: known.paid + amount('amount') };
    case 'PaymentRefunded':
      return { paid: known.paid - amount('amount'), refund_id: text('refund_id') };
    case 'ManufacturingCompleted':
    case 'ManufacturingFailed':
      return { good: known.good + count('good_quantity') };
    case 'ReworkRequired':
      return { rejected: known.rejected + count('rejected_quantity') };
    case 'ShortageAccepted':
      return { shortage: known.shortage + count('quantity'), credits: known.credits + amount('credit') };
    case 'ShipmentRequested':
      return { shipment_request_id: text('shipment_request_id') };
    case 'OrderPutOnHold':
    case 'HoldAdded':
      return { open_holds: [...known.open_holds, text('hold_id')] };
    case 'OrderResumed':
    case 'HoldReleased':
      return { open_holds: known.open_holds.filter((hold) => hold !== data.hold_id) };
    default:
      return {};
  }
};

const tokenAfter = ({ fence_token }: Known, { type, data }: Learned): number | null => {
  const change = isEventType(type) ? claimChange({ type, data } as OrderEvent) : null;
  if (change === null) return fence_token;
  return 'begins' in change ? change.begins.fence_token : null;
};

/** Learns of the order's next event; one that is known already changes nothing. */
export const learn = (known: Known, event: Learned): Known => {
  if (event.event_version <= known.event_version) return known;
  const { type, status, event_version, status_version } = event;
  return {
    ...known,
    ...changes(known, event),
    fence_token: tokenAfter(known, event),
    status,
    event_version,
    status_version,
    events: { ...known.events, [type]: (known.events[type] ?? 0) + 1 },
  };
};

export const learnAll = (events: Iterable<Learned>): Known => {
  let known = NOTHING;
  for (const event of events) known = learn(known, event);
  return known;
};
