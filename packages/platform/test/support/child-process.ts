import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Line } from '@order-ledger/testing/lines';

const here = import.meta.dirname;

const children: ChildProcess[] = [];

export const endChildren = () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
};

/** It runs what is built: Node 20 reads no TypeScript. */
export function startChild(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(here, 'child.mjs')], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const lines: Line[] = [];
  const stderr = text(child.stderr);
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(JSON.parse(line)));
  const exited = once(child, 'exit').then(([code]) => code);
  const ended = once(child, 'close').then(([code]) => code);

  const line = async (message: string): Promise<Line> => {
    for (;;) {
      const found = lines.find((one) => one.message === message);
      if (found !== undefined) return found;
      const next = await Promise.race([once(output, 'line'), ended]);
      if (!Array.isArray(next)) throw new Error(`ended without "${message}": ${JSON.stringify(lines)}`);
    }
  };
  return {
    lines,
    line,
    /** Once it has exited and all its output was read. */
    ended,
    exited,
    /** What it has said beside its log; known once it has ended. */
    stderr,
    messages: () => lines.map((one) => one.message),
    closeOutput: () => child.stdout.destroy(),
    /** Reads nothing of its log any more, or again. */
    read: (reads: boolean) => (reads ? child.stdout.resume() : child.stdout.pause()),
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    url: async () => String((await line('listening')).url),
    adminUrl: async () => String((await line('listening for operators')).url),
  };
}
