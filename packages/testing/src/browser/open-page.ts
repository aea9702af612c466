import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Drawn, sharedBrowser } from './chromium.ts';

/** As much of a running system as a page needs. */
export interface Site {
  url(name: string): string;
}

export interface OpenPage {
  page: Page;
  /** What the browser has complained of: errors, refused by the page's policy, answers that were not awaited. */
  complaints: readonly string[];
  /** Closes the page. @throws when the browser has complained of anything */
  close(): Promise<void>;
}

interface OpenPageOptions {
  /** Where on this origin; the first page if absent. */
  path?: string;
  /** Of the browser's window, language, time zone and so on. */
  context?: BrowserContextOptions;
  /** A complaint that the test itself brings about, such as a refused command. */
  expected?: RegExp;
  /** solid: what the page shows in three dimensions is drawn too. flat if absent. */
  drawn?: Drawn;
}

/**
 * The web page of a running system in a window of its own, signed in as this person; null: as nobody. It fails at the end
 * for everything that the browser has complained of: errors, and what the page's policy has refused.
 *
 * @param person the id of one of the people that the system may be used as
 */
export const openPage = async (site: Site, person: string | null, options: OpenPageOptions = {}): Promise<OpenPage> => {
  const { path = '/', context: settings, expected, drawn = 'flat' } = options;
  const browser = await sharedBrowser(drawn);
  const context = await browser.newContext({
    baseURL: site.url('query-api'),
    locale: 'en-GB',
    timezoneId: 'Europe/Moscow',
    ...settings,
  });
  const complaints: string[] = [];
  const complain = (text: string): void => {
    if (expected?.test(text) !== true) complaints.push(text);
  };
  const page = await context.newPage();
  page.on('pageerror', (error) => complain(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // Violations of the policy are told here too.
    if (['error', 'warning'].includes(message.type()))
      complain(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('crash', () => complain('the page crashed'));
  const close = async (): Promise<void> => {
    await context.close();
    if (complaints.length > 0) throw new Error(`the browser complained of:\n${complaints.join('\n')}`);
  };
  try {
    await page.goto(path);
    if (person !== null) await signIn(page, site, person);
  } catch (error) {
    await context.close();
    throw new Error(`the page did not open (complaints: ${complaints.join('; ') || 'none'})`, { cause: error });
  }
  return { page, complaints, close };
};

/** As a person does it: by a press on his name. */
const signIn = async (page: Page, site: Site, person: string): Promise<void> => {
  const settings = (await (await fetch(`${site.url('query-api')}/dashboard.json`)).json()) as {
    sign_in: { people?: readonly { id: string; name: string }[] };
  };
  const found = settings.sign_in.people?.find(({ id }) => id === person);
  if (found === undefined) throw new Error(`nobody signs in here as ${person}`);
  await page.getByRole('button', { name: found.name }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
};
