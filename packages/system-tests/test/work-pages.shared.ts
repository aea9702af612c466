import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults } from '@order-ledger/testing/browser/accessibility';
import { type OpenPage, openPage } from '@order-ledger/testing/browser/open-page';
import { until } from '@order-ledger/testing/waiting';
import type { PrivateSystem } from '../src/private-system.ts';
import { readyOrder } from './support/ready-order.ts';
import { sharedSystem } from './support/shared-system.ts';

type Page = OpenPage['page'];

const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true };
/** What a finger in a glove hits, pixels. */
const LEAST_TARGET = 48;

let system: PrivateSystem;
let order: string;
const name = `floor-${randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  system = await sharedSystem();
  order = await readyOrder(system, name);
}, 600_000);

const orderNow = async () => {
  const answer = await fetch(`${system.url('query-api')}/v1/orders/${order}`, {
    headers: { Authorization: `Bearer ${system.credentials.reader}` },
  });
  return (await answer.json()) as { status: string; event_version: number; claim: { operator: string } | null };
};
const claimOf = async (): Promise<string | undefined> => (await orderNow()).claim?.operator;

const large = (page: Page) => page.getByRole('heading', { level: 2, name, exact: true });
const tap = (page: Page, what: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name: what }).first().tap();

/** Buttons and links of the page that are smaller than a finger in a glove needs. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.getByRole('main').evaluate(
    (main, least) =>
      [...main.querySelectorAll('button, a')].flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height) < least ? [`${target.textContent} ${width} × ${height}`] : [];
      }),
    LEAST_TARGET,
  );

describe('the shop floor', () => {
  it('gives an order that two operators reach for to one of them, who starts it by its large button', async () => {
    const windows = await Promise.all(
      ['o.smirnov', 'm.volkova'].map(async (person) => ({
        person,
        ...(await openPage(system, person, { path: '/floor', context: TABLET, expected: /409/ })),
      })),
    );
    await Promise.all(windows.map(({ page }) => page.getByRole('button', { name: new RegExp(name) }).waitFor()));
    const renewals: string[] = [];
    for (const { person, page } of windows)
      page.on('request', (request) => request.url().endsWith(`${order}/claim/renew`) && renewals.push(person));
    await Promise.all(windows.map(({ page }) => tap(page, /Take next/)));
    const holder = await until('one of them has it', claimOf);
    const winner = windows.find(({ person }) => person === holder);
    const loser = windows.find(({ person }) => person !== holder);
    if (winner === undefined || loser === undefined) throw new Error(`${holder} has it`);
    await large(winner.page).waitFor();
    // Whoever has it open keeps it: a claim ends by itself.
    await until('the claim is renewed', () => renewals.includes(winner.person));
    expect(await large(loser.page).count()).toBe(0);
    expect(await smallTargets(winner.page)).toEqual([]);
    expect(await accessibilityFaults(winner.page)).toEqual([]);
    // With the order in front of him he is told whose it is, and offered nothing that would be refused.
    await loser.page.getByRole('button', { name: new RegExp(`${name}[^]*${holder}`) }).tap();
    await large(loser.page).waitFor();
    await loser.page.getByText(`${holder} has the order`).waitFor();
    expect(await loser.page.getByRole('button', { name: /Take the order|Start manufacturing/ }).count()).toBe(0);
    // By the keyboard, too.
    await winner.page.keyboard.press('n');
    await tap(winner.page, /Report as made/);
    await winner.page.getByRole('dialog').getByRole('button', { name: 'Report as made' }).tap();
    await winner.page.getByText('The order is now: Made.').waitFor();
    await Promise.all(windows.map(({ close }) => close()));
  }, 240_000);

  it('shows a packer what is made, and lets him pack it', async () => {
    // The order is packed, and so its claim over, while a renewal of it may be under way.
    const expected = /409 .*claim\/renew/;
    const { page, close } = await openPage(system, 't.egorova', { path: '/floor', context: TABLET, expected });
    await page.getByRole('button', { name: new RegExp(name) }).tap();
    await tap(page, /Start packing/);
    await page.getByText('The order is now: Packing.').waitFor();
    await tap(page, /Report as packed/);
    await page.getByText('The order is now: Packed.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  }, 120_000);
});

describe('the list of what is stuck', () => {
  it('opens by its address with its filters, and keeps them there', async () => {
    const { page, close } = await openPage(system, 's.morozov', { path: '/stuck?stage=ON_HOLD' });
    await page.getByRole('heading', { level: 1, name: 'Stuck and late' }).waitFor();
    await page.getByRole('button', { name: 'Any reason' }).click();
    await page.getByRole('menuitemradio', { name: 'On hold' }).click();
    await page.waitForURL((url) => url.searchParams.get('verdict') === 'on-hold');
    expect(new URL(page.url()).searchParams.get('stage')).toBe('ON_HOLD');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  }, 120_000);
});

describe('the page of the pricing', () => {
  it('shows the lanes, the slots that are free, and for how many orders nothing had to be calculated', async () => {
    const { page, close } = await openPage(system, 's.morozov', { path: '/pricing' });
    await page.getByRole('row', { name: /^Medium/ }).waitFor();
    await page.getByText(/of \d+ slots at work/).waitFor();
    await page.getByText(/Of \d+ orders? of the last 24 hours/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  }, 120_000);
});

describe('the palette', () => {
  it('offers what the open order takes of whoever looks', async () => {
    const { page, close } = await openPage(system, 'p.orlov', { path: `/orders/${order}` });
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('button', { name: /More/ }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Put on hold');
    await page.getByRole('option', { name: 'Put on hold' }).click();
    await page.getByRole('dialog', { name: 'Put on hold' }).waitFor();
    await close();
  }, 120_000);
});

/** By somebody else than the one who looks at the page. */
const changePriority = async (priority: 'LOW' | 'URGENT'): Promise<void> => {
  const signedIn = await fetch(`${system.url('query-api')}/dashboard/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person: 'v.sokolova' }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const changed = await fetch(`${system.url('command-api')}/v1/orders/${order}/commands/change-priority`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      'If-Match': `"v${(await orderNow()).event_version}"`,
    },
    body: JSON.stringify({ priority, reason: 'CAPACITY' }),
  });
  expect(changed.status).toBe(200);
};

