import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromiumLaunch } from '@order-ledger/local/chromium';
import { READ_MODEL_VERSION, versionSchema } from '@order-ledger/read-model/schema';
import { seedReadModel } from '@order-ledger/seed/into-read-model';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { ROOT } from '../private-system.ts';
import { benchClient } from './client.ts';
import { commandSender, type Done, lifecycles, newOrder } from './lifecycle.ts';
import { startLoadedSystem } from './loaded-system.ts';
import { fillOrderRows } from './many-orders.ts';
import { drive, median, percentile, rounded } from './measure.ts';
import { benchOptions, print, progress } from './program.ts';

// The web page in a real Chromium, with so many orders in the tables and every process following; a page of a few words,
// and the frames of a window in which nothing happens, beside it.
const { json, pairs, seconds, orders } = benchOptions({ pairs: 5, seconds: 5, orders: 1_000_000 });
const LIVES = Math.min(20_000, orders);
const MONTH_MS = 30.5 * 86_400_000;
const CHANGES = 40;
const UPDATES = 1_000;
const LEAST_SCROLLED = 100;
const PERSON = /Орлов/;
const ROW = '.order-row[aria-rowindex]:not([aria-rowindex="1"])';

// Spread over the page, so that its scripts are texts: this file knows no browser.
const FIRST_PAINT = `new Promise((resolve) => new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
}).observe({ type: 'paint', buffered: true }))`;
// By the page's own clock, from when its address was asked for: the program that drives it has times of its own.
const NOTE_TIMES = `globalThis.times = {};
const note = (name, there) => { if (times[name] === undefined && there) requestAnimationFrame((at) => times[name] ??= at); };
addEventListener('click', () => { times.pressed ??= performance.now(); }, true);
new MutationObserver(() => {
  note('asked', document.querySelector('.person'));
  note('listed', document.querySelector('${ROW}'));
}).observe(document, { childList: true, subtree: true });`;
const TIMES = `new Promise((resolve) => {
  (function look() { times.listed === undefined ? requestAnimationFrame(look) : resolve(times); })();
})`;
/** How far the list has been scrolled, in rows. */
const SCROLLED_ROWS = `Number(document.querySelector('${ROW}').getAttribute('aria-rowindex')) - 2`;
const BEGIN_FRAMES = `globalThis.frames = []; globalThis.counting = true;
(function next(at) { frames.push(at); if (counting) requestAnimationFrame(next); })(performance.now())`;
const END_FRAMES = `counting = false; frames.slice(1).map((at, i) => at - frames[i])`;
const changed = (id: string): string => `new Promise((resolve) => {
  const text = () => document.getElementById('row-${id}')?.textContent;
  const before = text();
  (function look() { text() === before ? requestAnimationFrame(look) : resolve(Date.now()); })();
})`;

const framesDuring = async (page: Page, work: () => Promise<unknown>) => {
  await page.evaluate(BEGIN_FRAMES);
  await work();
  const frames = (await page.evaluate(END_FRAMES)) as number[];
  return {
    frames: frames.length,
    p50_ms: rounded(median(frames), 1),
    p99_ms: rounded(percentile(frames, 99), 1),
    longest_ms: rounded(Math.max(...frames), 1),
  };
};

const system = await startLoadedSystem({ profile: false });
const client = benchClient();
const bearer = system.credentials.bearer({ who: 'customer', account: 'house' });
const send = commandSender(client, system.url('command-api'), bearer);

/** From nothing, as somebody who opens it in the morning: until something is painted, and until there are orders to click. */
const opened = async (context: BrowserContext) => {
  const page = await context.newPage();
  await page.addInitScript(NOTE_TIMES);
  await page.goto(system.url('query-api'));
  const painted = Number(await page.evaluate(FIRST_PAINT));
  await page.getByRole('button', { name: PERSON }).click();
  await page.locator(ROW).first().waitFor();
  const { asked, pressed, listed } = (await page.evaluate(TIMES)) as { asked: number; pressed: number; listed: number };
  await page.close();
  return { painted, signInShown: asked, list: listed - pressed };
};

