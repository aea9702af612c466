import { REFUSED } from '@order-ledger/platform/look';
import { isKnown } from '@order-ledger/platform/within';
import { actorOf, aheadBy, type Case, failing, instancesOf, isAway, known, secondsSince, whoSays } from '../case.ts';
import { lasting, listed, type Rule } from './rule.ts';

/** Older than this, the tables are behind: the projector looks every few seconds whether they hold everything. */
const BEHIND_S = 15;

/** In which way all instances of a process are silent. */
export const silenceOf = (one: Case, name: string): string => {
  const instances = instancesOf(one, name);
  const late = instances.some((instance) => instance.late);
  const refused = instances.every(({ silence }) => silence === REFUSED);
  const how = listed([...new Set(instances.map(({ silence }) => silence ?? 'no answer'))]);
  const what = late
    ? 'is frozen, hangs or has too much to do'
    : refused
      ? 'does not run'
      : 'gives no answer of its own';
  return `${name} ${what} (${how})`;
};

const readSide = ({ system }: Case) => known(system.readSide);

/** The projector may have an event in hand for so long, seconds. */
const SHOWN_AFTER_S = 3;

/** The read side holds less of this order than the ledger does, and not just in this moment. */
const isBehindFor = (one: Case): boolean => {
  const { order } = one;
  if (order.told_by !== 'ledger' || !isKnown(order.row)) return false;
  const missing = order.events[order.row.is?.event_version ?? 0];
  return (
    missing !== undefined &&
    (aheadBy(one, missing) > 0 || secondsSince(one, missing.metadata.recorded_at) > SHOWN_AFTER_S)
  );
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

const says = (names: readonly string[]): string => `${listed(names)} ${names.length === 1 ? 'says' : 'say'}`;

/** Those whose ledger is another one, where whoever has to act on the order is one of them. */
const diverged = (one: Case): readonly string[] => {
  const names = whoSays(one, 'ledger-diverged');
  return names.includes(actorOf(one) ?? 'command-api') ? names : [];
};

/** What stops orders whatever they wait for. */
export const WHOLE_SYSTEM: readonly Rule[] = [
  {
    verdict: 'ledger-away',
    cause: 'ledger-diverged',
    help: 'docs/operations.md, "The ledger is another one": an operator must decide which ledger is right',
    when: (one) => {
      const names = diverged(one);
      return names.length === 0
        ? null
        : `${says(names)} that the event store does not hold what was read of it before, so nothing of ${names.length === 1 ? 'it' : 'them'} is written there`;
    },
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
    when: (one) => {
      const names = whoSays(one, 'appends-unacknowledged');
      return names.length === 0
        ? null
        : `${says(names)} that the event store answers reads and has acknowledged no append for seconds: its disk is full, or it may only be read`;
    },
  },
  {
    verdict: 'process-away',
    cause: 'newer-event',
    help: 'deploy the newer build there; nothing is lost, and they go on by themselves',
    when: (one) => {
      const names = whoSays(one, 'newer-writer');
      return names.includes(actorOf(one) ?? 'command-api')
        ? `${listed(names)} ${names.length === 1 ? 'has' : 'have'} stopped before an event in the ledger that only a newer build can read`
        : null;
    },
  },
  {
    verdict: 'parked',
    cause: 'order-unreadable',
    help: 'docs/operations.md, "A parked order"',
    when: ({ order }) =>
      order.unreadable === undefined
        ? null
        : `its events in the ledger cannot be read (${order.unreadable}), so no command is taken for it`,
  },
  {
    verdict: 'event-missing',
    cause: 'not-in-ledger',
    help: 'docs/operations.md, "The ledger is another one": the event store has lost events, or is another one',
    when: ({ order }) => {
      const shown = known(order.row)?.event_version ?? 0;
      return order.in_ledger === undefined || order.in_ledger >= shown
        ? null
        : `the read side has ${shown} events of the order, the ledger ${order.in_ledger === 0 ? 'none' : `only ${order.in_ledger}`}`;
    },
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
    isGeneral: true,
    help: 'see why the projector makes no progress: npm run status',
    when: (one) => {
      if (!isBehindFor(one) && !mayHaveMovedOn(one)) return null;
      const codes = failing(one, 'projector');
      return `${shownText(one)}${codes.length === 0 ? '' : ` (projector: ${listed(codes)})`}`;
    },
  },
];
