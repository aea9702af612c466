import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, type FSWatcher, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { System } from './system.ts';

interface RestartOptions {
  /** Of the workspace. */
  root: string;
  system: Pick<System, 'processes' | 'away' | 'services' | 'restart'>;
  report: (line: string) => void;
  /** Ends it. */
  signal: AbortSignal;
}

/** An editor that saves all writes many files, in milliseconds. */
const QUIET_MS = 200;
const OWN = 'local';
/** The package of the service that is our own. */
const EVENT_STORE = 'embedded-eventstore';
const SCOPE = '@order-ledger/';

/** The folder of each package of the workspace, by its name. */
const foldersIn = (root: string): Map<string, string> =>
  new Map([
    ...readdirSync(join(root, 'packages')).map((name) => [name, join(root, 'packages', name)] as const),
    [OWN, join(root, 'infra', OWN)],
  ]);

/** Each package with all that it is made of: itself, and those of the workspace that it uses, near or far. */
const partsOf = (folders: ReadonlyMap<string, string>): ((name: string) => Set<string>) => {
  const used = (name: string): string[] => {
    const manifest = JSON.parse(readFileSync(join(folders.get(name) ?? '', 'package.json'), 'utf8'));
    return Object.keys(manifest.dependencies ?? {})
      .filter((each) => each.startsWith(SCOPE))
      .map((each) => each.slice(SCOPE.length));
  };
  return (name) => {
    const parts = new Set([name]);
    // A set goes on to those that are added while it is walked through.
    for (const part of parts) for (const each of used(part)) parts.add(each);
    return parts;
  };
};

/** It and all below it; none where it is not there. */
const foldersBelow = (folder: string): string[] => {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((each) => each.isDirectory());
  return [folder, ...below.map((each) => join(each.parentPath, each.name))];
};

/** Of what runs of a package: a change that leaves it as it is, such as one of types, needs no new start. */
const compiledOf = (folder: string): string => {
  const hash = createHash('sha256');
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return '';
  for (const file of (readdirSync(dist, { recursive: true }) as string[]).sort())
    if (file.endsWith('.js')) hash.update(file).update(readFileSync(join(dist, file)));
  return hash.digest('hex');
};

/** Compiles what changes, and starts those processes anew that are made of it. What does not compile changes nothing. */
export const restartOnChange = async ({ root, system, report, signal }: RestartOptions): Promise<void> => {
  const folders = foldersIn(root);
  const compiled = (): Map<string, string> => new Map([...folders].map(([name, folder]) => [name, compiledOf(folder)]));
  let running = compiled();
  let isChanged = false;
  let wake = (): void => undefined;
  const onChange = (): void => {
    isChanged = true;
    wake();
  };
  let watchers: FSWatcher[] = [];
  // Folder by folder, each time anew: what is watched with all below it misses files that an editor puts in the place of others.
  const watchSources = (): void => {
    const former = watchers;
    watchers = [...folders.values()]
      .flatMap((folder) => foldersBelow(join(folder, 'src')))
      .map((each) => watch(each, onChange).on('error', onChange));
    for (const watcher of former) watcher.close();
  };
  const compile = async (): Promise<boolean> => {
    const program = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const compiler = spawn(process.execPath, [program, '-b'], { cwd: root, stdio: 'inherit' });
    const [code] = await once(compiler, 'exit');
    return code === 0;
  };
  const restartWhatIsTouched = (): void => {
    const now = compiled();
    const touched = [...folders.keys()].filter((name) => now.get(name) !== running.get(name));
    running = now;
    if (touched.length === 0) {
      report('Compiled: nothing that runs has changed.');
      return;
    }
    const parts = partsOf(folders);
    const names = [...new Set([...system.processes.keys(), ...system.away.keys(), EVENT_STORE])];
    const stale = names.filter((name) => touched.some((part) => parts(name).has(part)));
    report(`Compiled ${touched.join(', ')}; starting anew: ${stale.join(', ') || 'nothing is made of it'}`);
    if (touched.includes(OWN)) report('npm run dev itself has changed: stop it and start it again to see that.');
    for (const name of stale)
      restart(name).catch((error: unknown) => report(`${name} could not be started anew: ${error}`));
  };
  const restart = async (name: string): Promise<void> => {
    if (name !== EVENT_STORE) return system.restart(name);
    const bringBack = await system.services.running.eventStore?.takeDown?.('in-order');
    await bringBack?.();
  };
  watchSources();
  report('Watching the sources of every package.');
  const stopped = once(signal, 'abort');
  while (!signal.aborted) {
    if (!isChanged)
      await Promise.race([
        stopped,
        new Promise<void>((resolve) => {
          wake = resolve;
        }),
      ]);
    if (signal.aborted) break;
    await sleep(QUIET_MS);
    // What is saved from here on is compiled once more.
    isChanged = false;
    try {
      watchSources();
      if (await compile()) restartWhatIsTouched();
      else report('It does not compile: the processes run on as they were.');
    } catch (error) {
      // Such as a folder that went while it was looked through.
      report(`What has changed could not be taken in, and is with the next change: ${error}`);
    }
  }
  for (const watcher of watchers) watcher.close();
};