const browser = await chromium.launch(chromiumLaunch(join(ROOT, '.data', 'packages'), progress));
try {
  progress(`folding ${LIVES} lives into the tables …`);
  const until = Date.now();
  await seedReadModel(system.database, versionSchema(READ_MODEL_VERSION), {
    ...{ orders: LIVES, seed: 1, from: until - 24 * MONTH_MS, until },
    seen: () => undefined,
  });
  await fillOrderRows(system.database, { lives: LIVES, from: 0, orders });
  const views = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };
  const cold: Awaited<ReturnType<typeof opened>>[] = [];
  const warm: typeof cold = [];
  const bare: number[] = [];
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`pair ${pair} of ${pairs} …`);
    const context = await browser.newContext(views);
    cold.push(await opened(context));
    warm.push(await opened(context));
    const page = await context.newPage();
    await page.goto(system.ping.url);
    bare.push(Number(await page.evaluate(FIRST_PAINT)));
    await context.close();
  }

  const context = await browser.newContext(views);
  const page = await context.newPage();
  const empty = await framesDuring(page, () => sleep(seconds * 1_000));
  // Of all orders: how many are active is the seed's affair.
  await page.goto(`${system.url('query-api')}/?sort=newest&ended=too`);
  await page.getByRole('button', { name: PERSON }).click();
  await page.locator(ROW).first().hover();
  progress('scrolling …');
  const scrolling = await framesDuring(page, async () => {
    const end = performance.now() + seconds * 1_000;
    while (performance.now() < end) await page.mouse.wheel(0, 120);
  });
  const scrolled = Number(await page.evaluate(SCROLLED_ROWS));
  // Beyond the first page of 100, with what is kept above the window: frames of a list that stands are no measure.
  if (!(scrolled > LEAST_SCROLLED)) throw new Error(`the list has moved by ${scrolled} rows, not by ${LEAST_SCROLLED}`);
  progress(`${CHANGES} changes, one by one …`);
  const made: Done[] = [];
  for (let order = 0; order < CHANGES; order += 1) made.push(await newOrder(send, order));
  await page.goto(`${system.url('query-api')}/?sort=newest`);
  await page.getByRole('button', { name: PERSON }).click();
  await page.locator(`#row-${made.at(-1)?.order_id}`).waitFor();
  await page.mouse.move(0, 0);
  const shown: number[] = [];
  for (const order of made.toReversed()) {
    const row = page.locator(`#row-${order.order_id}`);
    await row.scrollIntoViewIfNeeded();
    const seen = page.evaluate(changed(order.order_id)) as Promise<number>;
    await send(`/${order.order_id}/commands/cancel-order`, { reason: 'CUSTOMER_ASKED' }, order.etag);
    const answered = Date.now();
    shown.push((await seen) - answered);
  }
  progress(`${UPDATES} changes …`);
  const next = lifecycles(send);
  let sent = 0;
  const updates = await framesDuring(page, async () => {
    while (sent < UPDATES) sent += (await drive(next, { inFlight: 8, seconds: 1, pids: {} })).count;
    await sleep(1_000);
  });
  const paints = median(cold.map(({ painted }) => painted));
  const of = (turns: typeof cold) => ({
    first_contentful_paint_ms: rounded(median(turns.map(({ painted }) => painted))),
    sign_in_shown_ms: rounded(median(turns.map(({ signInShown }) => signInShown))),
    list_after_sign_in_ms: rounded(median(turns.map(({ list }) => list))),
  });
  print(
    {
      figures: {
        ...{ orders, cold: of(cold), warm: of(warm) },
        bare_paint_ms: rounded(median(bare)),
        frames: { empty_window: empty, scrolling: { rows: scrolled, ...scrolling }, updates: { sent, ...updates } },
        change_shown_ms: { p50: median(shown), p99: percentile(shown, 99), longest: Math.max(...shown) },
      },
      ratios: {
        paint_vs_bare: rounded(paints / median(bare), 1),
        scrolling_vs_empty: rounded(scrolling.p50_ms / empty.p50_ms, 2),
      },
    },
    json,
  );
} finally {
  await browser.close();
  client.close();
  await system.stop();
}
