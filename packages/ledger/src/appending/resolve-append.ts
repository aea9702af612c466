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

/** `stored`: these very events stand in the stream. `passed`: another event stands at their revision, they never will. */
export type Resolved = 'stored' | 'passed';

interface ResolveOptions {
  readonly connection: Pick<Connection, 'append'>;
  readonly read: Read;
  readonly same: SameLedger;
  readonly log: Log;
  /** Milliseconds after which an append that is still in doubt is given up as unknown. */
  readonly resolveForMs: number;
}

/**
 * Appends, and where the answer stays out or says nothing certain finds out what became of it. An append in doubt may
 * still lie in a queue and be stored later, so nothing is decided anew before its revision is taken: the same bytes are
 * sent again under the same ids at the same revision, which the event store takes for the repetition that it is.
 *
 * The returned function throws LedgerUnavailableError when nothing was sent at all, OutcomeUnknownError when the limit is
 * over, and LedgerDivergedError as soon as the ledger is another one than was read: it is sent nothing, or nothing again.
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
      // What did not answer may be followed by another event store at its address.
      same.doubt();
      let resolved = await standing(read, same, append);
      if (resolved === null) {
        answer = await sentAgain(connection, append);
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
  kind === 'stored' ? 'stored' : 'passed';

/** What stands at the append's revision; null when nothing does, or when it cannot be read now. */
const standing = async (
  read: Read,
  same: SameLedger,
  { stream, expectedRevision, events }: Append,
): Promise<Resolved | null> => {
  const revision = expectedRevision === 'no_stream' ? 0n : expectedRevision + 1n;
  try {
    await same.assert();
    const [first] = await pageFrom(read, stream, revision, 1);
    if (first === undefined) return null;
    return first.id === events[0]?.id ? 'stored' : 'passed';
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return null;
    throw error;
  }
};

/** That no place was free for it this time changes nothing in the doubt about the first time. */
const sentAgain = async (connection: ResolveOptions['connection'], append: Append): Promise<AppendAnswer> => {
  try {
    return await connection.append(append);
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return { kind: 'in-doubt', error };
    throw error;
  }
};
