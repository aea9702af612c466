import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The form of a V8 profile, as far as it is read here: times between samples in µs. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

type Share = readonly [name: string, percent: number];
export interface Shares {
  /** Of the time in which the process did anything: by the package whose code ran. */
  readonly packages: readonly Share[];
  /** Likewise: by our functions, each with all that it called. */
  readonly functions: readonly Share[];
}

/** What begins and ends a profile, in the process itself. */
const PROFILED = '/bench/profiled.js';

const packageOf = (url: string, name: string): string => {
  const installed = /node_modules\/\.pnpm\/((?:@[^+/]+\+)?[^@/]+)@/.exec(url)?.[1];
  if (installed !== undefined) return installed.replace('+', '/');
  const own = /\/(?:packages|infra)\/([^/]+)\/(?:dist|src)\//.exec(url)?.[1];
  if (own !== undefined) return `our ${own}`;
  if (name === '(garbage collector)') return 'garbage';
  return url.startsWith('node:') ? 'node' : 'native';
};

const placeOf = (url: string, name: string, line: number): string | undefined => {
  const file = /\/(?:packages|infra)\/([^/]+)\/(?:dist|src)\/(.+?)\.(?:js|ts)$/.exec(url);
  return file === null ? undefined : `${file[1]}/${file[2]}:${line + 1} ${name || '(anonymous)'}`;
};

const largest = (times: ReadonlyMap<string, number>, busy: number, count: number): Share[] =>
  [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([name, time]) => [name, Number(((100 * time) / busy).toFixed(1))]);

export const sharesOf = ({ nodes, samples, timeDeltas }: CpuProfile, count = 20): Shares => {
  const own = new Map<number, number>();
  samples.forEach((id, i) => {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[i] ?? 0));
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const packages = new Map<string, number>();
  const functions = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, time: number) => to.set(name, (to.get(name) ?? 0) + time);
  let busy = 0;
  /** @param above our functions on the way down: each counts a sample once, however often it calls itself */
  const walk = (id: number, above: ReadonlySet<string>): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { functionName, url, lineNumber } = node.callFrame;
    // To begin a profile is work too, in an idle process most of it.
    if (url.endsWith(PROFILED)) return;
    const time = own.get(id) ?? 0;
    const place = placeOf(url, functionName, lineNumber);
    const path = place === undefined ? above : new Set([...above, place]);
    if (functionName !== '(idle)' && functionName !== '(root)' && functionName !== '(program)') {
      busy += time;
      add(packages, packageOf(url, functionName), time);
      for (const each of path) add(functions, each, time);
    } else if (functionName === '(program)') {
      // What runs outside of JavaScript, on the main thread.
      busy += time;
      add(packages, 'native', time);
    }
    for (const child of node.children ?? []) walk(child, path);
  };
  const [root] = nodes;
  if (root !== undefined) walk(root.id, new Set());
  return { packages: largest(packages, busy, count), functions: largest(functions, busy, count) };
};

export interface Profiler {
  /** Begins a profile in each of the processes. */
  begin(pids: Readonly<Record<string, number>>): void;
  /** Ends and reads them. Their files stay, `<process>-<what>.cpuprofile`, for a look with a tool of one's own. */
  end(what: string): Promise<ReadonlyMap<string, Shares>>;
  readonly folder: string;
}

/** To be made before the processes are started: it tells them, by NODE_OPTIONS, to listen for its signal. */
export const createProfiler = (): Profiler => {
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-profiles-'));
  mkdirSync(folder, { recursive: true });
  process.env.BENCH_PROFILES = folder;
  // In a bundle no sample tells whose code it is.
  process.env.UNBUNDLED = 'true';
  process.env.NODE_OPTIONS = `--import=${fileURLToPath(new URL('./profiled.js', import.meta.url))}`;
  let running: Readonly<Record<string, number>> = {};
  const signal = () => Object.values(running).forEach((pid) => void process.kill(pid, 'SIGUSR2'));
  return {
    folder,
    begin: (pids) => {
      running = pids;
      signal();
    },
    end: async (what) => {
      signal();
      const shares = new Map<string, Shares>();
      for (const [name, pid] of Object.entries(running)) {
        const file = join(folder, `${pid}.cpuprofile`);
        const deadline = performance.now() + 60_000;
        let profile: CpuProfile | undefined;
        while (profile === undefined) {
          if (performance.now() > deadline) throw new Error(`${name} wrote no profile`);
          await sleep(100);
          try {
            if (existsSync(file)) profile = JSON.parse(readFileSync(file, 'utf8'));
          } catch {
            // It is not written to its end yet.
          }
        }
        renameSync(file, join(folder, `${name}-${what}.cpuprofile`));
        shares.set(name, sharesOf(profile));
      }
      running = {};
      return shares;
    },
  };
};

export const sharesText = (shares: ReadonlyMap<string, Shares>): string =>
  [...shares]
    .map(([name, { packages, functions }]) => {
      const rows = (title: string, list: readonly Share[]) =>
        `  ${title}\n${list.map(([what, percent]) => `    ${String(percent).padStart(5)} %  ${what}`).join('\n')}`;
      return `${name}\n${rows('packages', packages)}\n${rows('our functions, with what they call', functions)}`;
    })
    .join('\n\n');
