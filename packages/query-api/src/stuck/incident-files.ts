import { parentPort, workerData } from 'node:worker_threads';
import { linesOf, logFilesIn } from '@order-ledger/logs/lines-of';
import { type Answer, within } from '@order-ledger/platform/within';
import { spansOf } from '@order-ledger/traces/spans-of';
import type { FilesAsked } from './reading-files.ts';

// A thread of its own: hundreds of megabytes are looked through, and nobody who asks for an order waits for that.

const { orderId, logFolder, spanFolder } = workerData as FilesAsked;

/** The newest, of all processes together. */
const MOST_LINES = 5_000;
const LIMIT_MS = 30_000;

const logs = async (): Promise<Answer<readonly object[]>> => {
  if (logFolder === undefined)
    return { unknown: 'LOG_FOLDER is not set here: npm run logs, or where your logs are kept' };
  if (logFilesIn(logFolder).length === 0) return { unknown: 'LOG_FOLDER holds no logs' };
  return within(linesOf(logFolder, { orderId }, MOST_LINES), LIMIT_MS);
};

const spans = async (): Promise<Answer<readonly object[]>> => {
  if (spanFolder === undefined)
    return { unknown: 'SPAN_FOLDER is not set here: npm run trace, or where your spans are kept' };
  const found = await within(spansOf(spanFolder, { orderId }), LIMIT_MS);
  return 'is' in found && found.is.length === 0 ? { unknown: 'SPAN_FOLDER holds no span of the order' } : found;
};

parentPort?.postMessage({ logs: await logs(), spans: await spans() });
