import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = new URL('shifted-clock.mjs', import.meta.url);

export interface ShiftedClock {
  /** The environment in which a process of node's has this clock. */
  readonly env: Record<string, string>;
  /** By how much it is ahead, milliseconds; of processes that run, too. */
  set(ms: number): void;
  remove(): void;
}

/** A clock that a test sets, for processes that it starts. */
export const shiftedClock = (ms = 0): ShiftedClock => {
  const folder = mkdtempSync(join(tmpdir(), 'shifted-clock-'));
  const file = join(folder, 'shift');
  const set = (next: number): void => writeFileSync(file, `${next}`);
  set(ms);
  const module = new URL(HERE);
  module.searchParams.set('shift', file);
  return {
    env: { NODE_OPTIONS: `--import=${module.href}` },
    set,
    remove: () => rmSync(folder, { recursive: true }),
  };
};

const RealDate = Date;

/** Sets this process's own clock, milliseconds ahead of the real one; 0 sets it right. */
export const setOwnClock = (ms: number): void => {
  const now = () => RealDate.now() + ms;
  globalThis.Date = new Proxy(RealDate, {
    get: (target, name) => (name === 'now' && ms !== 0 ? now : Reflect.get(target, name)),
    construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
  });
};
