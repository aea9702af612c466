import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey, send } from '../../api/commands.ts';
import type { CommandAnswer } from '../../api/shapes.ts';
import type { Body } from '../forms/body.ts';
import { addressOf } from '../forms/command-schemas.ts';
import type { PageCommand } from '../next/commands.ts';
import { orderKey, orderQuery, prospectsQuery, readOrderFrom, timelineQuery } from '../order-queries.ts';
import { type Outcome, outcomeOf, persisting } from './attempt.ts';

/** One press of a button: what it meant, on which version of the order, under which key. */
interface Meant {
  readonly command: PageCommand;
  readonly body: Body;
  readonly key: string;
  readonly seenVersion: number;
}

export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'pending'; readonly command: PageCommand }
  | { readonly state: 'failed'; readonly meant: Meant; readonly outcome: Outcome };

export interface UseSending {
  sending: Sending;
  /** A press: a new key. While one is under way a further press does nothing. */
  press: (command: PageCommand, body: Body, seenVersion: number) => void;
  /** Once more what was meant, under its key. */
  again: () => void;
  forget: () => void;
}

const IDLE: Sending = { state: 'idle' };

/** Sends the order's commands one at a time, and reads the order again after each. */
export const useSending = (
  orderId: string,
  onDone: (command: PageCommand, answer: CommandAnswer) => void,
): UseSending => {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending>(IDLE);
  const busy = useRef(false);

  /** What the order has become, for whoever decides on it next. */
  const readAgain = (): Promise<unknown> =>
    Promise.all([
      client.fetchQuery({ ...orderQuery(orderId, undefined), staleTime: 0 }),
      client.fetchQuery({ ...timelineQuery(orderId, undefined), staleTime: 0 }),
      client.fetchQuery({ ...prospectsQuery(orderId), staleTime: 0 }),
    ]);

  const settle = async (meant: Meant, answer: CommandAnswer | null): Promise<void> => {
    if (answer !== null) {
      const order = await readOrderFrom(orderId, answer.event_version);
      client.setQueryData(orderQuery(orderId, undefined).queryKey, order);
      onDone(meant.command, answer);
    }
    setSending(IDLE);
    await client.invalidateQueries({ queryKey: orderKey(orderId) });
  };

  const fail = async (meant: Meant, error: unknown): Promise<void> => {
    // Without an answer of the query API the refusal is shown by itself.
    await readAgain().catch(() => undefined);
    const now = client.getQueryData(orderQuery(orderId, undefined).queryKey);
    const moved = now !== undefined && now.event_version !== meant.seenVersion;
    setSending({ state: 'failed', meant, outcome: outcomeOf(error, moved) });
  };

  const go = async (meant: Meant): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setSending({ state: 'pending', command: meant.command });
    const { command, body, key, seenVersion } = meant;
    try {
      const answer = await persisting(() =>
        send({ path: addressOf(command), orderId, body, key, seenVersion } as Parameters<typeof send>[0]),
      );
      await settle(meant, answer);
    } catch (error) {
      await fail(meant, error);
    } finally {
      busy.current = false;
    }
  };

  return {
    sending,
    press: (command, body, seenVersion) => void go({ command, body, key: newKey(), seenVersion }),
    again: () => {
      if (sending.state === 'failed') void go(sending.meant);
    },
    forget: () => setSending(IDLE),
  };
};
