import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXAMPLE } from '@order-ledger/platform/http/openapi';
import { accessibilityFaults } from '@order-ledger/testing/browser/accessibility';
import { closeSharedBrowser } from '@order-ledger/testing/browser/chromium';
import { openPage } from '@order-ledger/testing/browser/open-page';
import { until } from '@order-ledger/testing/waiting';
import type { PrivateSystem } from '../src/private-system.ts';
import { refusedOrder } from './support/ready-order.ts';
import { sharedSystem } from './support/shared-system.ts';

let system: PrivateSystem;

/** As the store: to /v1/orders, or a command of an order whatever its version. */
const asStore = async (path: string, body: object): Promise<Record<string, unknown>> => {
  const { addresses, bearer } = system.credentials;
  const answer = await fetch(`${addresses.command_api}${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${bearer({ who: 'customer', account: 'house' })}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  });
  const told = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(told)}`);
  return told;
};
const orderOfTheHouse = async (): Promise<string> =>
  String((await asStore('/v1/orders', { customer_ref: 'customer-17', channel: 'ONLINE_STORE' })).order_id);

/** Debian's package of the browser may have to be fetched. */
const START_LIMIT_MS = 600_000;

beforeAll(async () => {
  system = await sharedSystem();
}, START_LIMIT_MS);
afterAll(closeSharedBrowser, 60_000);

