import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

/** Appends behind the ledger's back what its own door would refuse: a note whose data fit no schema. */
export const appendUnreadable = async (
  url: string,
  stream: string,
  data: Record<string, string> = {},
): Promise<void> => {
  const client = EventStoreDBClient.connectionString(url);
  try {
    await client.appendToStream(stream, jsonEvent({ type: 'NoteAdded', data, metadata: { schema_version: 1 } }));
  } finally {
    await client.dispose();
  }
};
