import type { Case } from '../case.ts';
import { secondsSince } from '../case.ts';
import { lasting, type Rule } from './rule.ts';

const sinceText = (one: Case): string => `for ${lasting(secondsSince(one, one.entered.metadata.recorded_at))}`;

const sinceFacts = (one: Case) => ({ waits_s: secondsSince(one, one.entered.metadata.recorded_at) });

const errorCode = ({ events }: Case['order']): string => {
  const errored = events.findLast(({ type }) => type === 'OrderErrored');
  return errored?.type === 'OrderErrored' ? errored.data.code : 'UNKNOWN';
};

/** People have stopped the order, or a fault has. */
export const FROZEN: readonly Rule[] = [
  {
    verdict: 'in-error',
    cause: 'in-error',
    help: 'remove the cause, then resolve the error with an incident note, or cancel the order',
    when: (one) =>
      one.turn.of === 'error'
        ? {
            text: `in error ${sinceText(one)} with ${errorCode(one.order)}, out of ${one.state.error_from}: a person must resolve it or cancel the order`,
            facts: { ...sinceFacts(one), code: errorCode(one.order), from_status: String(one.state.error_from) },
          }
        : null,
  },
  {
    verdict: 'on-hold',
    cause: 'on-hold',
    help: 'release each open hold, or cancel the order',
    when: (one) => {
      if (one.turn.of !== 'hold') return null;
      const holds = one.state.holds.filter(({ open }) => open).map(({ reason, side }) => `${reason} by the ${side}`);
      return {
        text: `on hold ${sinceText(one)} (${holds.join(', ')}), out of ${one.state.held_from}`,
        facts: { ...sinceFacts(one), holds: holds.length, from_status: String(one.state.held_from) },
      };
    },
  },
];
