import { isKnown } from '@order-ledger/platform/within';
import { anybodySays, type Case, failing, instancesOf, isAway, known, secondsSince } from '../case.ts';
import { lasting, listed, type Rule } from './rule.ts';

/** Older than this, the tables are behind: the projector looks every few seconds whether they hold everything. */
const BEHIND_S = 15;

/** In which way all instances of a process are silent. */
export const silenceOf = (one: Case, name: string): string => {
  const instances = instancesOf(one, name);
  const late = instances.some((instance) => instance.late);
  const how = listed([...new Set(instances.map(({ silence }) => silence ?? 'no answer'))]);
  return `${name} ${late ? 'is frozen, hangs or has too much to do' : 'does not run'} (${how})`;
};

const readSide = ({ system }: Case) => known(system.readSide);

/** The read side holds less of this order than the ledger does. */
const isBehindFor = ({ order }: Case): boolean => {
  if (order.told_by !== 'ledger' || !isKnown(order.row)) return false;
  return (order.row.is?.event_version ?? 0) < order.events.length;
};

/** Where the ledger was not asked: what the tables say is so old that the order may have moved on since. */
const mayHaveMovedOn = (one: Case): boolean => {
  const side = readSide(one);
  return one.order.told_by === 'read model' && side !== null && (side.lag_s === null || side.lag_s > BEHIND_S);
};

const lagText = (one: Case): string => {
  const side = readSide(one);
  return side?.current_until == null ? 'for an unknown time' : `for ${lasting(secondsSince(one, side.current_until))}`;
};

const shownText = ({ order, state }: Case): string => {
  const row = known(order.row);
  if (order.told_by !== 'ledger') return 'the read side is behind the ledger, and the order may have moved on since';
  const shown = row === null ? 'does not show it at all' : `shows ${row.status} at event ${row.event_version}`;
  return `the ledger has the order in ${state.status} at event ${state.event_version}, the read side ${shown}`;
};

/** What stops orders whatever they wait for. */
export const WHOLE_SYSTEM: readonly Rule[] = [
  {
    verdict: 'ledger-away',
    cause: 'ledger-diverged',
    help: 'docs/operations.md, "The ledger is another one": an operator must decide which ledger is right',
    when: (one) =>
      anybodySays(one, 'ledger-diverged')
        ? 'the event store does not hold what was read of it before, so no command is taken'
        : null,
  },
  {
    verdict: 'ledger-away',
    cause: 'ledger-away',
    help: 'start the event store, or mend the way to it; nothing is lost, and waiting work goes on by itself',
    when: ({ system }) =>
      isKnown(system.ledger)
        ? null
        : `the event store does not answer (${system.ledger.unknown}), so nothing can be recorded`,
  },
  {
    verdict: 'ledger-away',
    cause: 'appends-refused',
    help: 'free space on the disk of the event store, then restart it',
    when: (one) =>
      anybodySays(one, 'appends-unacknowledged')
        ? 'the event store answers reads and acknowledges no append: its disk is full, or it may only be read'
        : null,
  },
  {
    verdict: 'parked',
    cause: 'parked-by-projector',
    help: 'remove the cause, then: npm run parked -- retry ORDER',
    when: ({ order }) => {
      const row = known(order.row);
      if (row?.is_stale !== true) return null;
      return `the projector has parked the order after event ${row.event_version} (${row.stale_reason}), so the read side shows nothing that came later`;
    },
  },
  {
    verdict: 'read-side-behind',
    cause: 'projector-away',
    help: 'start the projector again, or continue it (kill -CONT) where a signal has stopped it',
    when: (one) =>
      isAway(one, 'projector') && (isBehindFor(one) || mayHaveMovedOn(one))
        ? `${silenceOf(one, 'projector')}: ${shownText(one)}, ${lagText(one)}`
        : null,
  },
  {
    verdict: 'read-side-behind',
    cause: 'projector-behind',
    help: 'see why the projector makes no progress: npm run status',
    when: (one) => {
      if (!isBehindFor(one) && !mayHaveMovedOn(one)) return null;
      const codes = failing(one, 'projector');
      return `${shownText(one)}${codes.length === 0 ? '' : ` (projector: ${listed(codes)})`}`;
    },
  },
];
