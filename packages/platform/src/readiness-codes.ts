import { chainOf, transientFault } from './transient.ts';

export const TIMEOUT = 'timeout';
const FAILED = 'failed';
const UNREACHABLE = 'unreachable';

/**
 * The codes of readiness checks. Each is a row of docs/operations.md, so that whoever is woken by it finds what to do.
 * An error with another code, or none, is shown as `failed`, and the log has it.
 */
const OUR_WORDS: ReadonlySet<string> = new Set([
  FAILED,
  TIMEOUT,
  'appends-unacknowledged',
  'broker-blocked',
  'broker-unavailable',
  'catching-up',
  'clock-skew',
  'fenced',
  'ledger-diverged',
  'ledger-unavailable',
  'nacked',
  'newer-writer',
  'no-session',
  'no-tariff',
  'nobody-follows',
  'not-caught-up',
  'outcome-unknown',
  'progress-unknown',
  'projection-lagging',
  'read-only',
  'schema-behind',
  'schema-contracted',
  'subscription-stalled',
  'systemic-failure',
  'topology-mismatch',
  UNREACHABLE,
  'unroutable',
  'upload-api-away',
  'wrong-key',
]);

/** Codes of other systems, each kind with one that stands for it in docs/operations.md. */
const WORDS_OF_OTHERS: readonly { readonly example: string; readonly form: RegExp }[] = [
  // The system's, such as ECONNREFUSED and ENOSPC.
  { example: 'ECONNREFUSED', form: /^E[A-Z0-9]{2,20}$/ },
  // PostgreSQL's SQLSTATE.
  { example: '57P03', form: /^[0-9A-Z]{5}$/ },
  // RabbitMQ's, as AMQP names them.
  {
    example: 'access-refused',
    form: /^(?:access-refused|channel-error|command-invalid|connection-forced|content-too-large|frame-error|internal-error|invalid-path|no-consumers|no-route|not-allowed|not-found|not-implemented|precondition-failed|resource-error|resource-locked|syntax-error|unexpected-frame)$/,
  },
];

/** All that stands for something in the table. */
export const READINESS_CODES: readonly string[] = [...OUR_WORDS, ...WORDS_OF_OTHERS.map(({ example }) => example)];

/** The code whose row of the table explains this one. */
export const rowOf = (code: string): string =>
  OUR_WORDS.has(code) ? code : (WORDS_OF_OTHERS.find(({ form }) => form.test(code))?.example ?? FAILED);

const isExplained = (code: unknown): code is string =>
  typeof code === 'string' && (OUR_WORDS.has(code) || WORDS_OF_OTHERS.some(({ form }) => form.test(code)));

/**
 * Of an error and its causes the nearest code that is explained. Only a short code is shown, and only one that is
 * explained: a message may name hosts and accounts. Some clients give no code to an answer that did not come.
 */
export const readinessCode = (error: unknown): string => {
  for (const link of chainOf(error)) if ('code' in link && isExplained(link.code)) return link.code;
  return transientFault(error)?.then === 'lost' ? UNREACHABLE : FAILED;
};
