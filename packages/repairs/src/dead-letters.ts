import { ServiceProblem } from '@order-ledger/local/problem';
import type { DeadLetter } from '@order-ledger/messaging/dead-letter';
import type { DeadLetterDesk, FoundLetter } from '@order-ledger/messaging/dead-letters';
import { type ShownDeadLetter, showDeadLetter } from '@order-ledger/messaging/shown-dead-letter';
import type { QueueName } from '@order-ledger/messaging/topology';
import type { Deed, DeedBook } from './deeds.ts';

/** All that are given hold together. */
interface LetterFilter {
  readonly queue?: string | undefined;
  readonly order?: string | undefined;
  /** A code, or a class of errors. */
  readonly reason?: string | undefined;
}

export type Seen = (count: number, of: number) => void;

const queuesOf = ({ queues }: DeadLetterDesk, { queue }: LetterFilter): QueueName[] => {
  if (queue === undefined) return [...queues];
  const name = queues.find((one) => one === queue || `${one}.dlq` === queue);
  if (name === undefined) throw new ServiceProblem(`There is no queue ${queue}. There are ${queues.join(', ')}.`);
  return [name];
};

const matches = ({ order, reason }: LetterFilter, letter: DeadLetter): boolean =>
  (order === undefined || letter.order_id === order.toLowerCase()) &&
  (reason === undefined || letter.reason === reason || letter.error_class === reason);

const leftAlone = async () => ({ done: [] });

export interface Listed {
  /** The first so many that match. */
  readonly letters: readonly DeadLetter[];
  readonly matching: number;
  /** Of all queues that were asked for. */
  readonly all: number;
}

export const listDeadLetters = async (
  desk: DeadLetterDesk,
  filter: LetterFilter,
  { limit, seen }: { limit: number; seen?: Seen },
): Promise<Listed> => {
  const letters: DeadLetter[] = [];
  let matching = 0;
  let all = 0;
  await desk.take({
    queues: queuesOf(desk, filter),
    deed: leftAlone,
    wanted: ({ letter }) => {
      all += 1;
      if (!matches(filter, letter)) return false;
      matching += 1;
      if (letters.length < limit) letters.push(letter);
      return false;
    },
    ...(seen === undefined ? {} : { seen }),
  });
  return { letters, matching, all };
};

const unknownIds = (ids: readonly string[]): ServiceProblem =>
  new ServiceProblem(
    `There ${ids.length === 1 ? 'is no dead letter' : 'are no dead letters'} ${ids.join(', ')} here, so nothing was done. An id is one that npm run dead-letters -- list shows; what was put back or discarded has none any more.`,
  );

/** @throws ServiceProblem where an id is unknown; then nothing is done with the others either */
const refuseUnknown = (ids: readonly string[], found: readonly FoundLetter[]): void => {
  const known = new Set(found.map(({ letter }) => letter.id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) throw unknownIds(unknown);
};

/** Of each letter with that id, which is more than one where several queues have it. */
export const showDeadLetters = async (
  desk: DeadLetterDesk,
  id: string,
  filter: LetterFilter,
): Promise<(DeadLetter & ShownDeadLetter)[]> => {
  const shown: (DeadLetter & ShownDeadLetter)[] = [];
  await desk.take({
    queues: queuesOf(desk, filter),
    deed: leftAlone,
    wanted: ({ letter, message }) => {
      if (letter.id === id) shown.push({ ...letter, ...showDeadLetter(message) });
      return false;
    },
  });
  if (shown.length === 0) throw unknownIds([id]);
  return shown;
};

/** Those with these ids, or all that match a filter. */
interface Selection extends LetterFilter {
  readonly ids: readonly string[];
  readonly all: boolean;
}

export interface Dealing {
  readonly book: DeedBook;
  readonly by: string;
  readonly seen?: Seen;
}

/** A request for an unknown place, or for too much at once, is answered with what there is. */
const assertSelection = ({ ids, all, queue, order, reason }: Selection): void => {
  if (all && ids.length > 0) throw new ServiceProblem('Name ids, or --all, not both.');
  if (!all && ids.length === 0)
    throw new ServiceProblem('Name the ids of dead letters, or --all with --queue, --order or --reason.');
  if (all && queue === undefined && order === undefined && reason === undefined)
    throw new ServiceProblem('Say of which with --all: --queue, --order or --reason.');
};

const dealWith = async (
  desk: DeadLetterDesk,
  selection: Selection,
  deed: Deed,
  { book, seen }: Dealing,
  act: DeadLetterDesk['putBack'],
): Promise<number> => {
  assertSelection(selection);
  const { ids, all } = selection;
  return desk.take({
    queues: queuesOf(desk, selection),
    wanted: ({ letter }) => (all ? matches(selection, letter) : ids.includes(letter.id)),
    atATime: all,
    everyone: all && selection.order === undefined && selection.reason === undefined,
    deed: async (found) => {
      if (!all) refuseUnknown(ids, found);
      // Before it is done: if it breaks off, it is known who began it.
      await book.begin(deed, found);
      return act(found);
    },
    gone: book.done,
    ...(seen === undefined ? {} : { seen }),
  });
};

/** Puts letters back to the queues that they died in. */
export const requeueDeadLetters = async (
  desk: DeadLetterDesk,
  selection: Selection,
  dealing: Dealing,
): Promise<number> => {
  const count = await dealWith(
    desk,
    selection,
    { name: 'requeue', by: dealing.by, reason: null },
    dealing,
    desk.putBack,
  );
  if (count === 0 && !selection.all) throw unknownIds(selection.ids);
  return count;
};

/** Takes letters away for good: the ledger has the events that they were made of. */
export const discardDeadLetters = async (
  desk: DeadLetterDesk,
  selection: Selection,
  dealing: Dealing & { readonly reason: string },
): Promise<number> => {
  const deed: Deed = { name: 'discard', by: dealing.by, reason: dealing.reason };
  const count = await dealWith(desk, selection, deed, dealing, async (found) => ({ done: found }));
  if (count === 0 && !selection.all) throw unknownIds(selection.ids);
  return count;
};
