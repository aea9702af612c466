import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeSharedBrowser } from '@order-ledger/testing/browser/chromium';
import { openPage } from '@order-ledger/testing/browser/open-page';
import { until } from '@order-ledger/testing/waiting';
import type { PrivateSystem } from '../src/private-system.ts';
import { sharedSystem } from './support/shared-system.ts';

let system: PrivateSystem;

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
