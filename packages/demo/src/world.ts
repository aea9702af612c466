import type { CommandName } from '@order-ledger/domain/bodies';
import type { Learned } from './known.ts';
import type { ModelName } from './models.ts';
import type { Uploaded } from './scenario/bodies.ts';
import type { Account, Who } from './scenario/who.ts';

/** Who speaks: a part of the play, for this order's account. */
export interface Caller {
  who: Who;
  account: Account;
}

/** What the sender says of the order's state. */
export type Precondition = { 'If-Match': string } | { 'X-Expected-Status-Version': string } | Record<string, never>;

export interface Request {
  caller: Caller;
  command: CommandName;
  /** null: the order is to be made. */
  order_id: string | null;
  key: string;
  precondition: Precondition;
  body: Readonly<Record<string, unknown>>;
}

export interface AnsweredEvent {
  id: string;
  type: string;
  event_version: number;
}

/** The answer of an accepted command. */
export interface Done {
  outcome: 'done';
  order_id: string;
  status: Learned['status'];
  event_version: number;
  status_version: number;
  events: readonly AnsweredEvent[];
  fence_token?: number;
  /** The system said that it is the first answer once more. */
  replayed: boolean;
  /** As it came, for comparison byte by byte. */
  text: string;
}

export interface Refused {
  outcome: 'refused';
  http_status: number;
  code: string;
  detail: string;
  /** Of a failed precondition: the order as it is now. */
  event_version?: number;
}

export type Answer = Done | Refused;

/** Everything that the players can reach. The demonstration's is HTTP; a test's is the domain alone. */
export interface World {
  send(request: Request): Promise<Answer>;
  upload(caller: Caller, model: ModelName): Promise<Uploaded>;
  /** The order's events, as far as the read side has come but not less than up to this version. */
  timeline(order_id: string, min_version: number): Promise<readonly Learned[]>;
  /** Lets a little time pass, in which others may act on the order. */
  pause(order_id: string): Promise<void>;
  /** Until this moment has passed, milliseconds of the epoch. */
  until(moment: number): Promise<void>;
  now(): number;
  /** How events name this caller. */
  subject(caller: Caller): string;
}
