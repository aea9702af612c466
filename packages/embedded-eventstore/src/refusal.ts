import { Metadata, status } from '@grpc/grpc-js';
import type { Expected } from './append-rule.ts';

/** A call's error as EventStoreDB gives it: a status with named trailers, by which the client knows its type. */
export class Refusal extends Error {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;

  constructor(code: status, details: string, trailers: Readonly<Record<string, string>> = {}) {
    super(details);
    this.code = code;
    this.details = details;
    this.metadata = new Metadata();
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, asHeader(value));
  }
}

// A header carries printable ASCII only.
const asHeader = (value: string): string => (/^[ -~]*$/.test(value) ? value : encodeURI(value));

export const invalidArgument = (reason: string): Refusal => new Refusal(status.INVALID_ARGUMENT, reason);

export const accessDenied = (reason: string): Refusal =>
  new Refusal(status.PERMISSION_DENIED, reason, { exception: 'access-denied' });

export const streamDeleted = (stream: string): Refusal =>
  new Refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

// As the trailers number what is no revision.
const EXPECTED_NUMBERS: Readonly<Record<string, string>> = { no_stream: '-1', any: '-2', stream_exists: '-4' };

export const wrongExpectedVersion = (stream: string, expected: Expected, actual: number): Refusal => {
  const expectedNumber = typeof expected === 'bigint' ? String(expected) : (EXPECTED_NUMBERS[expected] ?? expected);
  return new Refusal(
    status.FAILED_PRECONDITION,
    `Operation failed due to WrongExpectedVersion. Stream: '${stream}', expected version: ${expectedNumber}, actual version: ${actual}.`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expectedNumber,
      'actual-version': String(actual),
    },
  );
};

export const tooLarge = (limit: number): Refusal =>
  new Refusal(status.INVALID_ARGUMENT, `Maximum append size of ${limit} bytes exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

/** Of a unary write; a batch append has an answer of its own for it. */
export const commitTimeout = (): Refusal =>
  new Refusal(status.ABORTED, 'Operation timed out: not committed within the deadline; it may be stored all the same');

export const storeFailed = (reason: string): Refusal =>
  new Refusal(status.UNKNOWN, `nothing can be written until the server is started again: ${reason}`);

export const unknownPosition = (position: number | bigint): Refusal =>
  new Refusal(status.UNKNOWN, `no event stands at position ${position} of $all: give the position of an event, or 0`);

export const damaged = (reason: string): Refusal => new Refusal(status.DATA_LOSS, reason);
