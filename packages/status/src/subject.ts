import { join } from 'node:path';
import { runningServices } from '@order-ledger/local/backing';
import { SERVERS, wrongForm } from '@order-ledger/local/named-servers';
import { ServiceProblem } from '@order-ledger/local/problem';
import { adminUrl, PROCESSES } from '@order-ledger/local/processes';
import { runningProcesses } from '@order-ledger/local/running-processes';
import type { ServiceName } from '@order-ledger/local/services';
import { runningInstance } from '@order-ledger/local/single-instance';

export interface SubjectProcess {
  readonly name: string;
  /** Base address for its operators. */
  readonly url: string;
  /** Null: of another machine, or not started. */
  readonly pid: number | null;
}

/** What is looked at. */
export interface Subject {
  /** Of the `npm start` that runs here; null: none does. */
  readonly started: number | null;
  readonly processes: readonly SubjectProcess[];
  /** Those that are known. */
  readonly services: Readonly<Partial<Record<ServiceName, string>>>;
  /** Somebody said where to look. */
  readonly isNamed: boolean;
  /** The folder of what `npm start` runs here; null where it does not. */
  readonly data: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ServiceProblem where it is no address */
const namedIn = (env: Environment): Subject['services'] =>
  Object.fromEntries(
    Object.entries(SERVERS).flatMap(([name, { variable, kind }]) => {
      const value = env[variable];
      if (value === undefined || value === '') return [];
      const wrong = wrongForm(variable, kind, value);
      if (wrong !== null) throw new ServiceProblem(wrong);
      return [[name, value]];
    }),
  );

/** @throws ServiceProblem where it is no name with an address */
export const namedProcess = (text: string): SubjectProcess => {
  const [, name, url] = /^([a-z-]+)=(https?:\/\/[^/\s]+)\/?$/.exec(text) ?? [];
  if (name === undefined || url === undefined || !PROCESSES.some((one) => one.name === name))
    throw new ServiceProblem(
      `--process is a name and an address for operators, such as projector=http://10.0.0.5:9084, not "${text}".`,
    );
  return { name, url, pid: null };
};

/**
 * What the environment names, else what `npm start` runs with this data; processes that nobody names are looked for on the
 * ports that it gives them.
 *
 * @throws ServiceProblem where an address is none
 */
export const subjectOf = (root: string, env: Environment, named: readonly SubjectProcess[]): Subject => {
  const data = join(root, '.data');
  const started = runningInstance(join(data, 'start.pid'));
  const running = started === null ? null : runningServices(data);
  const here = (started === null ? null : runningProcesses(data)) ?? PROCESSES.map((one) => ({ ...one, pid: null }));
  const processes = PROCESSES.flatMap(({ name }): SubjectProcess[] => {
    const elsewhere = named.filter((one) => one.name === name);
    if (elsewhere.length > 0) return elsewhere;
    return here.flatMap((one) => (one.name === name ? [{ name, url: adminUrl(one.adminPort), pid: one.pid }] : []));
  });
  const services = Object.keys(SERVERS).flatMap((name) => {
    const address = running?.[name as ServiceName];
    return address === undefined ? [] : [[name, address]];
  });
  const servers = namedIn(env);
  return {
    started,
    processes,
    services: { ...Object.fromEntries(services), ...servers },
    isNamed: named.length > 0 || Object.keys(servers).length > 0,
    data: started === null ? null : data,
  };
};
