import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceProblem } from './problem.ts';
import { relocate } from './relocate.ts';

export type BackingService = 'postgres' | 'redis' | 'rabbitmq';
/** What tests stand between the system and a service, and what they look at its web page with. */
type TestProgram = 'pgbouncer' | 'chromium';
/** What looks at a running system, and what checks rules and routes. */
export type Observer = 'prometheus' | 'alertmanager' | 'postgres-exporter' | 'redis-exporter' | 'promtool' | 'amtool';
type Installed = BackingService | TestProgram | Observer;

interface Package {
  debian: readonly string[];
  /** Where the program must be, segment by segment. */
  program: RegExp[];
  /** Names an external server. */
  variable?: string;
  /**
   * Unpacked for this clone by root too: installed, its package would put services of the system in, which the next
   * boot would start.
   */
  unpackedOnly?: true;
}

const observer = (debian: string, name = debian): Package => ({
  debian: [debian],
  program: [/^usr$/, /^bin$/, new RegExp(`^${name}$`)],
  unpackedOnly: true,
});

/** Debian's package of each program. */
const PROGRAMS: Readonly<Record<Installed, Package>> = {
  postgres: {
    debian: ['postgresql'],
    program: [/^usr$/, /^lib$/, /^postgresql$/, /^\d+$/, /^bin$/, /^postgres$/],
    variable: 'DATABASE_URL',
  },
  redis: { debian: ['redis-server'], program: [/^usr$/, /^bin$/, /^redis-server$/], variable: 'REDIS_URL' },
  rabbitmq: {
    debian: ['rabbitmq-server'],
    program: [/^usr$/, /^lib$/, /^rabbitmq$/, /^lib$/, /^rabbitmq_server-/, /^sbin$/, /^rabbitmq-server$/],
    variable: 'AMQP_URL',
  },
  pgbouncer: { debian: ['pgbouncer'], program: [/^usr$/, /^sbin$/, /^pgbouncer$/] },
  // Not the script in /usr/bin, which looks for its files in places of the system.
  chromium: { debian: ['chromium'], program: [/^usr$/, /^lib$/, /^chromium$/, /^chromium$/] },
  prometheus: observer('prometheus'),
  alertmanager: observer('prometheus-alertmanager'),
  'postgres-exporter': observer('prometheus-postgres-exporter'),
  'redis-exporter': observer('prometheus-redis-exporter'),
  promtool: observer('prometheus', 'promtool'),
  amtool: observer('prometheus-alertmanager', 'amtool'),
};

/** The newest file below `root` whose path fits, segment by segment. */
const find = (root: string, segments: readonly RegExp[]): string | null => {
  const [first, ...rest] = segments;
  if (first === undefined) return root;
  if (!existsSync(root)) return null;
  const names = readdirSync(root).filter((name) => first.test(name));
  names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  for (const name of names) {
    const found = find(join(root, name), rest);
    if (found !== null) return found;
  }
  return null;
};

const sh = (command: string, args: readonly string[], options: { cwd?: string } = {}) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 64 << 20, ...options });
  return {
    ok: result.status === 0,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim(),
  };
};

const POLICY = '/usr/sbin/policy-rc.d';
const POLICY_TEXT =
  '#!/bin/sh\n# order-ledger: no service of the system is started while its package is installed\nexit 101\n';

