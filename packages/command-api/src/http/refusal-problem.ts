import type { Refusal } from '@order-ledger/domain/refusal';
import { invalidFields, ProblemError } from '@order-ledger/platform/http/problem';

const etag = (version: number): string => `"v${version}"`;

const NO_EDGE = {
  held: 'The order is on hold: resume it first.',
  frozen: 'The order is in error: a person resolves the error first.',
  'illegal-transition': 'An order in this status does not take this command.',
};

const codeOf = (refusal: Refusal): string => {
  switch (refusal.kind) {
    case 'guard':
      return refusal.code;
    default:
      return refusal.kind;
  }
};

/** What the caller is told about a refusal. */
export const problemOf = (refusal: Refusal): ProblemError => {
  const code = codeOf(refusal);
  switch (refusal.kind) {
    case 'unknown-order':
      return new ProblemError(404, code, 'There is no such order.');
    case 'key-reused':
      return new ProblemError(
        422,
        code,
        'This Idempotency-Key was used for another request: repeat that one as it was, or send a new key.',
      );
    case 'invalid':
      return invalidFields(refusal.errors.map(({ pointer, text }) => ({ pointer, detail: text })));
    case 'precondition-required':
      return new ProblemError(
        428,
        code,
        'Say which state of the order you know: If-Match with its ETag, or X-Expected-Status-Version.',
      );
    case 'precondition-failed': {
      const { event_version, status_version } = refusal;
      return new ProblemError(412, code, 'The order has changed since: read it again and decide again.', {
        extras: { event_version, status_version },
        headers: { ETag: etag(event_version) },
      });
    }
    case 'forbidden': {
      const { owner, grantees } = refusal;
      return new ProblemError(
        403,
        code,
        `This is for ${grantees.join(', ')}; the order's status belongs to ${owner}.`,
        { extras: { owner, grantees } },
      );
    }
    case 'held':
    case 'frozen':
    case 'illegal-transition': {
      const { status, allowed_transitions, instead } = refusal;
      const advice = instead === undefined ? '' : ` What happened all the same is recorded by ${instead}.`;
      return new ProblemError(409, code, `${NO_EDGE[refusal.kind]} Its status is ${status}.${advice}`, {
        extras: { order_status: status, allowed_transitions },
      });
    }
    case 'order-full': {
      const { event_limit, status, allowed_transitions } = refusal;
      const detail = `The order has reached its limit of ${event_limit} events: it takes only commands that advance or end it.`;
      return new ProblemError(409, code, detail, {
        extras: { order_status: status, allowed_transitions, event_limit },
      });
    }
    case 'guard': {
      const { text, status, allowed_transitions, holder } = refusal;
      return new ProblemError(409, code, `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, {
        extras: {
          ...(status === null ? {} : { order_status: status }),
          allowed_transitions,
          ...(holder === undefined ? {} : { holder }),
        },
      });
    }
  }
};