describe('the board', () => {
  it('shows what changed after the list was read and before the stream of events was open', async () => {
    const { page, close } = await openPage(system, null, { path: `/?q=${name}` });
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const ofStream = (url: URL): boolean => url.pathname === '/v1/events';
    await page.route(ofStream, (route) => opened.then(() => route.continue()));
    await page.getByRole('button', { name: 'Павел Орлов' }).click();
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.waitFor();
    await changePriority('URGENT');
    expect(await row.getByText('Urgent', { exact: true }).count()).toBe(0);
    open();
    await row.getByText('Urgent', { exact: true }).waitFor();
    await close();
  }, 120_000);

  it('shows what has changed meanwhile, by whom, and does the same again where the order still takes it [H4]', async () => {
    const { page, close } = await openPage(system, 'p.orlov', { path: `/?q=${name}`, expected: /412|ERR_FAILED/ });
    await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
    // Before the stream is open it tells nothing.
    await page.getByRole('status').filter({ hasText: 'Live' }).waitFor();
    // What changes now does not reach the list: so it is for whoever is quicker than the stream.
    const ofOrder = (url: URL): boolean => url.pathname === `/v1/orders/${order}`;
    const ofList = (url: URL): boolean => url.pathname === '/v1/orders';
    for (const some of [ofOrder, ofList]) await page.route(some, (route) => route.abort());
    const missed = page.waitForEvent('requestfailed', (request) => ofOrder(new URL(request.url())));
    await changePriority('LOW');
    await missed;
    // The page may look at the order again, as it does after a refusal; the list stays as it was.
    await page.unroute(ofOrder);
    await page.getByRole('button', { name: 'Put on hold' }).click();
    await page.getByRole('menuitem', { name: 'Quality' }).click();
    const dialog = page.getByRole('dialog', { name: `${name} has changed meanwhile` });
    await dialog.getByText('Priority changed, by v.sokolova').waitFor();
    await dialog.getByRole('button', { name: 'Put on hold all the same' }).click();
    await until('it is on hold', async () => (await orderNow()).status === 'ON_HOLD');
    await close();
  }, 120_000);
});
