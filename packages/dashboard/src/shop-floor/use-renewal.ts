import { useEffect, useRef } from 'react';
import { isInDoubt, newKey, send } from '../api/commands.ts';
import { ApiProblem } from '../api/problem.ts';
import type { CommandPath, Order } from '../api/shapes.ts';

const RENEW = '/v1/orders/{order_id}/claim/renew' satisfies CommandPath;
/** After an answer that says nothing of the claim, such as that the session is over. */
const AGAIN_MS = 60_000;
const SHORTEST_MS = 10_000;

/** The claim, or the order, is not what it was: nothing is left to renew. */
const GONE: readonly number[] = [403, 404, 409];

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });

/** @returns in how many milliseconds it is due again; null: there is nothing to renew any more */
const renewed = async (orderId: string, fence_token: number): Promise<number | null> => {
  try {
    const answer = await send({ path: RENEW, orderId, body: { fence_token }, key: newKey() });
    const left = Date.parse(answer?.expires_at ?? '') - Date.now();
    return Number.isNaN(left) ? AGAIN_MS : Math.max(SHORTEST_MS, left / 2);
  } catch (error) {
    if (isInDoubt(error)) return SHORTEST_MS;
    if (!(error instanceof ApiProblem)) throw error;
    return GONE.includes(error.status) ? null : AGAIN_MS;
  }
};

/** Work stands still on hold and in error, and so does its claim. */
const isKept = ({ status, claim }: Order): boolean =>
  status !== 'ON_HOLD' && status !== 'ERROR' && claim?.fence_token !== undefined;

/**
 * Keeps what somebody has his for as long as he has the floor open: a claim ends by itself where nobody renews it. Each
 * renewal is due when half of the time is over that the last one gave.
 */
export const useRenewal = (mine: readonly Order[] | undefined, onLost: () => void): void => {
  const kept = (mine ?? []).filter(isKept).map(({ order_id, claim }) => `${order_id} ${claim?.fence_token}`);
  const lost = useRef(onLost);
  useEffect(() => {
    lost.current = onLost;
  });
  const key = kept.join();
  useEffect(() => {
    const over = new AbortController();
    const keep = async (orderId: string, token: number): Promise<void> => {
      while (!over.signal.aborted) {
        const due = await renewed(orderId, token);
        if (due === null) return lost.current();
        await pause(due, over.signal);
      }
    };
    for (const one of key.split(',').filter((each) => each !== '')) {
      const [orderId = '', token] = one.split(' ');
      void keep(orderId, Number(token));
    }
    return () => over.abort();
  }, [key]);
};
