import { aheadBy, waitOf, whoSays } from '../case.ts';
import { lasting, listed, type Rule } from './rule.ts';

/** What its own times cannot tell. */
export const CLOCKS: readonly Rule[] = [
  {
    verdict: 'clocks-apart',
    cause: 'recorded-ahead',
    help: 'set the clocks right: docs/operations.md, "Clocks". Recorded times stay as they are; npm run logs -- --order ORDER has when it was really done',
    when: (one, limits) => {
      const { from } = waitOf(one, limits);
      const seconds = aheadBy(one, from);
      if (seconds === 0) return null;
      const { event_version, recorded_at, system } = from.metadata;
      const warned = whoSays(one, 'clock-skew');
      const who = warned.length === 0 ? '' : `; ${listed(warned)} warn${warned.length === 1 ? 's' : ''} of clocks`;
      return `${from.type} (event ${event_version}, by ${system}) is recorded at ${recorded_at}, ${lasting(seconds)} ahead of now (${one.system.at}), so how long the order has stood cannot be told${who}`;
    },
  },
];
