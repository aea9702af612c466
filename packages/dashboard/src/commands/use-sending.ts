import { useRef, useState } from 'react';
import type { CommandAnswer } from '../api/shapes.ts';
import type { Body } from '../order/forms/body.ts';
import { addressOf } from '../order/forms/command-schemas.ts';
import type { PageCommand } from '../order/next/commands.ts';
import { type Attempt, type Failure, press } from './attempt.ts';
import { useAttempts } from './use-attempts.ts';

/** One press of a button about an order. */
interface Pressed {
  readonly command: PageCommand;
  readonly attempt: Attempt & { readonly seenVersion: number };
}

export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'pending'; readonly command: PageCommand }
  | ({ readonly state: 'failed'; readonly failure: Failure } & Pressed);

export interface UseSending {
  sending: Sending;
  /** A press: a new key. While one is under way a further press does nothing. */
  press: (command: PageCommand, body: Body, seenVersion: number) => void;
  /** Once more what was meant, under its key. */
  again: () => void;
  forget: () => void;
}

const IDLE: Sending = { state: 'idle' };

/** Sends commands about one order, and says in place what has come of the last one. */
export const useSending = (
  orderId: string,
  onDone: (command: PageCommand, answer: CommandAnswer) => void,
): UseSending => {
  const run = useAttempts();
  const [sending, setSending] = useState<Sending>(IDLE);
  const busy = useRef(false);

  const go = async ({ command, attempt }: Pressed): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setSending({ state: 'pending', command });
    const outcome = await run(attempt).finally(() => {
      busy.current = false;
    });
    if (outcome.is !== 'done' && outcome.is !== 'under-way')
      return setSending({ state: 'failed', failure: outcome, command, attempt });
    setSending(IDLE);
    if (outcome.is === 'done' && outcome.answer !== null) onDone(command, outcome.answer);
  };

  return {
    sending,
    press: (command, body, seenVersion) => {
      const deed = { path: addressOf(command), orderId, body, seenVersion } as Parameters<typeof press>[0];
      void go({ command, attempt: { ...press(deed), seenVersion } });
    },
    again: () => {
      if (sending.state === 'failed') void go(sending);
    },
    forget: () => setSending(IDLE),
  };
};
