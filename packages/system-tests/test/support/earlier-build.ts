import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** With this file began that builds run on a schema that a newer one has migrated. */
const SIDE_BY_SIDE = 'packages/platform/src/schema-version.ts';

/**
 * The newest release before this commit, or else the first commit whose build can live beside newer ones;
 * EARLIER_COMMIT names another.
 */
const earlierCommit = async (root: string): Promise<string> => {
  const git = async (...args: string[]): Promise<string> => (await run('git', ['-C', root, ...args])).stdout.trim();
  try {
    const named = process.env.EARLIER_COMMIT;
    const releases = await git('tag', '--merged', 'HEAD^', '--contains', await firstWith(git), '--sort=-creatordate');
    return await git('rev-parse', '--verify', `${named || releases.split('\n')[0] || (await firstWith(git))}^{commit}`);
  } catch (cause) {
    throw new Error(
      'no earlier commit: this test needs a clone with its history (git fetch --unshallow), or EARLIER_COMMIT=<a commit that is here>',
      { cause },
    );
  }
};

const firstWith = async (git: (...args: string[]) => Promise<string>): Promise<string> =>
  (await git('log', '--diff-filter=A', '--format=%H', '--', SIDE_BY_SIDE)).split('\n').at(-1) ?? '';

/** A folder with an earlier commit of this repository, installed and compiled by its own means. */
export const earlierBuild = async (root: string): Promise<{ commit: string; folder: string }> => {
  const commit = await earlierCommit(root);
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-earlier-'));
  const archive = join(folder, '.commit.tar');
  await run('git', ['-C', root, 'archive', '--output', archive, commit]);
  await run('tar', ['-xf', archive, '-C', folder]);
  // Programs of the services that were unpacked without root are the same for every build.
  const unpacked = join(root, '.data', 'packages');
  if (existsSync(unpacked)) {
    mkdirSync(join(folder, '.data'));
    symlinkSync(unpacked, join(folder, '.data', 'packages'));
  }
  const bootstrap = "import('./infra/bootstrap.mjs').then(({ bootstrap }) => bootstrap())";
  await run(process.execPath, ['--eval', bootstrap], { cwd: folder, maxBuffer: 64 << 20 });
  return { commit, folder };
};
