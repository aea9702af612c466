import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { connect as connectTcp, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import type { z } from 'zod';
import { type AddressKind, type Endpoint, endpointsOf, kindOf } from './addresses.ts';
import type { Log } from './log.ts';
import { defineMetrics } from './metrics.ts';

/** A variable whose value leads somewhere. */
export interface Lead {
  readonly variable: string;
  /** A file where it begins with no scheme of the kind. */
  readonly kind: AddressKind | 'file';
  readonly values: readonly string[];
  /** Whoever answers there is started together with this process. */
  readonly beside: boolean;
}

const metrics = defineMetrics({
  reached: {
    type: 'gauge',
    name: 'address_reached',
    help: '1 once somebody of the right kind has answered where the variable leads, since the start',
    labels: ['variable'],
  },
});

const LIMIT_MS = 3_000;
const LOOK_AGAIN_MS = 2_000;
/** What is started together with this process may take so long until it is told of, milliseconds. */
const BESIDE_PATIENCE_MS = 5_000;

const shown = ({ host, port }: Endpoint): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

const connected = (endpoint: Endpoint, isHttp2: boolean): Socket => {
  const { host, port, tls } = endpoint;
  if (!tls) return connectTcp({ host, port });
  // Whom to trust is the client's business; here it is only asked who answers.
  const names = /^[\d.]+$|:/.test(host) ? {} : { servername: host };
  return connectTls({ host, port, ...names, rejectUnauthorized: false, ...(isHttp2 ? { ALPNProtocols: ['h2'] } : {}) });
};

/** Why nobody of the kind answers at the endpoint; null where somebody does. */
const faultAt = (kind: AddressKind, endpoint: Endpoint, limitMs: number): Promise<string | null> =>
  new Promise((resolve) => {
    const { who, hello, answers } = kindOf(kind);
    const socket = connected(endpoint, kind === 'eventstore');
    let first = Buffer.alloc(0);
    let reached = false;
    const end = (fault: string | null): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(fault);
    };
    const stranger = `what answers at ${shown(endpoint)} is no ${who}`;
    const silent = (): string => (reached ? `${shown(endpoint)} says nothing` : `no connection to ${shown(endpoint)}`);
    const timer = setTimeout(() => end(`${silent()} within ${limitMs} ms`), limitMs);
    socket.once(endpoint.tls ? 'secureConnect' : 'connect', () => {
      reached = true;
      socket.write(hello(endpoint.host));
    });
    socket.on('data', (bytes: Buffer) => {
      first = Buffer.concat([first, bytes]);
      // Long enough for each kind to be told.
      if (first.length >= 5 || answers(first)) end(answers(first) ? null : stranger);
    });
    socket.once('close', () =>
      end(first.length > 0 || reached ? stranger : `${shown(endpoint)} closes the connection`),
    );
    socket.once('error', (error: NodeJS.ErrnoException & { errors?: Error[] }) => {
      const { code = '' } = error;
      if (code === 'ERR_SSL_WRONG_VERSION_NUMBER') return end(`${shown(endpoint)} speaks no TLS`);
      // A server that wants a certificate of ours, or the like, is there.
      if (code.startsWith('ERR_SSL')) return end(null);
      end(reached ? stranger : (error.errors?.[0]?.message ?? error.message));
    });
  });

const faultOfFile = (path: string): Promise<string | null> =>
  access(path, constants.R_OK).then(
    () => null,
    (error: NodeJS.ErrnoException) => `${path} cannot be read (${error.code})`,
  );

/** Why a value leads nowhere; null where it leads somewhere. One that names several servers needs one of them. */
export const faultOf = async (kind: Lead['kind'], value: string, limitMs = LIMIT_MS): Promise<string | null> => {
  if (kind === 'file') return faultOfFile(value);
  const faults = await Promise.all(endpointsOf(kind, value).map((endpoint) => faultAt(kind, endpoint, limitMs)));
  return faults.includes(null) ? null : (faults[0] ?? null);
};

/** One line for a variable that leads nowhere, without what may be secret in it; null where each value leads somewhere. */
export const nowhere = async ({ variable, kind, values }: Omit<Lead, 'beside'>): Promise<string | null> => {
  const faults = await Promise.all(values.map((value) => faultOf(kind, value)));
  const fault = faults.find((each) => each !== null);
  return fault === undefined ? null : `${variable} leads nowhere: ${fault}`;
};

interface LeadMeta {
  readonly leadsTo?: AddressKind | 'file';
  readonly beside?: boolean;
}

/** The variables of a schema whose `meta` says where they lead, with their values. */
export const leadsIn = (shape: z.ZodRawShape, config: Readonly<Record<string, unknown>>): Lead[] =>
  Object.entries(shape).flatMap(([variable, schema]) => {
    const { leadsTo, beside = false } = ((schema as z.ZodType).meta() ?? {}) as LeadMeta;
    const values = [config[variable]].flat().filter((value) => typeof value === 'string' && value !== '') as string[];
    if (leadsTo === undefined || values.length === 0) return [];
    const isFile = leadsTo === 'http' && values.every((value) => !/^https?:/i.test(value));
    return [{ variable, kind: isFile ? 'file' : leadsTo, values, beside }];
  });

interface AddressWatch {
  /** The lines of those that led nowhere when they were first asked; waits for that. */
  first(): Promise<readonly string[]>;
}

/**
 * Asks each address until a server of the right kind has answered there, and logs in one line which leads nowhere.
 * Nobody waits for it: what a process does without one of them is the process's own business.
 */
export const watchAddresses = (leads: readonly Lead[], log: Log, signal: AbortSignal): AddressWatch => {
  const watch = async (lead: Lead, first: Promise<string | null>): Promise<void> => {
    const began = performance.now();
    let told = false;
    for (let fault = await first; fault !== null && !signal.aborted; fault = await nowhere(lead)) {
      metrics.reached.set({ variable: lead.variable }, 0);
      if (!told && performance.now() - began >= (lead.beside ? BESIDE_PATIENCE_MS : 0)) {
        if (lead.beside) log.warn(fault);
        else log.error(fault);
        told = true;
      }
      await delay(LOOK_AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
    if (signal.aborted) return;
    metrics.reached.set({ variable: lead.variable }, 1);
    if (told) log.info(`${lead.variable} is reachable again`);
  };
  const firsts = leads.map((lead) => nowhere(lead));
  leads.forEach((lead, index) => void watch(lead, firsts[index] ?? nowhere(lead)));
  return { first: async () => (await Promise.all(firsts)).filter((line) => line !== null) };
};
