import type { Case } from '../case.ts';
import { secondsSince } from '../case.ts';
import { lasting, type Rule } from './rule.ts';

const sinceText = (one: Case): string => `for ${lasting(secondsSince(one, one.entered.metadata.recorded_at))}`;

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
        ? `in error ${sinceText(one)} with ${errorCode(one.order)}, out of ${one.state.error_from}: a person must resolve it or cancel the order`
        : null,
  },
  {
    verdict: 'on-hold',
    cause: 'on-hold',
    help: 'release each open hold, or cancel the order',
    when: (one) => {
      if (one.turn.of !== 'hold') return null;
      const holds = one.state.holds.filter(({ open }) => open).map(({ reason, side }) => `${reason} by the ${side}`);
      return `on hold ${sinceText(one)} (${holds.join(', ')}), out of ${one.state.held_from}`;
    },
  },
];
