import { fileURLToPath } from 'node:url';
import { chromiumLaunch } from '@order-ledger/local/chromium';
import { type Browser, chromium } from 'playwright-core';

const UNPACKED = fileURLToPath(new URL('../../../../.data/packages', import.meta.url));

/** A container has no graphics: three dimensions are drawn by the processor, and then each frame of a page is. */
const DRAWN = {
  flat: ['--disable-gpu'],
  solid: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
} as const;
export type Drawn = keyof typeof DRAWN;

const started = new Map<Drawn, Promise<Browser>>();

/** Debian's Chromium without a window, installed where it is missing; one of a kind for all pages of a test file. */
export const sharedBrowser = (drawn: Drawn): Promise<Browser> => {
  const browser = started.get(drawn) ?? launch(drawn);
  started.set(drawn, browser);
  return browser;
};

const launch = async (drawn: Drawn): Promise<Browser> => {
  const { args, ...rest } = chromiumLaunch(UNPACKED, (line) => process.stderr.write(`${line}\n`));
  return await chromium.launch({ ...rest, args: [...args, ...DRAWN[drawn]] });
};

export const closeSharedBrowser = async (): Promise<void> => {
  const browsers = [...started.values()];
  started.clear();
  for (const browser of browsers) await (await browser).close();
};
