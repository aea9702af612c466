import { isNativeError } from 'node:util/types';
import { z } from 'zod';
import { scrub } from '../mask.ts';
import { transientFault } from '../transient.ts';
import type { TransientFault } from '../transient-table.ts';

/** What a caller is told when a request is refused or fails; thrown by handlers, answered by the error handler. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly extras: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, detail: string, { extras = {}, headers = {}, cause }: ProblemParts = {}) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.extras = extras;
    this.headers = headers;
  }
}

interface ProblemParts {
  /** Members beside the standard ones, such as `allowed_transitions`. */
  readonly extras?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What led to it; logged where the status is 5xx, never answered. */
  readonly cause?: unknown;
}

/** RFC 9457, with `code` as the word to program against. */
interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly correlation_id: string;
  readonly [extra: string]: unknown;
}

export const problemContentType = 'application/problem+json';

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  408: 'Request too slow',
  409: 'Conflict with the state of the resource',
  410: 'Gone',
  412: 'Precondition failed',
  413: 'Body too large',
  414: 'Address too long',
  415: 'Media type not supported',
  417: 'Expectation not met',
  422: 'Cannot be processed',
  423: 'Locked by another request',
  428: 'Precondition required',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Unavailable for now',
  507: 'No space left',
};

export const problemDocument = (problem: ProblemError, instance: string, correlationId: string): ProblemDocument => {
  return {
    ...problem.extras,
    type: `urn:order-ledger:problem:${problem.code}`,
    title: titles[problem.status] ?? 'Request failed',
    status: problem.status,
    detail: problem.message,
    instance,
    code: problem.code,
    correlation_id: correlationId,
  };
};

/** One entry of `errors` in a 400: where (RFC 6901 pointer into the body) and what is allowed there. */
export type FieldError = { readonly pointer: string; readonly detail: string };

/** RFC 6901 */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The first so many are told; who mends them sees the rest. */
export const MOST_FIELD_ERRORS = 20;

/** Characters of a pointer, a detail or an address that an answer shows. */
const LONGEST_SHOWN = 300;

/** What a caller has sent himself, in part, without what is personal. A part that is cut is looked at as a whole. */
export const shown = (text: string): string => {
  const looked = scrub(text.slice(0, 2 * LONGEST_SHOWN));
  return looked.length > LONGEST_SHOWN ? `${looked.slice(0, LONGEST_SHOWN)}…` : looked;
};

const placesOf = (errors: readonly FieldError[]): string =>
  errors
    .slice(0, 3)
    .map(({ pointer, detail }) => `${pointer === '' ? 'body' : pointer}: ${detail}`)
    .join('; ');

const fieldErrors = (errors: readonly FieldError[]): FieldError[] =>
  errors.slice(0, MOST_FIELD_ERRORS).map(({ pointer, detail }) => ({ pointer: shown(pointer), detail: shown(detail) }));

/** The first of what is wrong where, by one code. */
const fieldProblem = (code: string, detail: string, faults: readonly FieldError[]): ProblemError => {
  const errors = fieldErrors(faults);
  return new ProblemError(400, code, `${detail} ${placesOf(errors)}`, { extras: { errors } });
};

/** JSON that can be read in more than one way. */
export const malformedBody = (faults: readonly FieldError[]): ProblemError => {
  return fieldProblem('malformed-json', 'The body can be read in more than one way.', faults);
};

export const bodyTooDeep = (deepest: number): ProblemError =>
  new ProblemError(400, 'malformed-json', `The body's objects and lists may lie ${deepest} deep at most.`);

/** What of a request does not fit where. The values given are not repeated: they may be personal data. */
export const invalidFields = (faults: readonly FieldError[]): ProblemError =>
  fieldProblem('invalid-request', 'The request does not fit.', faults);

export const bodyTooWide = (mostValues: number): ProblemError =>
  invalidFields([{ pointer: '', detail: `must hold ${mostValues} values at most` }]);

/** A body, query or parameter against its schema: each unknown key at its own place. */
export const fieldErrorsOf = (error: z.ZodError, unknownKey = 'is not known here'): FieldError[] =>
  error.issues
    .slice(0, MOST_FIELD_ERRORS)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, MOST_FIELD_ERRORS)
            .map((key) => ({ pointer: pointerTo([...issue.path, key]), detail: unknownKey }))
        : [{ pointer: pointerTo(issue.path), detail: issue.message }],
    )
    .slice(0, MOST_FIELD_ERRORS);

const invalidRequest = (error: z.ZodError): ProblemError => invalidFields(fieldErrorsOf(error));

export const bodyCut = (): ProblemError =>
  new ProblemError(400, 'malformed-body', 'The request ended before its body was complete.');

/** Faults of reading a body, by the `type` that body-parser gives its errors. */
const bodyFaults: Readonly<Record<string, ProblemError>> = {
  'request.size.invalid': new ProblemError(400, 'malformed-body', 'The body is not as long as Content-Length says.'),
  'request.aborted': bodyCut(),
  'encoding.unsupported': new ProblemError(
    415,
    'unsupported-encoding',
    'Use gzip, deflate, br or no Content-Encoding.',
  ),
};

export const bodyUnread = (): ProblemError =>
  new ProblemError(400, 'malformed-body', 'The connection ended before the body was read.');

export const bodyTooLarge = (limitBytes: number): ProblemError => {
  return new ProblemError(413, 'body-too-large', `The body may have ${limitBytes} bytes at most.`, {
    extras: { limit_bytes: limitBytes },
  });
};

const RETRY_AFTER_S = '5';

/**
 * 503 for faults that pass by themselves; undefined for all others.
 *
 * @param asked who was asked, where the caller knows it: a socket's fault does not tell
 */
export const unavailable = (error: unknown, asked?: TransientFault['dependency']): ProblemError | undefined => {
  // An answer of our own says all itself.
  const fault = error instanceof ProblemError ? undefined : transientFault(error);
  if (fault === undefined) return undefined;
  const [code, who] =
    (asked ?? fault.dependency) === 'postgres'
      ? ['database-unavailable', 'The database']
      : ['dependency-unavailable', 'A service that this answer needs'];
  return new ProblemError(503, code, `${who} ${REASONS[fault.then]}`, {
    headers: { 'Retry-After': RETRY_AFTER_S },
    cause: error,
  });
};

/** What the caller is told of it; if something may have been done, only what is certain. */
const REASONS: Readonly<Record<TransientFault['then'], string>> = {
  'rolled-back': 'had another request in the way of this one. Nothing was kept: try again.',
  'too-slow': 'took too long. Nothing was kept: try again.',
  refused: 'does not take this now. Nothing was kept: try again.',
  lost: 'cannot be reached. Try again.',
};

/** Turns whatever a handler threw into a problem; an unknown error is a 500 that reveals nothing of the inside. */
export const toProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (error instanceof z.ZodError) return invalidRequest(error);
  if (isNativeError(error)) {
    if ('type' in error && typeof error.type === 'string') {
      if (error.type === 'entity.too.large') return bodyTooLarge('limit' in error ? Number(error.limit) : 0);
      const fault = bodyFaults[error.type];
      if (fault !== undefined) return fault;
    }
    // The decoder of an unsound body (gzip, say) and of a path with a broken percent sequence say 400 in `status`.
    if ('status' in error && error.status === 400) {
      return new ProblemError(400, 'malformed-request', 'The request cannot be read: check its path and encodings.');
    }
  }
  return (
    unavailable(error) ??
    new ProblemError(
      500,
      'internal-error',
      'Something failed on our side. Quote the correlation_id when you report it.',
    )
  );
};
