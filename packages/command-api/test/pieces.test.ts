import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Actor } from '@order-ledger/domain/grants';
import { atHand, toMake } from '@order-ledger/domain/pieces';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type RunningApi, startApi } from '@order-ledger/testing/running/command-api';

let api: RunningApi;
let life: Life;
beforeAll(async () => {
  api = await startApi({ surplusPercent: 20 });
  life = createLife(api);
});
afterAll(() => api.close());

const SUPERVISOR: Actor = { id: 'sub:sonya', kind: 'person', roles: ['crm.supervisor'] };
const LEAD: Actor = { id: 'sub:lena', kind: 'person', roles: ['mes.lead'] };
const load = async (orderId: string) => {
  const state = await api.ledger.load(orderId);
  if (state === null) throw new Error('no order');
  return state;
};

it('a figure too many is refused, with what can be; the configured surplus is taken, and a lead may report more', async () => {
  const orderId = await life.bring('MANUFACTURING_STARTED');
  const before = (await load(orderId)).event_version;
  for (const good_quantity of [13, 100]) {
    const { status, body } = await life.send(orderId, 'CompleteManufacturing', { body: { good_quantity } });
    expect([status, body.code, body.detail]).toEqual([409, 'quantity', expect.stringContaining('at most 12 can be')]);
  }
  const scrap = await life.send(orderId, 'FailManufacturing', { body: { scrap_quantity: 100 } });
  expect([scrap.status, scrap.body.code]).toEqual([409, 'quantity']);
  expect((await load(orderId)).event_version).toBe(before);
  await life.act(orderId, 'FailManufacturing', { as: LEAD, body: { good_quantity: 13 } });
  await life.act(await life.bring('MANUFACTURING_STARTED'), 'CompleteManufacturing', { body: { good_quantity: 12 } });
});

it('a wrong figure that is set right is reckoned with: what is missing is made before the order goes on [F4]', async () => {
  const orderId = await life.bring('MANUFACTURING_STARTED');
  await life.act(orderId, 'FailManufacturing', { as: LEAD, body: { good_quantity: 100, scrap_quantity: 0 } });
  const wrong = (await load(orderId)).event_version;
  await life.act(orderId, 'RequireRework', { body: { rejected_quantity: 1 } });
  await life.act(orderId, 'StartManufacturing');
  const figures = { corrects_event_version: wrong, good_quantity: 10 };
  for (const [body, code] of [
    [{ ...figures, rejected_quantity: 1 }, 'no-such-figure'],
    [{ ...figures, corrects_event_version: 1 }, 'no-such-figure'],
    [{ ...figures, good_quantity: 0 }, 'quantity'],
    [{ ...figures, good_quantity: 101 }, 'quantity'],
  ] as const)
    expect((await life.send(orderId, 'RecordCorrection', { as: SUPERVISOR, body })).body).toMatchObject({ code });
  const negative = await life.send(orderId, 'RecordCorrection', { body: { ...figures, good_quantity: -1 } });
  expect(negative.status).toBe(400);
  await life.act(orderId, 'RecordCorrection', { as: SUPERVISOR, body: figures });
  const { pieces } = await load(orderId);
  expect([atHand(pieces), toMake(pieces)]).toEqual([9, 1]);
  const none = await life.send(orderId, 'CompleteManufacturing', { body: { good_quantity: 0 } });
  expect([none.status, none.body.code]).toEqual([409, 'not-enough-made']);
  await life.act(orderId, 'CompleteManufacturing', { body: { good_quantity: 1 } });

  const events = [];
  for await (const event of api.ledger.readOrder(orderId)) events.push(event);
  const correction = events.find(({ type }) => type === 'CorrectionRecorded');
  expect(correction).toMatchObject({ data: figures, metadata: { schema_version: 2 } });
});
