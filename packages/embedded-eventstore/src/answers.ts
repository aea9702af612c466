import { status } from '@grpc/grpc-js';
import type { Expected } from './append-rule.ts';
import type { Outcome } from './outcome.ts';
import { packAny } from './protocol.ts';
import {
  accessDenied,
  commitTimeout,
  invalidArgument,
  type Refusal,
  storeFailed,
  streamDeleted,
  tooLarge,
  wrongExpectedVersion,
} from './refusal.ts';
import type { Target } from './write-request.ts';

type Done = Extract<Outcome, { kind: 'done' }>;
type Refused = Exclude<Outcome, { kind: 'done' }>;

const success = ({ revision, position }: Done): object => ({
  ...(revision === undefined ? { no_stream: {} } : { revision: String(revision) }),
  ...(position === undefined
    ? { no_position: {} }
    : { position: { commit: String(position), prepare: String(position) } }),
});

const expectation = (expected: Expected, actual: number): object => ({
  ...(actual < 0 ? { actual_no_stream: {} } : { actual_revision: String(actual) }),
  ...(typeof expected === 'bigint' ? { expected_revision: String(expected) } : { [`expected_${expected}`]: {} }),
});

/** The refusal of a unary call. */
export const refusalOf = (outcome: Refused, { stream, expected }: Target): Refusal => {
  switch (outcome.kind) {
    case 'stream-deleted':
      return streamDeleted(stream);
    case 'wrong-expected-version':
      return wrongExpectedVersion(stream, expected, outcome.actual);
    case 'too-large':
      return tooLarge(outcome.limit);
    case 'invalid':
      return invalidArgument(outcome.reason);
    case 'denied':
      return accessDenied(outcome.reason);
    case 'deadline-exceeded':
      return commitTimeout();
    case 'failed':
      return storeFailed(outcome.reason);
  }
};

// A batch append's refusal names its kind by the message in the status's one detail.
const detailOf = (outcome: Refused, { stream, expected }: Target): object => {
  switch (outcome.kind) {
    case 'stream-deleted':
      return packAny('StreamDeleted', { stream: { name: Buffer.from(stream, 'utf8') } });
    case 'wrong-expected-version':
      return packAny('WrongExpectedVersion', expectation(expected, outcome.actual));
    case 'too-large':
      return packAny('MaximumAppendSizeExceeded', { limit: outcome.limit });
    case 'invalid':
      return packAny('BadRequest', { message: outcome.reason });
    case 'denied':
      return packAny('AccessDenied', {});
    case 'deadline-exceeded':
      return packAny('Timeout', {});
    case 'failed':
      return packAny('Unknown', {});
  }
};

const statusOf = (outcome: Refused, target: Target): object => {
  const { code, details } = refusalOf(outcome, target);
  const timedOut = outcome.kind === 'deadline-exceeded';
  return { code: timedOut ? status.DEADLINE_EXCEEDED : code, message: details, detail: detailOf(outcome, target) };
};

export const batchAnswer = (correlationId: string, target: Target, outcome: Outcome): object => ({
  correlation_id: { text: correlationId },
  stream: { name: Buffer.from(target.stream, 'utf8') },
  ...(outcome.kind === 'done' ? { success: success(outcome) } : { error: statusOf(outcome, target) }),
});

/** Answer of a unary append: a failed expectation is an answer there, not an error. */
export const appendAnswer = (outcome: Outcome, target: Target): object => {
  if (outcome.kind === 'done') return { success: success(outcome) };
  if (outcome.kind !== 'wrong-expected-version') throw refusalOf(outcome, target);
  return { wrong_expected_version: expectation(target.expected, outcome.actual) };
};

export const deleteAnswer = (outcome: Outcome, target: Target): object => {
  if (outcome.kind !== 'done') throw refusalOf(outcome, target);
  const { position } = outcome;
  return position === undefined
    ? { no_position: {} }
    : { position: { commit: String(position), prepare: String(position) } };
};
