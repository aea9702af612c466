import { createHash } from 'node:crypto';
import type { PrivateSystem } from '../private-system.ts';
import { type Mend, READ_ONLY, takeDown } from './dependency-faults.ts';
import type { FaultProxy, WayFault } from './fault-proxy.ts';
import { ALL, type Cell, type FaultName, nameOf, usersOf } from './matrix.ts';
import { beginNetworkFault, isInOwnNetwork, mendNetworkFault, type NetworkFault } from './own-network.ts';
import type { Ways } from './ways.ts';

export interface Site {
  system: PrivateSystem;
  ways: Ways;
  seed: number;
}

export const metBy = ({ dependency, process }: Cell): string[] => (process === ALL ? usersOf(dependency) : [process]);

const onTheWays = (ways: readonly FaultProxy[], fault: WayFault): Mend => {
  for (const way of ways) way.begin(fault);
  return async () => {
    for (const way of ways) await way.mend();
  };
};

const inTheNetwork = (ways: readonly FaultProxy[], fault: NetworkFault): Mend => {
  const ports = ways.map(({ port }) => port);
  beginNetworkFault(fault, ports);
  return async () => mendNetworkFault(fault, ports);
};

/** Bytes that follow from the seed. */
const noise = (seed: string, length: number): Buffer =>
  createHash('shake256', { outputLength: length }).update(seed).digest();

const garbled = (ways: readonly FaultProxy[], seed: string): Mend => {
  for (const way of ways) void way.garble((length) => noise(`${seed} ${way.port}`, length));
  return async () => {
    for (const way of ways) await way.mend();
  };
};

/** Why this machine cannot make the fault; null where it can. */
export const impossible = ({ dependency, fault }: Cell): string | null => {
  const needsOwn = fault === 'no-route' || (fault === 'read-only' && dependency === 'upload-api');
  return needsOwn && !isInOwnNetwork() ? 'no network and mounts of its own: needs root, or user namespaces' : null;
};

export const beginFault = async ({ system, ways, seed }: Site, cell: Cell): Promise<Mend> => {
  const { dependency, fault } = cell;
  const users = metBy(cell);
  const met = ways.of(dependency, users);
  const begin: Readonly<Record<FaultName, () => Promise<Mend> | Mend>> = {
    refused: () => onTheWays(met, 'refused'),
    reset: () => onTheWays(met, 'reset'),
    // Without a network of our own the packets are held back on the way, where the kernel has acknowledged them already.
    dropped: () => (isInOwnNetwork() ? inTheNetwork(met, 'dropped') : onTheWays(met, 'silent')),
    'no-route': () => inTheNetwork(met, 'no-route'),
    slow: () => onTheWays(met, 'slow'),
    garbage: () => garbled(met, `${seed} ${nameOf(cell)}`),
    'read-only': () => READ_ONLY[dependency](system),
    restarted: () => takeDown(system, ways, dependency, 'in-order', users),
    killed: () => takeDown(system, ways, dependency, 'killed', users),
  };
  return begin[fault]();
};
