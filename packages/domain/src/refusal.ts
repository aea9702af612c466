import type { CommandName } from './bodies.ts';
import type { Grantee } from './grants.ts';
import type { Claim } from './lifecycle.ts';
import type { Owner, Status } from './status.ts';

export interface AllowedTransition {
  command: CommandName;
  to: Status;
}

/** Why a command was refused. A refused command leaves no event. */
export type Refusal =
  /** No such order (or it is not the caller's to see). */
  | { kind: 'unknown-order' }
  /** The command id is known with another request: a key was used again for something else. */
  | { kind: 'key-reused' }
  /** The body names what does not exist or contradicts itself: the caller can mend it. */
  | { kind: 'invalid'; errors: { pointer: string; text: string }[] }
  | { kind: 'precondition-required' }
  | { kind: 'precondition-failed'; event_version: number; status_version: number }
  | { kind: 'forbidden'; owner: Owner; grantees: readonly Grantee[] }
  | {
      kind: 'held' | 'frozen' | 'illegal-transition';
      status: Status;
      allowed_transitions: AllowedTransition[];
      /** The fact by which this caller records what happened all the same. */
      instead?: CommandName;
    }
  /** The order holds as many events as it may, and the command is not needed to finish it. */
  | { kind: 'order-full'; event_limit: number; status: Status; allowed_transitions: AllowedTransition[] }
  /** The graph allows it, a condition does not. */
  | {
      kind: 'guard';
      code: GuardCode;
      text: string;
      status: Status | null;
      allowed_transitions: AllowedTransition[];
      holder?: Claim;
    };

/** The codes of guards, as callers see them in a 409. */
export const GUARD_CODES = [
  'account-inactive',
  'already-recorded',
  'charge-beyond-price',
  'claimed',
  'cost-decision-missing',
  'credit-beyond-price',
  'currency',
  'incident-incomplete',
  'no-such-figure',
  'not-claim-holder',
  'not-claimed',
  'not-due-for-recalculation',
  'not-enough-made',
  'not-expired-unpaid',
  'not-settled',
  'nothing-changed',
  'order-paid',
  'other-shipment-request',
  'outdated-quote',
  'overtaken',
  'parcels',
  'payment-missing',
  'price-not-positive',
  'quantity',
  'quota-exhausted',
  'quote-expired',
  'refund-beyond-paid',
  'refund-due',
  'remake-ended',
  'remake-not-due',
  'repack-not-due',
  'replacement-not-due',
  'return-condition',
  'return-settlement',
  'return-window-closed',
  'returned-before',
  'risk-not-accepted',
  'same-operator',
  'shipment-request-reused',
  'stale-attempt',
  'stale-fence-token',
  'stale-specification',
  'unknown-event-version',
  'unknown-hold',
  'unknown-refund',
  'unknown-remade-order',
  'unknown-remake-order',
  'unknown-replaced-order',
  'unknown-upload',
  'upload-unusable',
  'urgent-not-agreed',
] as const;
export type GuardCode = (typeof GUARD_CODES)[number];
