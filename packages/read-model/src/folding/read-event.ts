import type { RecordedEvent } from '@order-ledger/domain/lifecycle';

/** An event with its place in the ledger. */
export interface ReadEvent {
  readonly event: RecordedEvent;
  readonly id: string;
  readonly position: { readonly commit: bigint; readonly prepare: bigint };
}
