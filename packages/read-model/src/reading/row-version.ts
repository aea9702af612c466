/** When this server was started, which tells it from one that was put in its place, and from a replica. */
export const SERVER = `(select (extract(epoch from pg_postmaster_start_time()) * 1000)::bigint::text)`;

/**
 * What an order's row is known by: whatever writes the row gives it another version, a mark, a balance or a rebuild as
 * much as an event. It is the transaction that wrote the row, which no other of the same server writes it again by.
 */
export const rowVersion = (row: string): string => `${row}.xmin::text || '@' || ${SERVER}`;
