import { ensurePrograms } from './packages.ts';

const definedIn = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/**
 * How whoever drives Debian's Chromium launches it; it is installed where it is missing.
 *
 * @param unpacked where packages lie that nobody may install
 * @param report what is told while that takes its time
 */
export const chromiumLaunch = (unpacked: string, report: (line: string) => void) => {
  const { path, env } = ensurePrograms(['chromium'], unpacked, report).chromium;
  return {
    executablePath: path,
    env: { ...definedIn(process.env), ...definedIn(env) },
    // Root has no sandbox, and an unpacked one has none either; it sees pages of ours alone.
    chromiumSandbox: false,
    // A container's /dev/shm is small.
    args: ['--disable-dev-shm-usage'],
  };
};
