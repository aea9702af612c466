import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import { batchAnswer } from './answers.ts';
import { onSent } from './eager-send.ts';
import type { Outcome, Refused } from './outcome.ts';
import type { WireBatchAppend } from './protocol.ts';
import { Refusal } from './refusal.ts';
import type { Write } from './write.ts';
import { type WriteRequest, writeRequest } from './write-request.ts';

const MIB = 1024 * 1024;
/** Bytes of appends that one caller may have under way before its stream is read no further: its share of all. */
const MOST_UNANSWERED_OF_ALL = 64 * MIB;
const MOST_UNANSWERED = 16 * MIB;
const LEAST_UNANSWERED = MIB;
/** Bytes of appends whose last part has not come. */
const MOST_UNFINISHED = 16 * MIB;
/** Answers that may wait for a caller who does not take them. */
const MOST_UNTAKEN = 10_000;
const DEFAULT_DEADLINE_MS = 10_000;

interface Unfinished {
  readonly request: WriteRequest;
  /** By a clock that nobody sets: a step of this machine's must not end what waits for the disk. */
  readonly deadline: number;
}

const begin = ({ options }: WireBatchAppend): Unfinished => {
  const { seconds, nanos = 0 } = options?.deadline ?? {};
  const leftMs = seconds === undefined ? DEFAULT_DEADLINE_MS : Number(seconds) * 1000 + nanos / 1e6 - Date.now();
  const deadline = performance.now() + leftMs;
  return { request: writeRequest('append', options), deadline };
};

/**
 * The stream on which the client sends its appends, in parts, and hears of each by its correlation id. Answers the
 * function that takes no more of them and, once those under way are answered, ends the stream: as cancelled, as
 * EventStoreDB does when it stops, or as if nothing had happened.
 */
export const serveBatchAppend = (
  call: ServerDuplexStream<WireBatchAppend, object>,
  submit: (write: Write | Refused, deadline: number) => Promise<Outcome | undefined>,
  callers: () => number,
): ((as: 'cancelled' | 'done') => void) => {
  const unfinished = new Map<string, Unfinished>();
  let unanswered = 0;
  let untaken = 0;
  let ending: 'cancelled' | 'done' | undefined;
  let over = false;

  const endWhenAnswered = (): void => {
    if (unanswered > 0 || over) return;
    if (ending === 'cancelled') call.emit('error', new Refusal(status.CANCELLED, 'the server is stopping'));
    else if (ending === 'done') call.end();
  };

  const full = (): boolean => {
    const share = Math.min(MOST_UNANSWERED, MOST_UNANSWERED_OF_ALL / Math.max(1, callers()));
    return unanswered >= Math.max(share, LEAST_UNANSWERED) || untaken >= MOST_UNTAKEN;
  };
  const resumeWhenRoom = (): void => {
    if (call.isPaused() && !full()) call.resume();
  };

  const settle = async (correlationId: string, { request, deadline }: Unfinished): Promise<void> => {
    const bytes = request.bytes();
    unanswered += bytes;
    const inTime = deadline > performance.now();
    const outcome = await submit(inTime ? request.finish() : { kind: 'deadline-exceeded' }, deadline);
    unanswered -= bytes;
    if (over) return;
    if (outcome) {
      const answer = batchAnswer(correlationId, request, outcome);
      untaken++;
      onSent(answer, () => {
        untaken--;
        resumeWhenRoom();
      });
      call.write(answer);
    }
    endWhenAnswered();
    resumeWhenRoom();
  };

  call.on('data', (part: WireBatchAppend) => {
    if (ending) return;
    const correlationId = part.correlation_id?.text ?? '';
    const append = unfinished.get(correlationId) ?? begin(part);
    for (const event of part.events ?? []) append.request.add(event);
    if (part.is_final) {
      unfinished.delete(correlationId);
      void settle(correlationId, append);
    } else {
      unfinished.set(correlationId, append);
    }
    if (full()) call.pause();
    let held = 0;
    for (const { request } of unfinished.values()) held += request.bytes();
    if (held >= MOST_UNFINISHED)
      call.emit('error', new Refusal(status.RESOURCE_EXHAUSTED, 'too many unfinished appends on one stream'));
  });
  const end = (as: 'cancelled' | 'done'): void => {
    ending = as;
    endWhenAnswered();
  };
  call.on('end', () => end('done'));
  for (const event of ['cancelled', 'error', 'close'])
    call.on(event, () => {
      over = true;
      unfinished.clear();
    });
  return end;
};
