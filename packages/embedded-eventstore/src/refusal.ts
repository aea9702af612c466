import { Metadata, status } from '@grpc/grpc-js';

// A header carries printable ASCII only.
const asHeader = (value: string): string => (/^[ -~]*$/.test(value) ? value : encodeURI(value));

/** A call's error as EventStoreDB gives it: a status with named trailers, by which the client knows its type. */
export class Refusal extends Error {
  readonly code: status;
  readonly details: string;
  readonly metadata = new Metadata();

  constructor(code: status, details: string, trailers: Readonly<Record<string, string>> = {}) {
    super(details);
    this.code = code;
    this.details = details;
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, asHeader(value));
  }
}

export const invalidArgument = (reason: string): Refusal => new Refusal(status.INVALID_ARGUMENT, reason);

export const accessDenied = (reason: string): Refusal =>
  new Refusal(status.PERMISSION_DENIED, reason, { exception: 'access-denied' });

export const streamDeleted = (stream: string): Refusal =>
  new Refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
