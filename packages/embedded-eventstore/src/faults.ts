import { type Disk, realDisk } from './disk.ts';
import type { Outcome } from './outcome.ts';
import type { RunningServer } from './server.ts';

/** The faults that EVENTSTORE_FAULTS can ask for, as `name=number,…`: each is something the real server was seen to do. */
const FAULTS: Readonly<Record<string, string>> = {
  swallow: 'every n-th append is stored and never answered',
  timeout: 'every n-th append is stored and answered deadline-exceeded',
  cut: 'every n-th append is stored, and all connections are cut instead of an answer',
  end: 'every n-th append is stored, and the streams of batch appends are ended instead of an answer',
  delay_ms: 'every append is answered this many milliseconds late',
  fail_write: 'the n-th write to the log fails',
  fail_sync: 'the n-th sync of the log fails',
};

type Faulty = Pick<RunningServer, 'cutConnections' | 'endBatchAppends'>;

export interface Faults {
  /** What is asked for, for the banner; empty when nothing is. */
  readonly asked: readonly string[];
  readonly disk: Disk;
  /** Undefined swallows the answer. */
  beforeAnswer(outcome: Outcome, server: Faulty): Promise<Outcome | undefined>;
}

/** Throws an Error that lists what there is when the text asks for something else. */
export const parseFaults = (text: string): Faults => {
  const asked = new Map<string, number>();
  for (const part of text.split(',').filter((each) => each !== '')) {
    const [name = '', value = ''] = part.split('=');
    if (!(name in FAULTS) || !/^[1-9]\d*$/.test(value))
      throw new Error(
        `EVENTSTORE_FAULTS: "${part}"; there is ${Object.keys(FAULTS).join(', ')}, each =<number from 1>`,
      );
    asked.set(name, Number(value));
  }
  const counts = new Map<string, number>();
  const nth = (name: string): boolean => {
    const every = asked.get(name);
    if (every === undefined) return false;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count % every === 0;
  };
  const failing = (name: string): Promise<never> | undefined =>
    nth(name) ? Promise.reject(new Error(`EIO: injected by ${name}`)) : undefined;
  const delay = asked.get('delay_ms');

  return {
    asked: [...asked].map(([name, n]) => `${name}=${n}: ${FAULTS[name]}`),
    disk: {
      write: (fd, bytes, position) => failing('fail_write') ?? realDisk.write(fd, bytes, position),
      sync: (fd, inPlace) => failing('fail_sync') ?? realDisk.sync(fd, inPlace),
    },
    async beforeAnswer(outcome, server) {
      if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
      if (outcome.kind !== 'done') return outcome;
      if (nth('cut')) return void server.cutConnections();
      if (nth('end')) return void server.endBatchAppends();
      if (nth('swallow')) return undefined;
      return nth('timeout') ? { kind: 'deadline-exceeded' } : outcome;
    },
  };
};
