import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const ERLANG = '/usr/lib/erlang';

/** Erlang's start scripts have its root written in; of a script that was relocated before, ours. */
const relocateErlang = (folder: string): void => {
  const ours = join(folder, ERLANG);
  for (const script of ['usr/lib/erlang/bin/erl', 'usr/lib/erlang/bin/start']) {
    const file = join(folder, script);
    if (!existsSync(file)) continue;
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(ours, ERLANG).replaceAll(ERLANG, ours));
  }
};

/** Debian's Prometheus and Alertmanager have this written in, and read pages and templates there. */
const PAGES = '/usr/share/prometheus';

/** As long as that: whoever starts one starts it in the folder. */
const WORKING_FOLDER = '/proc/self/cwd'.padEnd(PAGES.length, '/');

/** A program written in a file is run from there for as long as it lives: the new one takes its place. */
const relocateObservers = (folder: string): void => {
  for (const name of ['prometheus', 'prometheus-alertmanager']) {
    const file = join(folder, 'usr/bin', name);
    if (!existsSync(file)) continue;
    const code = readFileSync(file);
    for (let at = code.indexOf(PAGES); at >= 0; at = code.indexOf(PAGES, at)) code.write(WORKING_FOLDER, at, 'latin1');
    writeFileSync(`${file}.new`, code);
    // Whatever the umask says.
    chmodSync(`${file}.new`, 0o755);
    renameSync(`${file}.new`, file);
  }
  // Their pages use libraries of other packages, by whole paths.
  const pages = join(folder, PAGES);
  for (const entry of existsSync(pages) ? readdirSync(pages, { recursive: true, withFileTypes: true }) : []) {
    const link = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) continue;
    const target = readlinkSync(link);
    if (!target.startsWith('/') || target.startsWith(folder)) continue;
    rmSync(link);
    symlinkSync(join(folder, target), link);
  }
};

/** Where a program of Prometheus is to be started. */
export const pagesBelow = (root: string): string => join(root, PAGES);

/** Programs that are unpacked elsewhere than where their packages expect to be. */
export const relocate = (folder: string): void => {
  relocateErlang(folder);
  relocateObservers(folder);
};
