import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { COMMAND_NAMES } from '@order-ledger/domain/bodies';
import { ACTORS } from '@order-ledger/testing/orders/actors';
import { createCampaign, type Taken } from './body-campaign.ts';
import { type EveryReader, everyReader } from './every-reader.ts';

/**
 * The property of the door, as tests: `each` bodies of every command, made from the request schemas, are taken or refused
 * with a reason; what is taken is in the ledger, in the tables and in the queues as it was sent.
 *
 * @returns how many were sent and taken, once the tests are over
 */
export const anyBodyHolds = (seed: number, each: number, limitMs: number): { sent: number; taken: number } => {
  const counts = { sent: 0, taken: 0 };
  let readers: EveryReader;
  let campaign: ReturnType<typeof createCampaign>;
  let sent: Awaited<ReturnType<typeof campaign.run>>;

  beforeAll(async () => {
    readers = await everyReader();
    campaign = createCampaign(readers);
    sent = await campaign.run(seed, each);
    Object.assign(counts, { sent: sent.replies.length, taken: sent.taken.length });
    await readers.atTail();
  }, limitMs);
  afterAll(() => readers.close(), 120_000);

  it(
    'is taken or refused with a reason, and never fails, whatever the request schemas let in',
    () => {
      const failed = sent.replies.filter(({ status }) => status >= 500);
      expect(failed.map(({ status, text }) => `${status} ${text}`)).toEqual([]);
      const names = new Set(sent.taken.map(({ name }) => name));
      expect(COMMAND_NAMES.filter((name) => !names.has(name))).toEqual([]);
    },
    limitMs,
  );

  it(
    'becomes events that hold what was sent',
    async () => {
      const differing: unknown[] = [];
      for (const taken of sent.taken.filter(({ name }) => name !== 'RenewClaim' && name !== 'EraseCustomerData')) {
        const versions = taken.events.map(({ event_version }) => event_version);
        const stored = await readers.stored(taken.order_id);
        const data = versions.map((version) => stored[version - 1]?.data as unknown as Taken['body']);
        const { sent: fields, held } = await campaign.heldOf(taken, data);
        try {
          expect(held).toEqual(fields);
        } catch (error) {
          differing.push(`${taken.name}: ${error}`);
        }
      }
      expect(differing).toEqual([]);
    },
    limitMs,
  );

  it(
    'reads back equal from the tables and the queues, and nothing is parked',
    async () => {
      expect(await readers.parked()).toEqual({ projector: 0, bridge: 0, 'command-api': 0 });
      for (const { order_id } of sent.taken) {
        const stored = await readers.stored(order_id);
        const facts = stored.map(({ type, data, metadata }) => ({ type, data, occurred_at: metadata.occurred_at }));
        const projected = await readers.projected(order_id);
        expect(
          projected.map(({ occurred_at, type, data }) => ({ type, data, occurred_at: occurred_at.toISOString() })),
        ).toEqual(facts);
        expect(readers.published(order_id).map(({ data, time }) => ({ data, occurred_at: time }))).toEqual(
          facts.map(({ data, occurred_at }) => ({ data, occurred_at })),
        );
      }
    },
    limitMs,
  );

  it(
    'is shown by the query API',
    async () => {
      const credential = await readers.query.tokenOf(ACTORS.lead);
      const shown = async (path: string): Promise<void> => {
        const { status, text } = await readers.query.get(path, { credential });
        expect([path, status, status === 200 ? '' : text]).toEqual([path, 200, '']);
      };
      for (const { order_id } of sent.taken) {
        const of = `/v1/orders/${order_id}`;
        await Promise.all([of, `${of}/timeline`, `${of}/stages`, `${of}?as_of=${new Date().toISOString()}`].map(shown));
      }
      for (const sort of ['newest', 'oldest', 'stage_age', 'due', 'priority'])
        await shown(`/v1/orders?limit=200&sort=${sort}`);
      await Promise.all(['/v1/board', '/v1/flow', '/v1/shop-floor', '/v1/lead-times'].map(shown));
    },
    limitMs,
  );

  it(
    'is passed by the processes that work on orders, and puts none of them out of work',
    async () => {
      await readers.startWorkers();
      expect(await readers.parkedByWorkers()).toEqual({ 'process-manager': 0, 'pricing-worker': 0 });
      expect(await readers.unwell()).toEqual([]);
      // What they did about it is read as everything else.
      await readers.atTail();
      expect(await readers.parked()).toEqual({ projector: 0, bridge: 0, 'command-api': 0 });
    },
    limitMs,
  );

  return counts;
};
