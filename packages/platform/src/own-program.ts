import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether no package was compiled after the bundles were begun. */
const areBundlesOfNow = (root: string): boolean => {
  const made = changedAt(join(root, 'bundle', '.made'));
  if (made === 0) return false;
  return ['packages', 'infra']
    .flatMap((part) => readdirSync(join(root, part), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .every(({ parentPath, name }) => changedAt(join(parentPath, name, 'tsconfig.tsbuildinfo')) <= made);
};

/**
 * The path of a program of ours: its bundle, which starts in half the time, or the compiled file itself where that is
 * newer, where an earlier build bundled no such program, or where `UNBUNDLED` asks for it, as a profile does to tell
 * packages apart.
 *
 * @param file of the package's compiled files, without its ending
 */
export const programOf = (name: string, { file = 'main', root = ROOT } = {}): string => {
  const bundle = join(root, 'bundle', `${name}.${file.replaceAll('/', '.')}.js`);
  return (process.env.UNBUNDLED ?? '') === '' && areBundlesOfNow(root) && existsSync(bundle)
    ? bundle
    : join(root, 'packages', name, 'dist', `${file}.js`);
};
