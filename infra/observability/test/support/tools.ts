import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePrograms } from '@order-ledger/local/packages';
import { FOLDER } from '@order-ledger/observability/slo';

/** Of the workspace. */
export const ROOT = join(FOLDER, '../..');

export const UNPACKED = join(ROOT, '.data', 'packages');
const tools = ensurePrograms(['promtool', 'amtool'], UNPACKED, () => undefined);

const run = (path: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(path, args, { encoding: 'utf8', maxBuffer: 64 << 20 });
  return { code: status, printed: stdout, said: `${stdout}${stderr}` };
};

export const promtool = (...args: string[]) => run(tools.promtool.path, args);
export const amtool = (...args: string[]) => run(tools.amtool.path, args);
