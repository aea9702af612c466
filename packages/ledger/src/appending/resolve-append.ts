import { setTimeout as delay } from 'node:timers/promises';
import { jittered } from '@order-ledger/platform/back-off';
import type { Log } from '@order-ledger/platform/log';
import { LedgerUnavailableError, OutcomeUnknownError } from '../errors.ts';
import { metrics } from '../metrics.ts';
import type { Read } from '../reading/reading.ts';
import { pageFrom } from '../reading/stream-pages.ts';
import type { SameLedger } from '../restored/same-ledger.ts';
import type { AppendAnswer, Connection } from '../server/connection.ts';
import type { Append } from '../stored/codec.ts';

/**
 * `stored`: these very events stand in the stream. `passed`: another event stands at their revision, they never will.
 * `unsent`: they were not sent, because what they were decided on must be read first.
 */
export type Resolved = 'stored' | 'passed' | 'unsent';

interface ResolveOptions {
  readonly connection: Pick<Connection, 'append'>;
  readonly read: Read;
  readonly same: SameLedger;
  readonly log: Log;
  /** Milliseconds after which an append that is still in doubt is given up as unknown. */
  readonly resolveForMs: number;
}

/**
 * Appends; if no certain answer comes, the append is in doubt and is resolved. It may still be in a queue and be stored
 * later, so no new decision is made before its revision is taken: the same bytes are sent again under the same ids at
 * the same revision, and the event store recognises the repetition.
 *
 * The returned function throws LedgerUnavailableError if nothing was sent at all, OutcomeUnknownError after the limit,
 * and LedgerDivergedError as soon as the ledger is not the one that was read: nothing is sent to it, or sent again.
 */
export const createResolvedAppend =
  ({ connection, read, same, log, resolveForMs }: ResolveOptions) =>
  async (append: Append): Promise<Resolved> => {
    let answer = await connection.append(append);
    if (answer.kind !== 'in-doubt') return resolvedBy(answer);

    const { stream } = append;
    const deadline = performance.now() + resolveForMs;
    log.warn('append outcome unknown; reading the stream', { stream, error: answer.error });
    for (let attempt = 1; performance.now() < deadline; attempt += 1) {
      // After one that did not answer another event store may come to its address.
      same.doubt();
      let resolved = await standing(read, same, append);
      if (resolved === null) {
        answer = await sentAgain(connection, { ...append, holds: () => isBehind(read, same, append) });
        if (answer.kind !== 'in-doubt') resolved = resolvedBy(answer);
      }
      if (resolved !== null) {
        metrics.inDoubt.inc({ settled: resolved });
        log.info('append outcome known', { stream, outcome: resolved, attempts: attempt });
        return resolved;
      }
      await delay(jittered(attempt, { firstMs: 50, maxMs: 1_000 }));
    }
    metrics.inDoubt.inc({ settled: 'unknown' });
    const text = `the outcome of an append to ${stream} is still unknown after ${resolveForMs} ms`;
    throw new OutcomeUnknownError(`${text}: repeat the command with the same key`, {
      cause: answer.kind === 'in-doubt' ? answer.error : undefined,
    });
  };

const resolvedBy = ({ kind }: Exclude<AppendAnswer, { kind: 'in-doubt' }>): Resolved =>
  kind === 'conflict' ? 'passed' : kind;

/** What the event at the append's revision says; null if there is none, or if it cannot be read now. */
const standing = async (
  read: Read,
  same: SameLedger,
  { stream, expectedRevision, events, follows }: Append,
): Promise<Resolved | null> => {
  try {
    await same.assert();
    const page = await pageFrom(read, stream, expectedRevision === 'no_stream' ? 0n : expectedRevision, 2);
    const [before, first] = expectedRevision === 'no_stream' ? [undefined, ...page] : page;
    // Its revision is free in another ledger too, behind an event that it was not decided on.
    if (follows !== undefined && before?.id !== follows) return 'passed';
    if (first === undefined) return null;
    return first.id === events[0]?.id ? 'stored' : 'passed';
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return null;
    throw error;
  }
};

/**
 * Whether the event that an append was decided on stands before it. Asked when there is a connection to send it on: it may
 * be one to another ledger than the one whose stream was read before.
 */
const isBehind = async (
  read: Read,
  same: SameLedger,
  { stream, expectedRevision, follows }: Append,
): Promise<boolean> => {
  if (follows === undefined || expectedRevision === 'no_stream') return true;
  await same.assert();
  const [before] = await pageFrom(read, stream, expectedRevision, 1);
  return before?.id === follows;
};

/** If there is no room to send it this time, the first sending is still in doubt. */
const sentAgain = async (connection: ResolveOptions['connection'], append: Append): Promise<AppendAnswer> => {
  try {
    return await connection.append(append);
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return { kind: 'in-doubt', error };
    throw error;
  }
};
