import { freePort } from '@order-ledger/local/ports';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { DEPENDENCIES, type DependencyName, PROCESS_NAMES, usersOf } from './matrix.ts';

/** A way of its own from each process to each dependency. */
export interface Ways {
  /** What a process is told instead of the dependencies' own addresses. */
  envOf(process: string, env: Readonly<Record<string, string>>): Record<string, string>;
  of(dependency: DependencyName, processes: readonly string[]): FaultProxy[];
  close(): Promise<void>;
}

const keyOf = (process: string, dependency: DependencyName): string => `${process} ${dependency}`;

export const openWays = async (): Promise<Ways> => {
  const names = Object.keys(DEPENDENCIES) as DependencyName[];
  const ways = new Map<string, FaultProxy>();
  for (const dependency of names)
    for (const process of usersOf(dependency))
      ways.set(keyOf(process, dependency), await startFaultProxy(await freePort()));
  return {
    envOf: (process, env) =>
      Object.fromEntries(
        names.flatMap((dependency) => {
          const way = ways.get(keyOf(process, dependency));
          const { variable } = DEPENDENCIES[dependency];
          if (way === undefined) return [];
          const address = env[variable] ?? '';
          const { host, hostname, port } = new URL(address);
          way.lead({ host: '127.0.0.1', port: Number(port) });
          // As text: a URL that is written out again may differ in more than its port.
          return [[variable, address.replace(host, `${hostname}:${way.port}`)]];
        }),
      ),
    of: (dependency, processes) =>
      PROCESS_NAMES.filter((name) => processes.includes(name)).flatMap(
        (name) => ways.get(keyOf(name, dependency)) ?? [],
      ),
    close: async () => {
      for (const way of ways.values()) await way.close();
    },
  };
};
