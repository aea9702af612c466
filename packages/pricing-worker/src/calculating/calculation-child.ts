import { bytesIn, filePieces } from '@order-ledger/platform/file-pieces';
import { measureParsed } from '@order-ledger/pricing/measure';
import { parsePieces } from '@order-ledger/pricing/model-file';
import { type CalculationMessage, type CalculationOrder, MODEL_DESCRIPTOR } from './calculation-message.ts';

// A process of its own: it may use up its memory and time, and only itself ends by it.

/** Milliseconds between two words about the progress. */
const TELL_EVERY_MS = 200;

const order = JSON.parse(process.argv[2] ?? '{}') as CalculationOrder;

const tell = (message: CalculationMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });

let toldAt = Number.NEGATIVE_INFINITY;
const onProgress = (phase: string, percent: number): void => {
  // The event loop is blocked while we calculate, so the end of the channel would not be noticed.
  if (process.ppid !== order.parent) process.exit(1);
  const now = performance.now();
  if (now - toldAt < TELL_EVERY_MS) return;
  toldAt = now;
  process.send?.({ kind: 'progress', phase, percent: Math.round(percent) } satisfies CalculationMessage);
};

// These signals are for the worker: it lets this calculation finish within its grace, and then sends one that cannot be
// ignored.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit(1));
try {
  const { unit, orientation, process: profile } = order;
  const parsed = parsePieces(filePieces(MODEL_DESCRIPTOR), bytesIn(MODEL_DESCRIPTOR));
  const result = measureParsed(parsed, { unit, orientation, process: profile, thinWalls: 'risk', onProgress });
  await tell({ kind: 'measured', result });
  process.exit(0);
} catch (error) {
  await tell({ kind: 'failed', reason: error instanceof Error ? error.name : typeof error });
  process.exit(1);
}
