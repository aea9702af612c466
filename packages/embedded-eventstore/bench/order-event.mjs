import { randomUUID } from 'node:crypto';

/** An order's event as the ledger writes it: some 400 bytes of data and metadata. */
export const orderEvent = () => ({
  type: 'ModelAttached',
  data: {
    order_id: randomUUID(),
    upload_id: randomUUID(),
    file_name: 'bracket-v7.stl',
    bytes: 1_843_200,
    sha256: 'f'.repeat(64),
  },
  metadata: { $correlationId: randomUUID(), $causationId: randomUUID(), actor: 'partner:acme', schema_version: 1 },
});
