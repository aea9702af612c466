import { status } from '@grpc/grpc-js';
import type { Expected } from './append-rule.ts';
import type { Done, Outcome, Refused } from './outcome.ts';
import { packAny } from './protocol.ts';
import { accessDenied, invalidArgument, Refusal, streamDeleted } from './refusal.ts';
import type { Write } from './write.ts';

/** What an answer tells of the write that it answers. */
type Target = Pick<Write, 'stream' | 'expected'>;

const storedAt = (position: number | undefined): object =>
  position === undefined ? { no_position: {} } : { position: { commit: String(position), prepare: String(position) } };

const success = ({ revision, position }: Done): object => ({
  ...(revision === undefined ? { no_stream: {} } : { revision: String(revision) }),
  ...storedAt(position),
});

const expectation = (expected: Expected, actual: number): object => ({
  ...(actual < 0 ? { actual_no_stream: {} } : { actual_revision: String(actual) }),
  ...(typeof expected === 'bigint' ? { expected_revision: String(expected) } : { [`expected_${expected}`]: {} }),
});

// As the trailers number what is no revision.
const EXPECTED_NUMBERS = { no_stream: '-1', any: '-2', stream_exists: '-4' };

const wrongExpectedVersion = (stream: string, expected: Expected, actual: number): Refusal => {
  const number = typeof expected === 'bigint' ? String(expected) : EXPECTED_NUMBERS[expected];
  return new Refusal(
    status.FAILED_PRECONDITION,
    `Operation failed due to WrongExpectedVersion. Stream: '${stream}', expected version: ${number}, actual version: ${actual}.`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': number,
      'actual-version': String(actual),
    },
  );
};

/** A refusal as a unary call tells it, and the message that names its kind in the answer to a batch append. */
const tell = (outcome: Refused, { stream, expected }: Target): { refusal: Refusal; detail: [string, object] } => {
  switch (outcome.kind) {
    case 'stream-deleted':
      return { refusal: streamDeleted(stream), detail: ['StreamDeleted', { stream: { name: Buffer.from(stream) } }] };
    case 'wrong-expected-version':
      return {
        refusal: wrongExpectedVersion(stream, expected, outcome.actual),
        detail: ['WrongExpectedVersion', expectation(expected, outcome.actual)],
      };
    case 'too-large': {
      const trailers = {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': String(outcome.limit),
      };
      const text = `Maximum append size of ${outcome.limit} bytes exceeded.`;
      return {
        refusal: new Refusal(status.INVALID_ARGUMENT, text, trailers),
        detail: ['MaximumAppendSizeExceeded', { limit: outcome.limit }],
      };
    }
    case 'invalid':
      return { refusal: invalidArgument(outcome.reason), detail: ['BadRequest', { message: outcome.reason }] };
    case 'denied':
      return { refusal: accessDenied(outcome.reason), detail: ['AccessDenied', {}] };
    case 'deadline-exceeded': {
      const text = 'Operation timed out: not committed within the deadline; it may be stored all the same';
      return { refusal: new Refusal(status.ABORTED, text), detail: ['Timeout', {}] };
    }
    case 'failed': {
      const text = `nothing can be written until the server is started again: ${outcome.reason}`;
      return { refusal: new Refusal(status.UNKNOWN, text), detail: ['Unknown', {}] };
    }
  }
};

const statusOf = (outcome: Refused, target: Target): object => {
  const { refusal, detail } = tell(outcome, target);
  const code = outcome.kind === 'deadline-exceeded' ? status.DEADLINE_EXCEEDED : refusal.code;
  return { code, message: refusal.details, detail: packAny(...detail) };
};

export const batchAnswer = (correlationId: string, target: Target, outcome: Outcome): object => ({
  correlation_id: { text: correlationId },
  stream: { name: Buffer.from(target.stream) },
  ...(outcome.kind === 'done' ? { success: success(outcome) } : { error: statusOf(outcome, target) }),
});

/** Answer of a unary append: a failed expectation is an answer there, not an error. Throws a Refusal. */
export const appendAnswer = (outcome: Outcome, target: Target): object => {
  if (outcome.kind === 'done') return { success: success(outcome) };
  if (outcome.kind !== 'wrong-expected-version') throw tell(outcome, target).refusal;
  return { wrong_expected_version: expectation(target.expected, outcome.actual) };
};

/** Answer of a delete or a tombstone. Throws a Refusal. */
export const deleteAnswer = (outcome: Outcome, target: Target): object => {
  if (outcome.kind !== 'done') throw tell(outcome, target).refusal;
  return storedAt(outcome.position);
};
