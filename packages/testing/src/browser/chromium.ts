import { fileURLToPath } from 'node:url';
import { chromiumLaunch } from '@order-ledger/local/chromium';
import { type Browser, chromium } from 'playwright-core';

const UNPACKED = fileURLToPath(new URL('../../../../.data/packages', import.meta.url));

let starting: Promise<Browser> | undefined;

/** Debian's Chromium without a window, installed where it is missing; one for all pages of a test file. */
export const sharedBrowser = (): Promise<Browser> => {
  starting ??= launch();
  return starting;
};

const launch = async (): Promise<Browser> => {
  const { args, ...rest } = chromiumLaunch(UNPACKED, (line) => process.stderr.write(`${line}\n`));
  // A container has no graphics: three dimensions are drawn by the processor.
  const drawn = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  return await chromium.launch({ ...rest, args: [...args, ...drawn] });
};

export const closeSharedBrowser = async (): Promise<void> => {
  await (await starting)?.close();
  starting = undefined;
};
