import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogFile } from './log-file.ts';
import type { Outcome } from './outcome.ts';
import type { StoredRecord } from './record.ts';
import { stageGroup } from './staged-group.ts';
import type { StreamIndex } from './stream-index.ts';
import { stageWrite, type Write } from './write.ts';

/** Bytes that one write and one sync carry, at most (or one append, if that is larger). */
const LARGEST_GROUP = 4 * 1024 * 1024;
/**
 * The most writes that one sync carries. If all that wait went into one group, callers and server would take turns at
 * idling: with 256 in flight groups of 64 reach 0.89 of what the wire allows, unbounded ones 0.84.
 */
const MOST_WRITES = 64;
/**
 * The interval at which writes past their deadline are looked for, as long as EventStoreDB's. A write that is on its
 * way to the disk gets one more interval: in a moment it is answered as stored, however short its deadline was.
 */
const DEADLINE_CHECK_MS = 1_000;
/** As the system and LMDB name it. */
const DISK_FULL = /ENOSPC|EDQUOT|no space left/i;

/** What one commit did, for metrics. */
export interface GroupReport {
  readonly writes: number;
  readonly events: number;
  readonly bytes: number;
  readonly seconds: number;
}

interface WriterOptions {
  readonly log: LogFile;
  readonly index: StreamIndex;
  /** Time of the last event in the log, in ms: times in it never go back, which lets $maxAge search by halves. */
  readonly lastCreated: number;
  /** Called when events are durable and readable. */
  readonly onCommitted: (records: readonly StoredRecord[], report: GroupReport) => void;
  readonly onFailure: (reason: string) => void;
}

export interface Writer {
  /**
   * Resolves when the write is durable or refused; within two seconds of `deadline` (as `performance.now()`) with
   * `deadline-exceeded`, whatever becomes of it. Never rejects.
   */
  submit(write: Write, deadline: number): Promise<Outcome>;
  /** Why nothing can be written any more; undefined while all is well. */
  failure(): string | undefined;
  /** Refuses everything from now on. */
  fail(reason: string): void;
  /** Resolves when everything submitted so far has been answered. */
  idle(): Promise<void>;
  close(): void;
}

interface Pending {
  readonly write: Write;
  readonly deadline: number;
  settle: ((outcome: Outcome) => void) | undefined;
}

const answer = (pending: Pending, outcome: Outcome): void => {
  pending.settle?.(outcome);
  pending.settle = undefined;
};

export const openWriter = ({ log, index, lastCreated, onCommitted, onFailure }: WriterOptions): Writer => {
  let queue: Pending[] = [];
  let committing: Pending[] = [];
  let committingSince = 0;
  let created = lastCreated;
  let failed: string | undefined;
  let running: Promise<void> | undefined;

  const fail = (reason: string): void => {
    if (failed !== undefined) return;
    failed = DISK_FULL.test(reason) ? `${reason}; the disk is full: make room, then start the server again` : reason;
    onFailure(failed);
  };

  const commitGroup = async (): Promise<void> => {
    await index.pressure();
    created = Math.max(created, Date.now());
    const group = stageGroup(log, index, created);
    const outcomes: Outcome[] = [];
    committing = [];
    for (const pending of queue) {
      if (group.bytes() >= LARGEST_GROUP || committing.length >= MOST_WRITES) break;
      committing.push(pending);
      outcomes.push(pending.settle ? stageWrite(group, pending.write) : { kind: 'deadline-exceeded' });
    }
    queue = queue.slice(committing.length);
    committingSince = performance.now();

    const records = group.records();
    if (records.length > 0) {
      const started = performance.now();
      await log.append(Buffer.concat(records.map(({ bytes }) => bytes)));
      const seconds = (performance.now() - started) / 1000;
      index.add(records);
      onCommitted(records, { writes: committing.length, events: records.length, bytes: group.bytes(), seconds });
    }
    committing.forEach((pending, i) => {
      answer(pending, outcomes[i] as Outcome);
    });
    committing = [];
  };

  const refuseAll = (): void => {
    const outcome: Outcome = { kind: 'failed', reason: failed ?? '' };
    for (const pending of [...committing, ...queue]) answer(pending, outcome);
    committing = [];
    queue = [];
  };

  const run = async (): Promise<void> => {
    try {
      while (queue.length > 0 && failed === undefined) {
        // What else arrives in this turn of the event loop joins the group, and the answers to the last one go out.
        await nextTurn();
        await commitGroup();
      }
    } catch (error) {
      fail(`the event log cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (failed !== undefined) refuseAll();
    running = undefined;
  };

  const deadlines = setInterval(() => {
    const now = performance.now();
    const hanging = now - committingSince >= DEADLINE_CHECK_MS ? committing : [];
    for (const pending of [...hanging, ...queue])
      if (pending.deadline <= now) answer(pending, { kind: 'deadline-exceeded' });
  }, DEADLINE_CHECK_MS);
  deadlines.unref();

  return {
    submit(write, deadline) {
      if (failed !== undefined) return Promise.resolve({ kind: 'failed', reason: failed });
      return new Promise((settle) => {
        queue.push({ write, deadline, settle });
        running ??= run();
      });
    },
    failure: () => failed,
    fail,
    async idle() {
      while (running) await running;
    },
    close: () => clearInterval(deadlines),
  };
};
