import type { IncomingHttpHeaders } from 'node:http';
import type { CommandName } from '@order-ledger/domain/bodies';
import type { Precondition } from '@order-ledger/domain/command';
import type { Caller } from '@order-ledger/platform/http/authenticate';
import { entityTags } from '@order-ledger/platform/http/entity-tags';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { asksForPrecondition } from '../command-names.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;
const VERSION = /^[1-9]\d{0,14}$/;

export interface CommandHeaders {
  key: string;
  precondition: Precondition;
}

/** @throws ProblemError 400 */
export const keyOf = (headers: IncomingHttpHeaders): string => {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') {
    throw new ProblemError(
      400,
      'idempotency-key-missing',
      'Send an Idempotency-Key: a new one for each new command, the same one when you repeat a command.',
    );
  }
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new ProblemError(
    400,
    'idempotency-key-malformed',
    'An Idempotency-Key is 1 to 200 visible ASCII characters without spaces.',
  );
};

/** The version that a tag of ours names. Any other tag is of no state that the order ever had. */
const versionOf = (tag: string): number[] =>
  tag.startsWith('v') && VERSION.test(tag.slice(1)) ? [Number(tag.slice(1))] : [];

const malformed = (header: string, form: string): ProblemError =>
  new ProblemError(400, 'precondition-malformed', `${header} must be ${form}.`);

const preconditionOf = (headers: IncomingHttpHeaders, caller: Caller, command: CommandName): Precondition => {
  const match = headers['if-match'];
  const expected = headers['x-expected-status-version'];
  if (match !== undefined && expected !== undefined) {
    throw new ProblemError(400, 'precondition-malformed', 'Send If-Match or X-Expected-Status-Version, one of them.');
  }
  if (match !== undefined) {
    const tags = entityTags(match);
    if (tags === undefined) throw malformed('If-Match', 'the ETag of the order, such as "v4", a list of them or *');
    if (tags === '*') return { kind: 'none' };
    return { kind: 'event_version', versions: tags.flatMap(versionOf) };
  }
  if (expected !== undefined) {
    if (typeof expected !== 'string' || !VERSION.test(expected)) {
      throw malformed('X-Expected-Status-Version', 'the status_version of the order, such as 3');
    }
    return { kind: 'status_version', version: Number(expected) };
  }
  return { kind: asksForPrecondition(command) && caller.kind !== 'service' ? 'missing' : 'none' };
};

/**
 * What the headers of a command say. A precondition that people and partners have left out is no fault of the headers:
 * a repetition needs none, so the domain refuses it (428) after it has looked for one.
 * @throws ProblemError 400
 */
export const readHeaders = (headers: IncomingHttpHeaders, caller: Caller, command: CommandName): CommandHeaders => ({
  key: keyOf(headers),
  precondition: preconditionOf(headers, caller, command),
});
