import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { journeyTo, partnersOrder, walk } from '@order-ledger/testing/orders/journeys';
import { act, type Order } from '@order-ledger/testing/orders/specification';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { QUERY_ROUTES } from '../src/http/query-routes.ts';

const versionOf = (order: Order, type: string): number =>
  order.events.findLast((event) => event.type === type)?.metadata.event_version ?? 0;

// Ten are ordered. A lead wrote 40 for 4, one of these was rejected, one the customer goes without.
const wrong = walk(
  journeyTo('MANUFACTURING_STARTED', partnersOrder('pieces')),
  ['FailManufacturing', { as: 'lead', body: { good_quantity: 40, scrap_quantity: 2 } }],
  ['RequireRework', { body: { rejected_quantity: 1 } }],
);
const right = act(wrong, 'RecordCorrection', {
  body: { corrects_event_version: versionOf(wrong, 'ManufacturingFailed'), good_quantity: 4 },
});
const made = walk(right, 'AcceptShortage', 'StartManufacturing', 'CompleteManufacturing');
const shipped = walk(made, 'StartPackaging', 'CompletePackaging', 'RequestShipment', 'ConfirmShipment');
// One of the ten pieces that left was never made.
const counted = act(shipped, 'RecordCorrection', {
  body: { corrects_event_version: versionOf(shipped, 'ManufacturingCompleted'), good_quantity: 5 },
});

let api: RunningApi;
beforeAll(async () => {
  api = await startApi(counted.events);
});
afterAll(() => api.close());

const piecesAt = async (order: Order, credential: string) => {
  const at = order.events.at(-1)?.metadata.recorded_at;
  const path = order === counted ? '' : `?as_of=${at}`;
  const { status, body } = await api.get(`/v1/orders/${order.order_id}${path}`, { credential });
  expect(status).toBe(200);
  return QUERY_ROUTES.readOrder.answer.schema.parse(body) as { pieces?: object };
};

describe('the pieces of an order', () => {
  it('are counted as they were reported, and as they were set right, now and as of any time', async () => {
    const lead = await api.tokenOf(ACTORS.lead);
    const none = { made: 0, rejected: 0, scrapped: 0, short: 0, shipped: 0 };
    const told = async (order: Order) => (await piecesAt(order, lead)).pieces;
    expect(await told(journeyTo('INITIATED', partnersOrder('pieces')))).toEqual({ ...none, ordered: 0, to_make: 0 });
    expect(await told(journeyTo('SUBMITTED', partnersOrder('pieces')))).toEqual({ ...none, ordered: 10, to_make: 10 });
    const reported = { ordered: 10, made: 40, rejected: 1, scrapped: 2, short: 0, to_make: 0, shipped: 0 };
    expect(await told(wrong)).toEqual(reported);
    expect(await told(right)).toEqual({ ...reported, made: 4, to_make: 7 });
    expect(await told(made)).toEqual({ ...reported, made: 10, short: 1 });
    expect(await told(shipped)).toEqual({ ...reported, made: 10, short: 1, shipped: 9 });
    expect(await told(counted)).toEqual({ ...reported, made: 9, short: 1, shipped: 8, to_make: 1 });
  });

  it('are told to a partner without how they were made, and to a carrier not at all [N3]', async () => {
    expect((await piecesAt(counted, await api.keyOf('acme'))).pieces).toEqual({ ordered: 10, short: 1, shipped: 8 });
    expect(await piecesAt(counted, await api.tokenOf(ACTORS.carrier))).not.toHaveProperty('pieces');
  });
});
