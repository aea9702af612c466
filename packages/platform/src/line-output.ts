import { writeSync } from 'node:fs';
import { isNativeError } from 'node:util/types';
import { defineMetrics } from './metrics.ts';

/** Milliseconds that a line waits for others, once one was written. The first after a pause waits for none. */
const BATCH_MS = 20;
/** Characters that do not wait any longer. */
const BATCH_LENGTH = 16_384;
/** Milliseconds until a pipe that was full, or a disk, is tried again; doubled while it takes nothing. */
const AGAIN_MS = 1;
const LONGEST_AGAIN_MS = 64;
/** Characters that are held for a reader who does not read; those who must be heard have as many again. */
const MOST_HELD = 1_048_576;
/** Milliseconds that a line beyond that waits for the reader, before it is dropped. */
const PATIENCE_MS = 100;
/** Milliseconds that the end of the process waits for the reader. */
const END_LIMIT_MS = 1_000;
/** Between two tries, where nothing else may be done meanwhile. */
const LOOK_MS = 2;

const NOTHING = new Uint8Array();

export interface LineOutput {
  /** `now`: the line and all before it are handed over before this returns, if the reader takes them. */
  readonly write: (line: string, now: boolean) => void;
  /** Hands over what is held, waiting for the reader for a moment. What is written afterwards is lost. */
  readonly close: () => void;
}

interface LineOutputOptions {
  readonly fd: number;
  /** The line that says how many are missing in its place. */
  readonly droppedLine: (count: number) => string;
  /** The reader is gone: no line can be handed over any more. Called once, not within a call of ours. */
  readonly onGone: (error: unknown) => void;
}

const metrics = defineMetrics({
  dropped: {
    type: 'counter',
    name: 'log_lines_dropped_total',
    help: 'Lines of the log that were dropped because nobody read those before them',
  },
});

/** What passes by itself: the reader is slow, the disk is full. */
const isFull = (error: unknown): boolean =>
  isNativeError(error) && 'code' in error && ['EAGAIN', 'ENOSPC', 'EDQUOT'].includes(String(error.code));

/**
 * Writes lines in batches, because each write costs more than the line itself. What is held is handed over after some
 * milliseconds, or when it is much, or with a line that must not wait, and however the process ends, short of being
 * killed. The write itself is synchronous and blocks for nobody: a pipe that is full is tried again. What is held for it
 * is bounded, and what has to be dropped is counted and told in its place.
 */
export const createLineOutput = ({ fd, droppedLine, onGone }: LineOutputOptions): LineOutput => {
  let waiting = '';
  /** Of a batch what the reader has not taken yet. */
  let rest: Uint8Array = NOTHING;
  let timer: NodeJS.Timeout | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  let dropped = 0;
  let over = false;
  /** Tries in a row that the reader took nothing at. */
  let refused = 0;
  /** Whether the reader is worth waiting for: he has read all since he was waited for. */
  let patient = true;

  const held = (): number => rest.length + waiting.length;
  const later = (milliseconds: number): void => {
    timer ??= setTimeout(push, milliseconds).unref();
  };
  const tellDropped = (): void => {
    if (dropped > 0) waiting += `${droppedLine(dropped)}\n`;
    dropped = 0;
  };
  const end = (): void => {
    over = true;
    rest = NOTHING;
    waiting = '';
  };

  const push = (): void => {
    clearTimeout(timer);
    timer = undefined;
    while (!over) {
      if (rest.length === 0) {
        tellDropped();
        if (waiting === '') break;
        rest = Buffer.from(waiting);
        waiting = '';
      }
      try {
        rest = rest.subarray(writeSync(fd, rest));
        refused = 0;
      } catch (error) {
        if (isFull(error)) {
          later(Math.min(AGAIN_MS * 2 ** refused, LONGEST_AGAIN_MS));
          refused += 1;
          return;
        }
        end();
        process.nextTick(onGone, error);
      }
    }
    writtenAt = performance.now();
    patient = true;
  };

  /** Waits for the reader, and for nothing else. */
  const pushAll = (limitMs: number): void => {
    const until = performance.now() + limitMs;
    push();
    while (held() > 0 && performance.now() < until) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
      push();
    }
  };

  const close = (): void => {
    pushAll(END_LIMIT_MS);
    const lost = dropped + (`${Buffer.from(rest)}${waiting}`.match(/\n/g)?.length ?? 0);
    end();
    if (lost > 0) tellBeside(`${lost} lines of the log were lost: nobody reads them\n`);
  };
  process.once('exit', close);

  return {
    write: (line, now) => {
      const most = now ? 2 * MOST_HELD : MOST_HELD;
      // Much may be written in one go, and the reader reads. One who does not is waited for once.
      if (held() >= most && patient) {
        patient = false;
        pushAll(PATIENCE_MS);
      }
      if (over || held() >= most) {
        dropped += 1;
        metrics.dropped.inc({});
        return;
      }
      tellDropped();
      waiting += `${line}\n`;
      const due = waiting.length >= BATCH_LENGTH || performance.now() - writtenAt >= BATCH_MS;
      if (now || (due && rest.length === 0)) push();
      else later(BATCH_MS);
    },
    close,
  };
};

/** To people, where the log itself is not read. */
const tellBeside = (text: string): void => {
  try {
    writeSync(process.stderr.fd, text);
  } catch {
    // There is nobody left to tell.
  }
};
