import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES, type CommandName } from '@order-ledger/domain/bodies';
import { isEventType } from '@order-ledger/domain/events';
import { changesStatus } from '@order-ledger/domain/lifecycle';
import { STATUSES, type Status } from '@order-ledger/domain/status';
import { expectedOf } from '@order-ledger/testing/graph/expected-matrix';
import { createLife, type Life } from '@order-ledger/testing/orders/over-http';
import { type Reply, type RunningApi, startApi } from '@order-ledger/testing/running/command-api';

const COMMANDS = COMMAND_NAMES.filter((name) => name !== 'InitiateOrder');
const isRefusal = (expected: string): boolean => /^[a-z-]+$/.test(expected) && expected !== 'nothing';
const typesOf = ({ body }: Reply): string =>
  (body.events as { type: string }[]).map(({ type }) => type).join(' + ') || 'nothing';

const CHANGES_THE_CLAIM: readonly CommandName[] = ['ClaimOrder', 'ReleaseClaim', 'ReassignClaim', 'ExpireClaim'];
/** These lead away and exactly back again. */
const WAY_BACK: Partial<Record<CommandName, CommandName>> = { HoldOrder: 'ResumeOrder', ReportError: 'ResolveError' };
/** What neither changes the status nor the claim, or can be undone, is sent to one order after the other. */
const needsItsOwnOrder = (status: Status, name: CommandName): boolean => {
  const [event = ''] = expectedOf(status, name).split(' + ');
  return (
    CHANGES_THE_CLAIM.includes(name) || (WAY_BACK[name] === undefined && isEventType(event) && changesStatus(event))
  );
};

/** The matrix of statuses and commands over HTTP, as tests: of each status, the commands that are to be sent in it. */
export const matrixOverHttp = (isSent: (status: Status, command: CommandName) => boolean): void => {
  let api: RunningApi;
  let life: Life;

  beforeAll(async () => {
    api = await startApi();
    life = createLife(api);
  });
  afterAll(() => api.close());

  describe.each(STATUSES)('every command over HTTP in %s', (status) => {
    const sent = COMMANDS.filter((command) => isSent(status, command));
    it('refuses what is not legal with 409 and the legal next statuses, and leaves the order as it was [A19][A23]', async () => {
      const orderId = await life.bring(status);
      const before = await api.ledger.load(orderId);
      expect(before?.status).toBe(status);
      for (const name of sent.filter((command) => isRefusal(expectedOf(status, command)))) {
        const { status: http, body } = await life.send(orderId, name);
        if (expectedOf(status, name) === 'unknown-order') {
          expect([name, http, body.code]).toEqual([name, 404, 'unknown-order']);
          continue;
        }
        expect([name, http, body.code]).toEqual([name, 409, expectedOf(status, name)]);
        expect(body.order_status).toBe(status);
        expect(Array.isArray(body.allowed_transitions)).toBe(true);
        if (body.code === 'claimed') expect(body.holder).toEqual(before?.claim);
      }
      expect((await api.ledger.load(orderId))?.event_version).toBe(before?.event_version);
    });

    it('accepts what is legal and answers with its events [A19]', async () => {
      const legal = sent.filter((command) => !isRefusal(expectedOf(status, command)));
      const together = legal.filter((command) => !needsItsOwnOrder(status, command));
      const shared = together.length === 0 ? '' : await life.bring(status);
      for (const name of together) {
        const reply = await life.act(shared, name);
        expect([name, typesOf(reply)]).toEqual([name, expectedOf(status, name)]);
        const back = WAY_BACK[name];
        const last = back === undefined || reply.body.status === status ? reply : await life.act(shared, back);
        expect([name, last.body.status]).toEqual([name, status]);
      }
      const apart = legal.filter((command) => needsItsOwnOrder(status, command));
      await Promise.all(
        apart.map(async (name) => {
          const orderId = await life.bring(status);
          const reply = await life.act(orderId, name);
          expect([name, typesOf(reply)]).toEqual([name, expectedOf(status, name)]);
          const after = await api.ledger.load(orderId);
          expect(reply.body).toMatchObject({ status: after?.status, event_version: after?.event_version });
          expect(reply.headers.get('etag')).toBe(`"v${after?.event_version}"`);
        }),
      );
    });
  });
};