describe('the web page', () => {
  it(
    'opens, signs a lead in and comes to the board, and the browser complains of nothing',
    async () => {
      const { page, close } = await openPage(system, 'p.orlov');
      expect(new URL(page.url()).pathname).toBe('/');
      await page.getByRole('main').waitFor();
      await close();
    },
    START_LIMIT_MS,
  );

  it('sends whoever is not signed in to the sign-in, and from there to where he wanted', async () => {
    const { page, close } = await openPage(system, 'm.volkova', { path: '/?sort=oldest' });
    expect(new URL(page.url()).searchParams.get('sort')).toBe('oldest');
    await close();
  }, 120_000);

  it('shows how long orders take: step by step, of any pair with its CSV, and by the named lead times [C8]', async () => {
    const { page, close } = await openPage(system, 'p.orlov', { path: '/durations?last=all' });
    const steps = page.getByRole('region', { name: 'How long orders stand, step by step' });
    await steps
      .getByRole('button', { name: /, in detail$/ })
      .first()
      .click();
    await page.waitForURL(/[?&]from=\w+&to=\w+|[?&]to=\w+&from=\w+/);
    await page.getByRole('img', { name: /^Distribution: / }).waitFor();
    await page.getByRole('img', { name: /^Over time: / }).waitFor();
    await page.getByLabel('By', { exact: true }).selectOption('material');
    await page.waitForURL(/[?&]by=material/);
    await page.getByRole('columnheader', { name: 'material' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^durations-\w+-\w+\.csv$/);
    await page.getByRole('link', { name: 'Lead times' }).click();
    await page.getByRole('button', { name: 'Manufacturing', exact: true }).click();
    await page.waitForURL(/[?&]name=manufacturing/);
    await close();
  }, 120_000);

  it('goes back in time over the board and over an order, compares two moments, and offers no action there [G3]', async () => {
    const { page, close } = await openPage(system, 'p.orlov', { path: '/time-machine?reach=1d' });
    await page.getByRole('button', { name: 'Compare with another moment' }).click();
    await page.waitForURL(/[?&]other=/);
    const then = page.getByRole('region', { name: 'How many orders stood where' });
    await page.getByRole('slider', { name: 'First' }).press('End');
    await then.getByRole('button', { name: 'Which' }).first().click();
    await page.getByRole('region', { name: 'Orders then' }).getByRole('rowheader').first().getByRole('button').click();
    await page.waitForURL(/[?&]order=/);
    await page.getByRole('button', { name: 'One step back' }).first().click();
    await page.getByRole('heading', { name: 'History' }).waitFor();
    await page.getByRole('region', { name: 'What differs between both moments' }).waitFor();
    expect(await page.getByRole('heading', { name: 'What now' }).count()).toBe(0);
    expect(await page.locator('.frame[data-past]').count()).toBe(1);
    await close();
  }, 120_000);

  it('draws the flow, of which a status opens its orders and a way its durations [A18]', async () => {
    const { page, close } = await openPage(system, 'p.orlov', { path: '/flow?last=all' });
    const graph = page.getByRole('region', { name: 'How orders go' });
    await graph.getByRole('link', { name: /^Draft → Model attached: \d+/ }).click();
    await page.waitForURL(/\/durations\?.*from=INITIATED/);
    await page.goBack();
    await graph.getByRole('link', { name: /^Closed(?! →)/ }).click();
    await page.waitForURL(/\/\?.*status=CLOSED/);
    await close();
  }, 120_000);

  it('shows followers, queues and every process with how it is', async () => {
    const { page, close } = await openPage(system, 'p.orlov', { path: '/projections' });
    const followers = page.getByRole('region', { name: 'Followers of the ledger' });
    for (const name of ['projector', 'process-manager', 'command-api', 'pricing-worker', 'manufacturing-worker'])
      await followers.getByRole('rowheader', { name }).waitFor();
    await page.getByRole('link', { name: 'System' }).click();
    const processes = page.getByRole('region', { name: 'Processes' });
    await processes.getByRole('rowheader', { name: 'projector' }).waitFor();
    expect(await processes.getByRole('rowheader').count()).toBe(8);
    await close();
  }, 120_000);

  it('shows a refused model in three dimensions with its hole marked, by the keyboard too, and says so where it cannot [I]', async () => {
    const order = await refusedOrder(system, `open-${randomUUID().slice(0, 8)}`);
    const { page, close } = await openPage(system, 'p.orlov', { path: `/orders/${order}`, drawn: 'solid' });
    await page.getByText('Holes in the surface').waitFor();
    await page.getByRole('button', { name: 'Show in 3D' }).click();
    const picture = page.getByRole('application', {
      name: /^The model in three dimensions, 19 × 19 × 19 mm, with 1 fault$/,
    });
    await page.getByText('1 place with a fault').waitFor();
    const before = await picture.screenshot();
    await picture.press('ArrowLeft');
    await until('the model has turned', async () => !before.equals(await picture.screenshot()));
    await picture.press('PageDown');
    await page.getByText('Place 1 of 1').waitFor();
    expect(await page.getByRole('button', { name: /^Holes in the surface/, pressed: true }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.evaluate('HTMLCanvasElement.prototype.getContext = () => null');
    await page.getByRole('button', { name: 'Show in 3D' }).click();
    await page.getByText(/^This browser does not draw in three dimensions/).waitFor();
    await page.getByText('Holes in the surface').waitFor();
    await close();
  }, 120_000);

  it('retries an order that a process has parked, for ops, and says to others who may', async () => {
    const order = await orderOfTheHouse();
    await system.database.query(
      `insert into read_model_1.order_parked (order_id, event_version, reason, detail)
       values ($1, 99, 'unreadable', 'as a test has it')`,
      [order],
    );
    const parked = async (person: string) => {
      const open = await openPage(system, person, { path: '/projections' });
      const row = open.page.getByRole('row').filter({ has: open.page.getByRole('link', { name: order }) });
      return { ...open, row, retry: row.getByRole('button', { name: 'Retry' }) };
    };
    const lead = await parked('p.orlov');
    await lead.row.waitFor();
    expect(await lead.retry.getAttribute('title')).toBe('Only for ops and administrators');
    await lead.close();
    const ops = await parked('s.morozov');
    await ops.retry.click();
    await ops.page.getByText('Asked to retry: projector').waitFor();
    await ops.row.waitFor({ state: 'detached' });
    await ops.close();
    const kept = await system.database.query(
      'select asked_by, processes from command_api.retry_request where order_id = $1',
      [order],
    );
    expect(kept.rows).toEqual([{ asked_by: 'sub:s.morozov', processes: ['projector'] }]);
  }, 120_000);

  it('shows who acts on an order that another has changed meanwhile what changed, and does it when he decides again', async () => {
    const order = await orderOfTheHouse();
    const { page, close } = await openPage(system, 's.morozov', { path: `/orders/${order}`, expected: /412/ });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Report an error' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Code').selectOption('UNKNOWN');
    await dialog.getByLabel('Detail').fill('the model store is away');
    await asStore(`/v1/orders/${order}/commands/add-note`, { note: 'the customer rang' });
    await dialog.getByRole('button', { name: 'Report an error', exact: true }).click();
    const told = dialog.getByRole('alert');
    await told.getByText('The order has changed since you opened this:').waitFor();
    await told.getByText(/^Note added, by /).waitFor();
    expect(await dialog.getByLabel('Detail').inputValue()).toBe('the model store is away');
    expect(await accessibilityFaults(page)).toEqual([]);
    // One button decides, and says that it does.
    expect(await dialog.getByRole('button').allInnerTexts()).toEqual(['Cancel', 'Report an error all the same']);
    await dialog.getByRole('button', { name: 'Report an error all the same' }).click();
    await page.getByText('The order is now: Error.').waitFor();
    await close();
  }, 120_000);

  it('has the reference of all three APIs, in which whoever is signed in on the page tries requests as himself', async () => {
    const { page, close } = await openPage(system, 'p.orlov');
    await page.getByRole('banner').getByRole('button', { name: 'Павел Орлов' }).click();
    const [reference] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('menuitem', { name: 'API reference' }).click(),
    ]);
    const complaints: string[] = [];
    reference.on('pageerror', ({ message }) => complaints.push(message));
    reference.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await reference.getByRole('status').filter({ hasText: 'as Павел Орлов (mes.lead)' }).waitFor();
    const search = reference.getByRole('searchbox', { name: 'Search' });
    await search.fill('oldest of each status');
    await reference.getByRole('button', { name: 'get /v1/board' }).first().click();
    await reference.getByRole('button', { name: 'Try it out' }).click();
    await reference.getByRole('button', { name: 'Execute' }).click();
    await reference.locator('.live-responses-table').getByText('X-Projection-Lag-Ms'.toLowerCase()).waitFor();
    expect(await reference.locator('.opblock').count()).toBe(3);

    await search.fill('/claim not-claim-holder renew');
    await reference.getByLabel('Interface').selectOption({ label: 'command-api' });
    const renew = reference.locator('#operations-operator-RenewClaim-route');
    await renew.getByRole('button', { name: /claim\/renew$/ }).click();
    await renew.getByText('"fence_token": 1').first().waitFor();
    await renew.getByRole('button', { name: 'Try it out' }).click();
    await renew.getByPlaceholder('order_id').fill(EXAMPLE.orderId);
    await renew.getByRole('button', { name: 'Execute' }).click();
    // The order of the examples is nobody's.
    await renew.locator('.live-responses-table').getByText('unknown-order').first().waitFor();
    expect(await renew.locator('.curl-command').textContent()).not.toContain(EXAMPLE.key);
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    await close();

    const alone = await openPage({ url: () => system.url('upload-api') }, null, { path: '/docs' });
    await alone.page.getByRole('status').filter({ hasText: 'press Authorize' }).waitFor();
    await alone.page.getByRole('searchbox', { name: 'Search' }).fill('send bytes');
    await alone.page.getByRole('button', { name: 'patch /v1/uploads/{upload_id}' }).first().waitFor();
    await alone.close();
  }, 120_000);

  it('fails a test whose page does what its policy forbids, or throws', async () => {
    const inline = await openPage(system, null);
    await inline.page.evaluate(
      "document.head.append(Object.assign(document.createElement('style'), { textContent: 'a {}' }))",
    );
    await until('the browser has told of it', () => inline.complaints.length > 0);
    await expect(inline.close()).rejects.toThrow('style-src');
    const broken = await openPage(system, null);
    await broken.page.evaluate(() => {
      setTimeout(() => {
        throw new Error('thrown in the page');
      });
    });
    await until('the browser has told of it', () => broken.complaints.length > 0);
    await expect(broken.close()).rejects.toThrow('thrown in the page');
  }, 120_000);
});
