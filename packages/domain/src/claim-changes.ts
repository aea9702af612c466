import type { OrderEvent } from './events.ts';
import type { Claim } from './lifecycle.ts';

/** A claim begins, or all of the order's end up to a token. */
export type ClaimChange = { begins: Claim } | { ends_up_to: number };

/** What an event does to the claim of its order; null: nothing. */
export const claimChange = (event: OrderEvent): ClaimChange | null => {
  switch (event.type) {
    case 'OrderClaimed':
    case 'ClaimReassigned':
    case 'PackagingStarted': {
      const { operator, fence_token } = event.data;
      return { begins: { operator, fence_token } };
    }
    case 'ClaimReleased':
    case 'ClaimExpired':
    case 'ManufacturingCompleted':
      return { ends_up_to: event.data.fence_token };
    case 'PackagingCompleted':
      // Without a token a lead finished what nobody held.
      return event.data.fence_token === undefined ? null : { ends_up_to: event.data.fence_token };
    case 'OrderCancelled':
      return { ends_up_to: Number.MAX_SAFE_INTEGER };
    default:
      return null;
  }
};
