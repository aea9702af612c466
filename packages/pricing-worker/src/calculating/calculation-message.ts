import type { MeasureOptions } from '@order-ledger/pricing/measure';
import type { MeasureResult } from './result.ts';

/** What a calculation's process is told by its arguments, as JSON. The model is its file descriptor 4. */
export interface CalculationOrder {
  unit: MeasureOptions['unit'];
  orientation: MeasureOptions['orientation'];
  process: MeasureOptions['process'];
  /** Process id of who waits for the result. */
  parent: number;
}
export const MODEL_DESCRIPTOR = 4;

/** What it says on its channel; the result is its last word. */
export type CalculationMessage =
  | { kind: 'progress'; phase: string; percent: number }
  | { kind: 'measured'; result: MeasureResult }
  | { kind: 'failed'; reason: string };
