import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { closeSharedBrowser, sharedBrowser } from '@order-ledger/testing/browser/chromium';
import type { OpenPage } from '@order-ledger/testing/browser/open-page';
import { CLIENT_ID, startIdentityProvider } from '@order-ledger/testing/running/identity-provider';
import { type RunningApi, startApi } from '@order-ledger/testing/running/query-api';
import { lifeInto } from '@order-ledger/testing/running/read-model';

type Page = OpenPage['page'];

const PAGE_FOLDER = fileURLToPath(new URL('../../dashboard/dist', import.meta.url));
const TIMEOUT_MS = 120_000;

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let api: RunningApi;
let lifetimeS = 600;

beforeAll(async () => {
  provider = await startIdentityProvider();
  api = await startApi([...lifeInto('MANUFACTURING_APPROVED', 1, null), ...lifeInto('SHIPPED', 2, 'acme')], {
    jwks: provider.jwks,
    issuer: provider.issuer,
    signIn: { kind: 'oidc', authority: provider.issuer, clientId: CLIENT_ID, scope: 'openid' },
    pageFolder: PAGE_FOLDER,
  });
  provider.serve({
    redirectUris: [`${api.url}/sign-in`],
    afterSignOut: [`${api.url}/sign-in`],
    accounts: {
      'p.orlov': { system: 'MES', roles: ['mes.lead'] },
      'a.belova': { system: 'CRM', roles: ['crm.agent'] },
    },
    lifetimeS: () => lifetimeS,
  });
}, TIMEOUT_MS);
afterAll(async () => {
  await closeSharedBrowser();
  await api.close();
  await provider.close();
});

/** A browser of its own: no session at the page or at the provider. */
const freshBrowser = async () => {
  const context = await (await sharedBrowser('flat')).newContext({ locale: 'en-GB', baseURL: api.url });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // The provider's own pages are not ours to judge.
    if (message.type() === 'error' && page.url().startsWith(api.url)) complaints.push(message.text());
  });
  return { context, page, complaints };
};

/** What somebody does on the provider's own pages. */
const signInThere = async (page: Page, name: string): Promise<void> => {
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
};
const goThere = (page: Page) => page.getByRole('button', { name: 'Sign in' }).click();
const me = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name });

it(
  'signs somebody in at the provider, who comes back to where he wanted, and the APIs take his token',
  async () => {
    const { context, page, complaints } = await freshBrowser();
    await page.goto('/?sort=oldest');
    await goThere(page);
    await signInThere(page, 'p.orlov');
    await me(page, 'p.orlov').waitFor();
    expect(new URL(page.url()).search).toBe('?sort=oldest');
    await page.getByText('external-house-1').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  },
  TIMEOUT_MS,
);

it(
  'asks again when a token has ended, in a window beside the page, which stays as it was',
  async () => {
    const { context, page } = await freshBrowser();
    lifetimeS = 8;
    await page.goto('/?sort=oldest');
    await goThere(page);
    await signInThere(page, 'p.orlov');
    await me(page, 'p.orlov').waitFor();
    lifetimeS = 600;
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const [beside] = await Promise.all([
      context.waitForEvent('page'),
      dialog.getByRole('button', { name: 'Sign in' }).click(),
    ]);
    // The provider knows him still, and asks nothing.
    if (!beside.isClosed()) await beside.waitForEvent('close');
    await dialog.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?sort=oldest');
    await page.getByText('external-house-1').waitFor();
    await context.close();
  },
  TIMEOUT_MS,
);

it(
  'signs out at the provider too: whoever comes next is asked who he is',
  async () => {
    const { context, page } = await freshBrowser();
    await page.goto('/');
    await goThere(page);
    await signInThere(page, 'p.orlov');
    await me(page, 'p.orlov').click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.waitForURL(`${api.url}/sign-in**`);
    await goThere(page);
    await signInThere(page, 'a.belova');
    await me(page, 'a.belova').waitFor();
    await context.close();
  },
  TIMEOUT_MS,
);

it(
  'signs nobody in who is sent back refused, with what he has not asked for, or from a page that the provider does not know',
  async () => {
    const { context, page } = await freshBrowser();
    await page.goto('/');
    await goThere(page);
    await page.getByRole('link', { name: /Cancel|Abort/ }).click();
    await page.getByText('access_denied').waitFor();
    await page.goto('/sign-in?code=forged&state=forged');
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await me(page, 'p.orlov').count()).toBe(0);
    await page.goto(api.url.replace('127.0.0.1', 'localhost'));
    await goThere(page);
    await page.getByText('redirect_uri').first().waitFor();
    expect(new URL(page.url()).origin).toBe(provider.issuer);
    await context.close();
  },
  TIMEOUT_MS,
);
