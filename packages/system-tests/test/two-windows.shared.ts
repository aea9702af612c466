import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults } from '@order-ledger/testing/browser/accessibility';
import { openPage } from '@order-ledger/testing/browser/open-page';
import { until } from '@order-ledger/testing/waiting';
import type { PrivateSystem } from '../src/private-system.ts';
import { readyOrder } from './support/ready-order.ts';
import { sharedSystem } from './support/shared-system.ts';

interface Ready {
  name: string;
  id: string;
}

let system: PrivateSystem;
let orders: readonly [Ready, Ready];

const made = async (): Promise<Ready> => {
  const name = `both-${randomUUID().slice(0, 8)}`;
  return { name, id: await readyOrder(system, name) };
};

beforeAll(async () => {
  system = await sharedSystem();
  orders = await Promise.all([made(), made()]);
}, 600_000);

const statusOf = async (id: string): Promise<string> => {
  const answer = await fetch(`${system.url('query-api')}/v1/orders/${id}`, {
    headers: { Authorization: `Bearer ${system.credentials.reader}` },
  });
  return ((await answer.json()) as { status: string }).status;
};

describe('two windows', () => {
  it('in which two people change the same orders: the second decides each anew, on what the first has done [H4]', async () => {
    const path = '/?status=MANUFACTURING_APPROVED';
    const [lead, agent] = await Promise.all([
      openPage(system, 'p.orlov', { path, expected: /412|ERR_FAILED/ }),
      openPage(system, 'a.lebedeva', { path }),
    ]);
    const ids = orders.map(({ id }) => id);
    for (const { page } of [lead, agent])
      for (const { name } of orders) await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
    // Before the stream is open it tells nothing.
    await lead.page.getByRole('status').filter({ hasText: 'Live' }).waitFor();
    // What the agent does now does not reach the lead's list: he is quicker than his network.
    const isRead = ({ pathname }: URL): boolean =>
      pathname === '/v1/orders' || ids.some((id) => pathname === `/v1/orders/${id}`);
    await lead.page.route(isRead, (route) => route.abort());
    const missed = Promise.all(
      ids.map((id) => lead.page.waitForEvent('requestfailed', (request) => request.url().includes(id))),
    );
    await agent.page.getByRole('button', { name: 'Priority', exact: true }).click();
    await agent.page.getByRole('group', { name: 'Low' }).getByRole('menuitem', { name: 'Capacity' }).click();
    await agent.page.getByText('Priority: Low: 2 of 2 orders').waitFor();
    await missed;
    await lead.page.unroute(isRead);
    await lead.page.getByRole('button', { name: 'Put on hold' }).click();
    await lead.page.getByRole('menuitem', { name: 'Quality' }).click();

    const dialog = lead.page.getByRole('dialog', { name: /has changed meanwhile$/ });
    await dialog.getByText('One more order has changed too').waitFor();
    await dialog.getByText('Priority changed, by a.lebedeva').waitFor();
    await dialog.getByText('low · capacity').waitFor();
    expect(await accessibilityFaults(lead.page)).toEqual([]);
    const title = (await dialog.getByRole('heading').textContent()) ?? '';
    const first = orders.find(({ name }) => title.startsWith(name));
    const second = orders.find((order) => order !== first);
    if (first === undefined || second === undefined) throw new Error(`${title}: none of the two`);
    const row = agent.page.getByRole('row', { name: new RegExp(first.name) });
    // Under the pointer a row stays, although it is no longer one of this list.
    await row.hover();
    await dialog.getByRole('button', { name: 'Put on hold all the same' }).click();
    const next = lead.page.getByRole('dialog', { name: `${second.name} has changed meanwhile` });
    await next.getByRole('button', { name: 'Cancel' }).click();
    await next.waitFor({ state: 'detached' });

    await until('the first is on hold', async () => (await statusOf(first.id)) === 'ON_HOLD');
    expect(await statusOf(second.id)).toBe('MANUFACTURING_APPROVED');
    await row.getByText('On hold').waitFor();
    await Promise.all([lead.close(), agent.close()]);
  }, 240_000);
});
