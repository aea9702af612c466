import { isNativeError } from 'node:util/types';

/** The broker ended a channel or a connection, or let none begin, and said why. `code` is its own word for it. */
export class BrokerRefusedError extends Error {
  override readonly name = 'BrokerRefusedError';
  readonly code: string;
  constructor(code: string, options: ErrorOptions & { readonly what: string }) {
    super(`${options.what}: the broker says ${code}`, options);
    this.code = code;
  }
}

/** The broker is short of memory or disk and has taken nothing for a while. */
export class BrokerBlockedError extends Error {
  override readonly name = 'BrokerBlockedError';
  readonly code = 'broker-blocked';
}

/** So amqplib tells what the broker said, such as `403 (ACCESS-REFUSED)`: of a handshake in the text alone. */
const REASON = /\b([345]\d\d) \(([A-Z-]+)\)/;

/** At the opening of a virtual host that is not there, not ours or full, amqplib keeps what the broker said to itself. */
const AT_OPENING = /^Expected ConnectionOpenOk; got <ConnectionClose\b/;
const NOT_ALLOWED = { number: 530, word: 'not-allowed' };

/** The broker's number and word where an error of amqplib carries them. */
export const reasonOf = (error: unknown): { readonly number: number; readonly word: string } | undefined => {
  if (!isNativeError(error)) return undefined;
  if (AT_OPENING.test(error.message)) return NOT_ALLOWED;
  const [, number, word] = REASON.exec(error.message) ?? [];
  return word === undefined ? undefined : { number: Number(number), word: word.toLowerCase() };
};

/** The error with the broker's word as its code, so that readiness can tell it; any other error as it is. */
export const refusalOr = (error: unknown, what: string): unknown => {
  const reason = reasonOf(error);
  return reason === undefined ? error : new BrokerRefusedError(reason.word, { what, cause: error });
};
