import type { OwnedCheckpoint } from '@order-ledger/ledger/follow/checkpoint';
import type { Ledger } from '@order-ledger/ledger/ledger';
import type { Log } from '@order-ledger/platform/log';
import type { FirstPageList } from '@order-ledger/read-model/first-pages/lists';
import type { Writer } from '@order-ledger/read-model/writing/writer';
import type pg from 'pg';

/** What every writer into the tables needs as long as this instance owns them. */
export interface TablesOptions {
  readonly pool: pg.Pool;
  readonly writer: Writer;
  readonly ledger: Pick<Ledger, 'readOrder'>;
  readonly checkpoint: OwnedCheckpoint;
  readonly log: Log;
  /** Whether lists that change are marked until their first page is written again. */
  readonly keepsFirstPages: boolean;
}

export interface Committed {
  /** Lists whose first page shows an order that was written. */
  readonly lists: readonly FirstPageList[];
  /** traceparent of the writing, for what follows from it. */
  readonly follows?: string | undefined;
}

/** The orders whose events are left out. */
export interface Parked {
  readonly orders: Set<string>;
  /** How many of them are not closed. */
  open: number;
}
