import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { eventId } from '@order-ledger/ledger/identity';
import type { WholeEvent } from '@order-ledger/ledger/stored/whole';
import { historyOf } from '@order-ledger/seed/history';

const AT_ONCE = 400;
const FROM = Date.parse('2026-01-05T08:00:00.000Z');
const UNTIL = Date.parse('2027-01-05T08:00:00.000Z');

const wholeEvent = ({ type, data, metadata }: RecordedEvent): WholeEvent => ({
  stream: `order-${metadata.order_id}`,
  revision: metadata.event_version - 1,
  id: eventId(metadata.hash),
  type,
  created: metadata.recorded_at,
  data,
  metadata,
});

/** So many events of plausible orders, some hundreds of which live at a time: neighbours in the ledger are of different orders. */
export async function* interleavedEvents(count: number): AsyncGenerator<WholeEvent> {
  let number = 0;
  let left = count;
  let lives: RecordedEvent[][] = [];
  while (left > 0) {
    while (lives.length < AT_ONCE) {
      lives.push([...historyOf({ seed: 1, number, from: FROM, until: UNTIL })]);
      number += 1;
    }
    for (const life of lives) {
      const event = life.shift();
      if (event === undefined || left === 0) continue;
      left -= 1;
      yield wholeEvent(event);
    }
    lives = lives.filter(({ length }) => length > 0);
  }
}