/** Installs for the whole system, without starting the system's own services. */
const installAsRoot = (packages: readonly string[]): string | null => {
  const ownPolicy = !existsSync(POLICY);
  if (ownPolicy) writeFileSync(POLICY, POLICY_TEXT, { mode: 0o755 });
  try {
    // Another installation may be under way: apt waits for its lock instead of failing.
    const apt = (...args: string[]) => sh('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args]);
    const first = apt('install', '--no-install-recommends', ...packages);
    if (first.ok) return null;
    const update = apt('update');
    if (!update.ok) return update.output;
    const second = apt('install', '--no-install-recommends', ...packages);
    return second.ok ? null : second.output;
  } finally {
    if (ownPolicy && existsSync(POLICY) && readFileSync(POLICY, 'utf8') === POLICY_TEXT) rmSync(POLICY);
  }
};

/** Unpacks the packages and all that they need, and the system lacks, below a folder of ours. */
const unpack = (packages: readonly string[], folder: string): string | null => {
  mkdirSync(folder, { recursive: true });
  // Of this process alone: another may unpack at the same time.
  const downloads = mkdtempSync(join(folder, 'downloads-'));
  const needed = sh('apt-get', ['install', '--no-install-recommends', '--simulate', ...packages]);
  if (!needed.ok) return needed.output;
  const names = [...needed.output.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] as string);
  const fetch = () => sh('apt-get', ['download', ...names], { cwd: downloads });
  let download = fetch();
  // The lists may name versions that the archive has no longer, and root may bring them up to date.
  if (!download.ok && process.getuid?.() === 0 && sh('apt-get', ['-q', 'update']).ok) download = fetch();
  if (!download.ok) return download.output;
  for (const file of readdirSync(downloads).filter((name) => name.endsWith('.deb'))) {
    const unpacked = sh('dpkg', ['-x', join(downloads, file), folder]);
    if (!unpacked.ok) return unpacked.output;
  }
  rmSync(downloads, { recursive: true });
  relocate(folder);
  return null;
};

export interface Program {
  path: string;
  /** Where its package is unpacked: `/` for an installed one. */
  root: string;
  /** What it must find in its environment: an unpacked one its libraries. */
  env: Readonly<Record<string, string>>;
}

/** Debian's libraries lie in a folder named for the machine's architecture, such as x86_64-linux-gnu. */
const librariesBelow = (root: string): Record<string, string> => {
  const lib = join(root, 'usr/lib');
  const folders = (existsSync(lib) ? readdirSync(lib) : []).filter((name) => /-linux-gnu/.test(name));
  return { LD_LIBRARY_PATH: [...folders.map((name) => join(lib, name)), join(root, 'lib')].join(':') };
};

export const findProgram = (service: Installed, unpacked: string): Program | null => {
  for (const root of ['/', unpacked]) {
    const path = find(root, PROGRAMS[service].program);
    if (path !== null) return { path, root, env: root === '/' ? {} : librariesBelow(root) };
  }
  return null;
};

/**
 * The programs of the services, installed where they are missing: by apt as root, unpacked below `unpacked` otherwise.
 * @throws ServiceProblem that names what is missing, the command that installs it, and the variable for an external one
 */
export const ensurePrograms = <Name extends Installed>(
  services: readonly Name[],
  unpacked: string,
  report: (line: string) => void,
): Record<Name, Program> => {
  const missing = services.filter((service) => findProgram(service, unpacked) === null);
  const packagesOf = (names: readonly Name[]) => [...new Set(names.flatMap((service) => PROGRAMS[service].debian))];
  if (missing.length > 0) {
    report(`Installing ${packagesOf(missing).join(', ')} (Debian packages) …`);
    const isUnpacked = (service: Name) => process.getuid?.() !== 0 || PROGRAMS[service].unpackedOnly === true;
    const installed = packagesOf(missing.filter((service) => !isUnpacked(service)));
    const privately = packagesOf(missing.filter(isUnpacked));
    const failure =
      (installed.length > 0 ? installAsRoot(installed) : null) ??
      (privately.length > 0 ? unpack(privately, unpacked) : null);
    const still = missing.filter((service) => findProgram(service, unpacked) === null);
    if (still.length > 0) throw new ServiceProblem(notInstalled(still, failure));
  }
  const found = services.map((service) => [service, findProgram(service, unpacked)]);
  return Object.fromEntries(found) as Record<Name, Program>;
};

const notInstalled = (services: readonly Installed[], failure: string | null): string => {
  const packages = services.flatMap((service) => PROGRAMS[service].debian).join(' ');
  const variables = services.flatMap((service) => PROGRAMS[service].variable ?? []).join(', ');
  return [
    `${services.join(', ')} could not be found or installed.`,
    `Looked below /usr and in .data/packages. Install with: sudo apt-get install --no-install-recommends ${packages}`,
    ...(variables === '' ? [] : [`or name a server of your own in ${variables}.`]),
    ...(failure === null ? [] : ['The installation said:', failure.split('\n').slice(-8).join('\n')]),
  ].join('\n');
};
