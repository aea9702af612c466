import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/**
 * A network and mounts of the run's own, in which packets can be lost and routes be missing, and a folder be read-only,
 * without anybody else's noticing. Linux gives them to root, and to others where it lets them make user namespaces.
 */
const PREFIXES = [
  ['unshare', '--net', '--mount'],
  ['unshare', '--user', '--map-current-user', '--keep-caps', '--net', '--mount'],
] as const;
const MARK = 'ORDER_LEDGER_OWN_NETWORK';

/** The tables of routes that a fault sends packets to. */
const TABLES = { 'no-route': 51, dropped: 52 } as const;
export type NetworkFault = keyof typeof TABLES;

/**
 * Loopback addresses are looked up after our rules; whatever goes to the one end of the pair reaches nobody. It keeps
 * its source, so that a connection that was begun meanwhile comes about when the packets arrive again.
 */
const SETUP = [
  'link set lo up',
  'rule add pref 100 lookup local',
  'rule del pref 0',
  'link add nowhere type veth peer name nobody',
  'link set nowhere up arp off',
  'link set nobody up arp off',
  `route add unreachable default table ${TABLES['no-route']}`,
  `route add default dev nowhere src 127.0.0.1 table ${TABLES.dropped}`,
].join('\n');

const ip = (batch: string) => spawnSync('ip', ['-batch', '-'], { input: `${batch}\n`, encoding: 'utf8' });

/** What a command must begin with to run in a network of its own; null where the system does not give one. */
export const ownNetwork = (): { prefix: readonly string[]; env: Record<string, string> } | null => {
  const prefix = PREFIXES.find(([command, ...args]) => {
    const tried = spawnSync(command, [...args, 'ip', '-batch', '-'], { input: `${SETUP}\n`, encoding: 'utf8' });
    return tried.status === 0;
  });
  return prefix === undefined ? null : { prefix, env: { [MARK]: 'yes' } };
};

export const isInOwnNetwork = (): boolean => process.env[MARK] === 'yes';

/** To be called once, inside. */
export const prepareNetwork = (): void => {
  const { status, stderr } = ip(SETUP);
  if (status !== 0) throw new Error(`the network could not be prepared: ${stderr}`);
  writeFileSync('/proc/sys/net/ipv4/conf/nowhere/route_localnet', '1');
};

const change = (verb: 'add' | 'del', fault: NetworkFault, ports: readonly number[]): void => {
  const rules = ports.flatMap((port) =>
    ['dport', 'sport'].map((end) => `rule ${verb} pref 10 ipproto tcp ${end} ${port} lookup ${TABLES[fault]}`),
  );
  const { status, stderr } = ip(rules.join('\n'));
  if (status !== 0) throw new Error(`${fault} could not be ${verb === 'add' ? 'begun' : 'mended'}: ${stderr}`);
};

/** Meets every packet from and to these ports. */
export const beginNetworkFault = (fault: NetworkFault, ports: readonly number[]): void => change('add', fault, ports);
export const mendNetworkFault = (fault: NetworkFault, ports: readonly number[]): void => change('del', fault, ports);
