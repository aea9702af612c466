import type { EventEmitter } from 'node:events';
import {
  type Metadata,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { appendAnswer, deleteAnswer, refusalOf } from './answers.ts';
import { serveBatchAppend } from './batch-append.ts';
import { DamagedLog } from './log-file.ts';
import type { Outcome } from './outcome.ts';
import type { WireAppend, WireBatchAppend, WireDelete, WireRead } from './protocol.ts';
import { readAll, readStream } from './read.ts';
import { parseRead } from './read-request.ts';
import { damaged, Refusal } from './refusal.ts';
import { responseStream } from './response-stream.ts';
import type { Store } from './store.ts';
import { type Subscribers, subscribeToAll, subscribeToStream } from './subscribe.ts';
import type { Write } from './write.ts';
import { collectEvents, parseTarget, protection, type Target } from './write-request.ts';

export interface StreamsOptions {
  readonly store: Store;
  readonly authenticate: (metadata: Metadata) => Refusal | undefined;
  /** Beginnings of the names of streams that are never deleted, tombstoned or given metadata. */
  readonly protectedPrefixes: readonly string[];
  /** A unary write is answered at the latest after this many ms; a batch append brings its own deadline. */
  readonly commitTimeoutMs: number;
  readonly subscribers: Subscribers;
  /** Sees the outcome of every append before it is answered; undefined swallows the answer. */
  readonly beforeAnswer: (outcome: Outcome) => Promise<Outcome | undefined>;
  readonly onUnexpected: (error: unknown) => void;
}

export interface StreamsService {
  readonly implementation: UntypedServiceImplementation;
  /** Takes no more writes; streams of batch appends end once what they carry is answered. Reads go on. */
  stopWrites(): void;
}

export const createStreamsService = ({
  store,
  authenticate,
  protectedPrefixes,
  commitTimeoutMs,
  subscribers,
  beforeAnswer,
  onUnexpected,
}: StreamsOptions): StreamsService => {
  /** Ends what still sends its events. */
  const sending = new Set<() => void>();
  let stopping = false;
  const protect = protection(protectedPrefixes);

  const asRefusal = (error: unknown): Refusal => {
    if (error instanceof Refusal) return error;
    onUnexpected(error);
    return damaged(error instanceof DamagedLog ? error.message : `unexpected: ${String(error)}`);
  };

  const submit = (write: Write, deadline: number): Promise<Outcome> => {
    const denied = protect(write);
    return denied ? Promise.resolve(denied) : store.submit(write, deadline);
  };

  const submitAppend = async (write: Write, deadline: number): Promise<Outcome | undefined> =>
    beforeAnswer(await submit(write, deadline));

  const unavailable = (): Refusal => new Refusal(status.UNAVAILABLE, 'the server is stopping');

  const stopWith = (call: EventEmitter, stop: () => void): void => {
    sending.add(stop);
    for (const event of ['end', 'cancelled', 'error', 'close']) call.on(event, () => sending.delete(stop));
    if (stopping) stop();
  };

  const read = async (call: ServerWritableStream<WireRead, Buffer>): Promise<void> => {
    const out = responseStream(call);
    try {
      const denied = authenticate(call.metadata);
      if (denied) throw denied;
      const request = parseRead(call.request);
      const { source } = request;
      if (request.count !== undefined) {
        if (source.kind === 'stream') await readStream(store, source.stream, source.from, request, out);
        else await readAll(store, source.from, request, out);
      } else if (source.kind === 'stream') {
        await subscribeToStream(store, source.stream, source.from, request, out, subscribers);
      } else {
        await subscribeToAll(store, source.from, request, out, subscribers);
      }
      call.end();
    } catch (error) {
      if (!out.closed()) call.emit('error', asRefusal(error));
    }
  };

  const unary = (
    metadata: Metadata,
    done: sendUnaryData<object>,
    target: Parameters<typeof parseTarget>[0],
    write: (target: Target) => Promise<object>,
  ): void => {
    const run = async (): Promise<object> => {
      const denied = authenticate(metadata);
      if (denied) throw denied;
      if (stopping) throw unavailable();
      const parsed = parseTarget(target);
      if (!parsed.ok && parsed.refused.kind !== 'done')
        throw refusalOf(parsed.refused, { stream: '', expected: 'any' });
      return write((parsed as { value: Target }).value);
    };
    run().then(
      (answer) => done(null, answer),
      (error: unknown) => done(asRefusal(error)),
    );
  };

  const append = (call: ServerReadableStream<WireAppend, object>, done: sendUnaryData<object>): void => {
    const events = collectEvents();
    let options: WireAppend['options'];
    stopWith(call, () => done(unavailable()));
    call.on('data', (request: WireAppend) => {
      options ??= request.options;
      if (request.event) events.add(request.event);
    });
    call.on('end', () => {
      if (stopping) return;
      unary(call.metadata, done, options, async (target) => {
        const proposed = events.finish();
        if (!proposed.ok) return appendAnswer(proposed.refused, target);
        const write: Write = { kind: 'append', ...target, events: proposed.value };
        const outcome = await submitAppend(write, Date.now() + commitTimeoutMs);
        return outcome ? appendAnswer(outcome, target) : new Promise<never>(() => {});
      });
    });
  };

  const remove =
    (kind: 'soft-delete' | 'tombstone') =>
    (call: ServerUnaryCall<WireDelete, object>, done: sendUnaryData<object>): void =>
      unary(call.metadata, done, call.request.options, async (target) => {
        const write: Write = { kind, ...target, events: [] };
        return deleteAnswer(await submit(write, Date.now() + commitTimeoutMs), target);
      });

  const batchAppend = (call: ServerDuplexStream<WireBatchAppend, object>): void => {
    const denied = authenticate(call.metadata);
    if (denied) return void call.emit('error', denied);
    stopWith(
      call,
      serveBatchAppend(call, submitAppend, () => sending.size),
    );
  };

  return {
    implementation: {
      Read: (call: ServerWritableStream<WireRead, Buffer>) => void read(call),
      Append: append,
      BatchAppend: batchAppend,
      Delete: remove('soft-delete'),
      Tombstone: remove('tombstone'),
    },
    stopWrites() {
      stopping = true;
      for (const stop of sending) stop();
    },
  };
};
