import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { InvalidAppendError } from '../errors.ts';
import { type Append, freezeAppend, orderStream } from '../stored/codec.ts';
import type { Resolved } from './resolve-append.ts';

/**
 * Appends the whole life of an order that has no stream yet, as it was decided, stamped and chained somewhere else.
 * Answers false, and appends nothing, where the order is there already.
 */
export const createImportOrder =
  (append: (append: Append) => Promise<Resolved>) =>
  async (events: readonly RecordedEvent[]): Promise<boolean> => {
    const [first] = events;
    if (first === undefined) throw new InvalidAppendError('an order without events is none');
    const resolved = await append(freezeAppend(orderStream(first.metadata.order_id), 'no_stream', events));
    return resolved === 'stored';
  };
