import type { components } from './command-api.gen.ts';
import { credential, noticeRefusal } from './credential.ts';
import { patience } from './patience.ts';
import { problemOf } from './problem.ts';

export type RetryAsked = components['schemas']['RetryAsked'];

/**
 * Asks the processes that have parked an order to retry it. It needs no key: to ask twice is to ask once.
 *
 * @throws ApiProblem
 */
export const askForRetry = async (orderId: string): Promise<RetryAsked> => {
  const response = await fetch(`/v1/orders/${encodeURIComponent(orderId)}/retry`, {
    method: 'POST',
    headers: credential(),
    signal: patience(),
  });
  if (response.ok) return (await response.json()) as RetryAsked;
  noticeRefusal(response);
  throw await problemOf(response);
};
