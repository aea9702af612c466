import { setTimeout as sleep } from 'node:timers/promises';
import { faultOf } from '@order-ledger/platform/address-watch';
import { SERVERS } from './named-servers.ts';
import { heldAdvice } from './running-processes.ts';
import type { Service } from './service.ts';
import type { ServiceName } from './services.ts';

interface WatchOptions {
  readonly report: (line: string) => void;
  /** Ends the watching. */
  readonly signal: AbortSignal;
  /** Milliseconds between two looks; 3,000 if absent. */
  readonly everyMs?: number;
}

/** Milliseconds in which a server that takes connections says its first word. */
const LIMIT_MS = 2_000;
/** What took longer by this, milliseconds, has shown that this process itself stood still. */
const OWN_PAUSE_MS = 300;
/** One silent look may be this machine's own pause. */
const SILENT_LOOKS = 2;

/** Whether it takes connections and says nothing. One that refuses them has ended, and whoever keeps it running says so. */
const isSilent = async (name: ServiceName, { url, metrics }: Pick<Service, 'url' | 'metrics'>): Promise<boolean> => {
  const began = performance.now();
  // Where there is a page of metrics its port is asked: a broken off greeting stands in the server's log each time.
  const fault = await (metrics === undefined
    ? faultOf(SERVERS[name].kind, url, LIMIT_MS)
    : faultOf('http', metrics, LIMIT_MS));
  return fault?.endsWith(`within ${LIMIT_MS} ms`) === true && performance.now() - began < LIMIT_MS + OWN_PAUSE_MS;
};

/**
 * Tells in one line when a backing service hangs, and when that is over: it does not end, so nothing else would show it
 * but what all processes say at once. It is not ended: that helps nobody who has stopped it by a signal, and a server
 * that is only slow, on a full disk or after a crash, would have to begin again. Its data outlive `kill -KILL`.
 */
export const watchService = async (
  name: ServiceName,
  service: Pick<Service, 'name' | 'url' | 'pid' | 'metrics'>,
  { report, signal, everyMs = 3_000 }: WatchOptions,
): Promise<void> => {
  let silentLooks = 0;
  let told = false;
  while (!signal.aborted) {
    silentLooks = (await isSilent(name, service)) ? silentLooks + 1 : 0;
    if (signal.aborted) return;
    const { pid } = service;
    if (silentLooks >= SILENT_LOOKS && !told) {
      told = true;
      report(
        `${service.name} (process ${pid}) takes connections and says nothing: it is frozen, hangs or has too much to do, and everybody who needs it waits; ${heldAdvice(pid) ?? `nothing ends it by itself; kill -KILL ${pid} does, npm start then starts it again, and what it has confirmed stays`}`,
      );
    }
    if (silentLooks === 0 && told) {
      told = false;
      report(`${service.name} (process ${pid}) answers again`);
    }
    if (silentLooks === 0 || told) await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
};
