import { setTimeout as sleep } from 'node:timers/promises';
import { failing, isSilent, lookAt } from '@order-ledger/platform/look';
import { createHungWatch, endHung } from './hung.ts';
import type { Running } from './keep-running.ts';
import { adminUrl } from './processes.ts';
import { adviceFor } from './running-processes.ts';

interface Watched {
  readonly name: string;
  readonly pid: number;
  readonly adminPort: number;
}

interface WatchOptions {
  readonly report: (line: string) => void;
  /** Ends the watching. */
  readonly signal: AbortSignal;
  /** Milliseconds between two looks; 2,000 if absent. */
  readonly everyMs?: number;
  /** Milliseconds after which a process that answers and is not ready is told of; 30,000 if absent. */
  readonly unreadyMs?: number;
  /** It hangs, and is to be ended; if absent, it is only told of. */
  readonly onHung?: (() => void) | undefined;
}

/** One silent look may be this machine's own pause. */
const SILENT_LOOKS = 2;

/**
 * Tells in one line when a process that was ready stops answering or stays not ready, and when that is over: a frozen
 * one does not end, so nothing else would show it.
 */
export const watchAnswers = async ({ name, pid, adminPort }: Watched, options: WatchOptions): Promise<void> => {
  const { report, signal, everyMs = 2_000, unreadyMs = 30_000, onHung } = options;
  const hangs = createHungWatch(pid);
  let silentLooks = 0;
  let unreadySince: number | null = null;
  let told: 'silent' | 'unready' | null = null;
  const tell = (what: typeof told, line: string): void => {
    if (told !== what) report(line);
    told = what;
  };
  while (!signal.aborted) {
    const answer = await lookAt(adminUrl(adminPort));
    if (signal.aborted) return;
    if (hangs(answer) && onHung !== undefined) {
      report(`${name} (process ${pid}) hangs: it answers nothing. It is ended, and started again`);
      return onHung();
    }
    if (isSilent(answer)) {
      silentLooks += 1;
      if (silentLooks >= SILENT_LOOKS)
        tell(
          'silent',
          `${name} (process ${pid}) gives no answer on port ${adminPort}: ${answer.silence}${answer.late ? `; ${adviceFor(pid)}` : ''}`,
        );
    } else {
      silentLooks = 0;
      if (told === 'silent') tell(null, `${name} (process ${pid}) answers again`);
      if (answer.status === 'ready') {
        unreadySince = null;
        tell(null, `${name} is ready again`);
      } else {
        unreadySince ??= performance.now();
        if (performance.now() - unreadySince >= unreadyMs)
          tell('unready', `${name} is no longer ready: ${failing(answer)}`);
      }
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
};

interface WatchedOptions {
  readonly adminPort: number;
  readonly report: (line: string) => void;
  /** A debugger may hold it for as long as a person thinks. */
  readonly mayPause: boolean;
}

/**
 * The same process, which is watched as long as it runs and nobody has told it to stop. If it hangs it is ended: whoever
 * keeps it running starts it again.
 */
export const watched = (running: Running, { adminPort, report, mayPause }: WatchedOptions): Running => {
  const over = new AbortController();
  void running.exited.then(() => over.abort());
  const { name, pid } = running;
  const onHung = mayPause ? undefined : () => endHung(pid);
  void watchAnswers({ name, pid, adminPort }, { report, signal: over.signal, onHung });
  return {
    ...running,
    stop: () => {
      over.abort();
      return running.stop();
    },
  };
};
