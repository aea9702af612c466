import { randomUUID } from 'node:crypto';
import { ServiceProblem } from '@order-ledger/local/problem';
import type { FoundLetter } from '@order-ledger/messaging/dead-letters';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import type { ClientBase } from 'pg';

export interface Deed {
  readonly name: 'requeue' | 'discard';
  /** Who does it. */
  readonly by: string;
  readonly reason: string | null;
}

/** Who did what with which dead letters, in `messaging.dead_letter_deed`: written before it is done, and when it is. */
export interface DeedBook {
  begin(deed: Deed, found: readonly FoundLetter[]): Promise<void>;
  done(found: readonly FoundLetter[]): Promise<void>;
}

export const deedBook = (client: Pick<ClientBase, 'query'>): DeedBook => {
  const ids = new Map<FoundLetter['message'], string>();
  const write = async (text: string, values: unknown[]): Promise<void> => {
    try {
      await client.query(text, values);
    } catch (error) {
      if (!isNotPublished(error)) throw error;
      throw new ServiceProblem(
        'What is done with dead letters is recorded in messaging.dead_letter_deed, which is not there or not for this account: start this build of bridge once, and name an account that may write there in DATABASE_URL.',
        { cause: error },
      );
    }
  };
  return {
    begin: async ({ name, by, reason }, found) => {
      for (const { message } of found) ids.set(message, randomUUID());
      const letters = found.map(({ letter, message }) => ({ deed_id: ids.get(message), ...letter }));
      await write(
        `insert into messaging.dead_letter_deed
           (deed_id, deed, operator, reason, queue, message_id, order_id, correlation_id, type, code)
         select l.deed_id, $1, $2, $3, l.queue, l.id, l.order_id, l.correlation_id, l.type, l.reason
         from jsonb_to_recordset($4) as l (deed_id uuid, queue text, id text, order_id uuid, correlation_id text,
           type text, reason text)`,
        [name, by, reason, JSON.stringify(letters)],
      );
    },
    done: async (found) => {
      await write('update messaging.dead_letter_deed set done_at = now() where deed_id = any($1::uuid[])', [
        found.map(({ message }) => ids.get(message)),
      ]);
      for (const { message } of found) ids.delete(message);
    },
  };
};
