import type { IncomingMessage } from 'node:http';
import { mayBeMasked } from '../mask.ts';

/** Says why the caller's own id was not taken; without it the answer's X-Correlation-Id is the one that was sent. */
export const REPLACED_HEADER = 'X-Correlation-Id-Replaced';

/** Why an id is not taken, and the words of the header. */
export const CORRELATION_FAULTS = {
  length: 'it has not 1 to 100 characters',
  characters: 'it holds others than A-Z a-z 0-9 . _ : / -',
  masked: 'it holds what logs mask: ten or more digits as of a telephone or a card, or a secret',
} as const;
export type CorrelationFault = keyof typeof CORRELATION_FAULTS;

export interface Correlation {
  readonly id: string;
  /** What was wrong with the one that came; undefined where none came, or it was taken. */
  readonly replaced?: CorrelationFault;
}

/** The caller's X-Correlation-Id, or a new one. A given one is taken whole or not at all. */
export const correlationOf = (request: IncomingMessage): Correlation => {
  const given = request.headers['x-correlation-id'];
  if (given === undefined) return { id: crypto.randomUUID() };
  const replaced = faultOf(String(given));
  return replaced === undefined ? { id: String(given) } : { id: crypto.randomUUID(), replaced };
};

/** An id that logs could not show whole would lead nobody from an event to its lines. */
const faultOf = (text: string): CorrelationFault | undefined => {
  if (text === '' || text.length > 100) return 'length';
  if (!/^[A-Za-z0-9._:/-]+$/.test(text)) return 'characters';
  return mayBeMasked(text) ? 'masked' : undefined;
};
