import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import { batchAnswer } from './answers.ts';
import { onSent } from './eager-send.ts';
import type { Outcome } from './outcome.ts';
import type { WireBatchAppend } from './protocol.ts';
import { Refusal } from './refusal.ts';
import type { Write } from './write.ts';
import { collectEvents, type EventCollector, type Parsed, parseTarget, type Target } from './write-request.ts';

/** Bytes of appends that one caller may have under way before its stream is read no further: its share of all. */
const MOST_UNANSWERED_OF_ALL = 64 * 1024 * 1024;
const MOST_UNANSWERED = 16 * 1024 * 1024;
const LEAST_UNANSWERED = 1024 * 1024;
/** What an append, and each of its events, takes beside its data, about. */
const OVERHEAD = 512;
/** Bytes of appends whose last part has not come. */
const MOST_UNFINISHED = 16 * 1024 * 1024;
/** Answers that may wait for a caller who does not take them. */
const MOST_UNTAKEN = 10_000;
const DEFAULT_DEADLINE_MS = 10_000;

interface Assembly {
  readonly target: Parsed<Target>;
  readonly deadline: number;
  readonly events: EventCollector;
}

const deadlineOf = ({ options }: WireBatchAppend): number => {
  const { seconds, nanos = 0 } = options?.deadline ?? {};
  return seconds === undefined ? Date.now() + DEFAULT_DEADLINE_MS : Number(seconds) * 1000 + nanos / 1e6;
};

/**
 * The stream on which the client sends its appends, in parts, and hears of each by its correlation id. Answers the
 * function that takes no more of them and ends the stream as cancelled, as EventStoreDB does when it stops, once those
 * under way are answered.
 */
export const serveBatchAppend = (
  call: ServerDuplexStream<WireBatchAppend, object>,
  submit: (write: Write, deadline: number) => Promise<Outcome | undefined>,
  callers: () => number,
): (() => void) => {
  const assemblies = new Map<string, Assembly>();
  let unanswered = 0;
  let untaken = 0;
  let ended = false;
  let stopping = false;
  let over = false;

  const endWhenAnswered = (): void => {
    if (unanswered > 0 || over) return;
    if (stopping) call.emit('error', new Refusal(status.CANCELLED, 'the server is stopping'));
    else if (ended) call.end();
  };

  const collected = (): number => {
    let bytes = 0;
    for (const { events } of assemblies.values()) bytes += events.bytes();
    return bytes;
  };

  const full = (): boolean => {
    const share = Math.min(MOST_UNANSWERED, MOST_UNANSWERED_OF_ALL / Math.max(1, callers()));
    return unanswered >= Math.max(share, LEAST_UNANSWERED) || untaken >= MOST_UNTAKEN;
  };

  const resumeWhenRoom = (): void => {
    if (call.isPaused() && !full()) call.resume();
  };

  const answer = (message: object): void => {
    untaken++;
    onSent(message, () => {
      untaken--;
      resumeWhenRoom();
    });
    call.write(message);
  };

  const settle = (correlationId: string, target: Target, bytes: number, outcome: Outcome | undefined): void => {
    unanswered -= bytes;
    if (over) return;
    if (outcome) answer(batchAnswer(correlationId, target, outcome));
    endWhenAnswered();
    resumeWhenRoom();
  };

  const finish = (correlationId: string, { target, deadline, events }: Assembly): void => {
    const named = target.ok ? target.value : { stream: '', expected: 'any' as const };
    const proposed = events.finish();
    const refused = !target.ok ? target.refused : !proposed.ok ? proposed.refused : undefined;
    const bytes = events.bytes() + (proposed.ok ? proposed.value.length + 1 : 1) * OVERHEAD;
    unanswered += bytes;
    const outcome =
      refused || !proposed.ok
        ? Promise.resolve(refused)
        : submit({ kind: 'append', ...named, events: proposed.value }, deadline);
    void outcome.then((result) => settle(correlationId, named, bytes, result));
  };

  call.on('data', (request: WireBatchAppend) => {
    if (stopping) return;
    const correlationId = request.correlation_id?.text ?? '';
    const assembly = assemblies.get(correlationId) ?? {
      target: parseTarget(request.options),
      deadline: deadlineOf(request),
      events: collectEvents(),
    };
    for (const event of request.events ?? []) assembly.events.add(event);
    if (request.is_final) {
      assemblies.delete(correlationId);
      finish(correlationId, assembly);
    } else {
      assemblies.set(correlationId, assembly);
    }
    if (full()) call.pause();
    if (collected() >= MOST_UNFINISHED)
      call.emit('error', new Refusal(status.RESOURCE_EXHAUSTED, 'too many unfinished appends on one stream'));
  });
  call.on('end', () => {
    ended = true;
    endWhenAnswered();
  });
  const close = (): void => {
    over = true;
    assemblies.clear();
  };
  call.on('cancelled', close);
  call.on('error', close);
  call.on('close', close);
  return () => {
    stopping = true;
    endWhenAnswered();
  };
};
