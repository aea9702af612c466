import { fileURLToPath } from 'node:url';
import { ensurePrograms } from '@order-ledger/local/packages';
import { type Browser, chromium } from 'playwright-core';

const UNPACKED = fileURLToPath(new URL('../../../../.data/packages', import.meta.url));

let starting: Promise<Browser> | undefined;

/** Debian's Chromium without a window, installed where it is missing; one for all pages of a test file. */
export const sharedBrowser = (): Promise<Browser> => {
  starting ??= launch();
  return starting;
};

const launch = async (): Promise<Browser> => {
  const { path, env } = ensurePrograms(['chromium'], UNPACKED, (line) => process.stderr.write(`${line}\n`)).chromium;
  return await chromium.launch({
    executablePath: path,
    env: { ...definedIn(process.env), ...env },
    // Root has no sandbox, and an unpacked one has none either; it sees pages of ours alone.
    chromiumSandbox: false,
    // A container's /dev/shm is small, and it has no graphics: three dimensions are drawn by the processor.
    args: ['--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
};

const definedIn = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));

export const closeSharedBrowser = async (): Promise<void> => {
  await (await starting)?.close();
  starting = undefined;
};
