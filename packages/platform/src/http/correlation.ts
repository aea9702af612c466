import type { IncomingMessage } from 'node:http';
import { containsPersonalData } from '../mask.ts';

const acceptable = /^[A-Za-z0-9._:/-]{1,100}$/;

/** The caller's X-Correlation-Id where it is a plain reference without personal data, else a new one. */
export function correlationIdOf(request: IncomingMessage): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && acceptable.test(given) && !containsPersonalData(given)
    ? given
    : crypto.randomUUID();
}
