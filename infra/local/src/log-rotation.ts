import { once } from 'node:events';
import {
  appendFileSync,
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { isHeld } from './running-processes.ts';

interface RotationOptions {
  readonly folder: string;
  /** A log of this size is packed away and emptied. */
  readonly fileBytes?: number;
  /** All packed logs together, at most; the oldest go first. */
  readonly packedBytes?: number;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
  /** The one process that writes a log, by the log's name; undefined where there are several, or none. */
  readonly writerOf: (name: string) => number | undefined;
  readonly report: (line: string) => void;
}

interface Rotation {
  /** Ends it after what is being packed. */
  stop(): Promise<void>;
}

const FILE_BYTES = 33_554_432;
const PACKED_BYTES = 536_870_912;
const EVERY_MS = 10_000;
const PACKED = /\.log\.(\d{13})\.gz$/;
/** For a signal to reach a process that runs. */
const HOLD_LIMIT_MS = 100;

/**
 * Keeps the logs of a folder bounded. Who writes a log holds it open, so it is emptied and not renamed; it is written to at
 * its end, wherever that is. Of a single writer no line is lost, because it is held while what came last is taken over; of
 * PostgreSQL and RabbitMQ, which have many, what is written within some microseconds may be.
 */
export const rotateLogs = async (options: RotationOptions): Promise<Rotation> => {
  const { folder, fileBytes = FILE_BYTES, packedBytes = PACKED_BYTES, everyMs = EVERY_MS, writerOf, report } = options;
  const stopping = new AbortController();
  const round = async (): Promise<void> => {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of names.filter((each) => each.endsWith('.gz.new'))) rmSync(join(folder, name), { force: true });
    for (const name of names.filter((each) => each.endsWith('.log'))) {
      const path = join(folder, name);
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      if (size >= fileBytes) await packAway(path, size, writerOf(name.slice(0, -'.log'.length)));
    }
    removeOldest(folder, packedBytes);
  };
  let failing = false;
  const tryRound = async (): Promise<void> => {
    try {
      await round();
      failing = false;
    } catch (error) {
      // A full disk, mostly: the next round may do better, and one line tells it.
      if (!failing) report(`The logs in ${folder} could not be packed: ${error}`);
      failing = true;
    }
  };
  // Before anybody writes: what an earlier run has left.
  await tryRound();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) await tryRound();
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

/** Packed first, then emptied: a kill between the two shows lines twice, and loses none. */
const packAway = async (path: string, size: number, writer: number | undefined): Promise<void> => {
  const packed = `${path}.${Date.now()}.gz`;
  const unfinished = `${packed}.new`;
  const target = createWriteStream(unfinished, { mode: 0o600 });
  await pipeline(createReadStream(path, { end: size - 1 }), createGzip(), target);
  if (!target.closed) await once(target, 'close');
  const log = openSync(path, 'r+');
  const letGo = await hold(writer);
  try {
    const rest = readFrom(log, size);
    if (rest.length > 0) appendFileSync(unfinished, gzipSync(rest, { level: 1 }));
    renameSync(unfinished, packed);
    // What one of several writers has added since.
    const last = readFrom(log, size + rest.length);
    ftruncateSync(log, 0);
    if (last.length > 0) appendFileSync(packed, gzipSync(last, { level: 1 }));
  } finally {
    letGo();
    closeSync(log);
  }
};

const readFrom = (file: number, from: number): Buffer => {
  const length = Math.max(0, fstatSync(file).size - from);
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, length === 0 ? 0 : readSync(file, bytes, 0, length, from));
};

/** @returns what lets it go on; whoever is held by somebody else stays held */
const hold = async (pid: number | undefined): Promise<() => void> => {
  if (pid === undefined || isHeld(pid)) return () => undefined;
  try {
    process.kill(pid, 'SIGSTOP');
  } catch {
    // It has ended, and writes nothing any more.
    return () => undefined;
  }
  const until = performance.now() + HOLD_LIMIT_MS;
  while (!isHeld(pid) && performance.now() < until) await sleep(1);
  return () => {
    try {
      process.kill(pid, 'SIGCONT');
    } catch {
      // It was killed meanwhile.
    }
  };
};

const removeOldest = (folder: string, mostBytes: number): void => {
  if (!existsSync(folder)) return;
  const packed = readdirSync(folder)
    .flatMap((name) => {
      const at = PACKED.exec(name)?.[1];
      return at === undefined ? [] : [{ path: join(folder, name), at: Number(at) }];
    })
    .map((one) => ({ ...one, size: statSync(one.path, { throwIfNoEntry: false })?.size ?? 0 }))
    .sort((a, b) => a.at - b.at);
  let size = packed.reduce((sum, one) => sum + one.size, 0);
  for (const one of packed) {
    if (size <= mostBytes) return;
    rmSync(one.path, { force: true });
    size -= one.size;
  }
};
