import type { EventEmitter } from 'node:events';
import type * as grpc from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { type Account, authenticator, beyondRights } from './account.ts';
import { appendAnswer, deleteAnswer } from './answers.ts';
import { serveBatchAppend } from './batch-append.ts';
import { DamagedLog } from './log-file.ts';
import type { Outcome, Refused } from './outcome.ts';
import { protection } from './protection.ts';
import type { WireAppend, WireBatchAppend, WireDelete, WireRead } from './protocol.ts';
import { read } from './read.ts';
import { parseRead } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { responseStream } from './response-stream.ts';
import type { Store } from './store.ts';
import { type Subscribers, subscribe } from './subscribe.ts';
import type { Write } from './write.ts';
import { type WriteRequest, writeRequest } from './write-request.ts';

export interface StreamsOptions {
  readonly store: Store;
  /** None: everybody may do everything. */
  readonly accounts: readonly Account[];
  /** Beginnings of the names of streams that are never deleted, tombstoned or given metadata. */
  readonly protectedPrefixes: readonly string[];
  /** A unary write has this many ms; a batch append brings its own deadline. */
  readonly commitTimeoutMs: number;
  readonly subscribers: Subscribers;
  /** Sees the outcome of every append before it is answered; undefined swallows the answer. */
  readonly beforeAnswer: (outcome: Outcome) => Promise<Outcome | undefined>;
  readonly onUnexpected: (error: unknown) => void;
}

export interface StreamsService {
  readonly implementation: grpc.UntypedServiceImplementation;
  /** Takes no more writes; streams of batch appends end once what they carry is answered. Reads go on. */
  stopWrites(): void;
  /** Ends the streams of batch appends as if their callers had; what comes on new ones is taken. */
  endBatchAppends(): void;
}

type Submit = (account: Account, write: Write | Refused, deadline: number) => Promise<Outcome | undefined>;

export const createStreamsService = (options: StreamsOptions): StreamsService => {
  const { store, commitTimeoutMs, subscribers, beforeAnswer, onUnexpected } = options;
  const authenticate = authenticator(options.accounts);
  const protect = protection(options.protectedPrefixes);
  /** Ends what still sends its events. */
  const sending = new Set<(as: 'cancelled' | 'done') => void>();
  let stopping = false;

  const asRefusal = (error: unknown): Refusal => {
    if (error instanceof Refusal) return error;
    onUnexpected(error);
    return new Refusal(status.DATA_LOSS, error instanceof DamagedLog ? error.message : `unexpected: ${String(error)}`);
  };

  const submit: Submit = async (account, write, deadline) =>
    'events' in write ? (beyondRights(account, write) ?? protect(write) ?? store.submit(write, deadline)) : write;
  const submitAppend: Submit = async (account, write, deadline) => {
    const outcome = await submit(account, write, deadline);
    return outcome && beforeAnswer(outcome);
  };

  const unavailable = (): Refusal => new Refusal(status.UNAVAILABLE, 'the server is stopping');

  const stopWith = (call: EventEmitter, stop: (as: 'cancelled' | 'done') => void): void => {
    sending.add(stop);
    for (const event of ['end', 'cancelled', 'error', 'close']) call.on(event, () => sending.delete(stop));
    if (stopping) stop('cancelled');
  };

  const answerUnary = (
    metadata: grpc.Metadata,
    request: WriteRequest,
    submitted: Submit,
    answer: (outcome: Outcome, request: WriteRequest) => object,
    done: grpc.sendUnaryData<object>,
  ): void => {
    const run = async (): Promise<void> => {
      const account = authenticate(metadata);
      if (stopping) throw unavailable();
      const outcome = await submitted(account, request.finish(), performance.now() + commitTimeoutMs);
      if (outcome) done(null, answer(outcome, request));
    };
    run().catch((error: unknown) => done(asRefusal(error)));
  };

  const remove =
    (kind: 'soft-delete' | 'tombstone') =>
    ({ metadata, request }: grpc.ServerUnaryCall<WireDelete, object>, done: grpc.sendUnaryData<object>): void =>
      answerUnary(metadata, writeRequest(kind, request.options), submit, deleteAnswer, done);

  return {
    implementation: {
      async Read(call: grpc.ServerWritableStream<WireRead, Buffer>) {
        const out = responseStream(call);
        try {
          authenticate(call.metadata);
          const request = parseRead(call.request);
          if (request.count === undefined) await subscribe(store, request, out, subscribers);
          else await read(store, request, out);
          call.end();
        } catch (error) {
          if (!out.over.aborted) call.emit('error', asRefusal(error));
        }
      },
      Append(call: grpc.ServerReadableStream<WireAppend, object>, done: grpc.sendUnaryData<object>) {
        let request: WriteRequest | undefined;
        stopWith(call, () => done(unavailable()));
        call.on('data', (part: WireAppend) => {
          request ??= writeRequest('append', part.options);
          if (part.event) request.add(part.event);
        });
        call.on('end', () => {
          if (stopping) return;
          answerUnary(call.metadata, request ?? writeRequest('append', undefined), submitAppend, appendAnswer, done);
        });
      },
      BatchAppend(call: grpc.ServerDuplexStream<WireBatchAppend, object>) {
        let account: Account;
        try {
          account = authenticate(call.metadata);
        } catch (error) {
          return void call.emit('error', error);
        }
        stopWith(
          call,
          serveBatchAppend(
            call,
            (write, deadline) => submitAppend(account, write, deadline),
            () => sending.size,
          ),
        );
      },
      Delete: remove('soft-delete'),
      Tombstone: remove('tombstone'),
    },
    stopWrites() {
      stopping = true;
      for (const stop of sending) stop('cancelled');
    },
    endBatchAppends() {
      for (const stop of sending) stop('done');
    },
  };
};
