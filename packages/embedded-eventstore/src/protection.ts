import type { Refused } from './outcome.ts';
import { describedBy, isMetadataStream } from './stream-state.ts';
import type { Write } from './write.ts';

/** Refuses what a protected stream must never suffer: delete, tombstone and metadata (truncation, access list). */
export const protection =
  (prefixes: readonly string[]) =>
  ({ kind, stream }: Write): Refused | undefined => {
    if (kind === 'append' && !isMetadataStream(stream)) return undefined;
    const concerned = isMetadataStream(stream) ? describedBy(stream) : stream;
    const prefix = prefixes.find((start) => concerned.startsWith(start));
    if (prefix === undefined) return undefined;
    return {
      kind: 'denied',
      reason: `streams that begin with "${prefix}" are protected: no delete, tombstone or metadata`,
    };
  };
