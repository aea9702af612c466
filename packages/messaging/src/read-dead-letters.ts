import type { DeadLetter } from './dead-letter.ts';
import { openDesk } from './dead-letters.ts';
import type { Topology } from './topology.ts';

/** Letters that are read at most; of more than these nobody reads all to find one order's. */
const MOST = 10_000;
/** For whoever works on the letters now, milliseconds. */
const DESK_WAIT_MS = 1_000;

/**
 * Every dead letter of every queue, by its ids and codes; they stay where they are.
 *
 * @throws DeskTakenError while an operator works on them; Error where there are too many
 */
export const readDeadLetters = async (url: string, topology: Topology): Promise<DeadLetter[]> => {
  const desk = await openDesk({ url, topology, waitMs: DESK_WAIT_MS });
  try {
    const letters: DeadLetter[] = [];
    let all = 0;
    await desk.take({
      queues: desk.queues,
      deed: async () => ({ done: [] }),
      wanted: ({ letter }) => {
        all += 1;
        if (letters.length < MOST) letters.push(letter);
        return false;
      },
    });
    if (all > MOST)
      throw new Error(`there are ${all} dead letters: npm run dead-letters -- list --order ORDER looks through them`);
    return letters;
  } finally {
    void desk.close();
  }
};
