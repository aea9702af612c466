import type { Body, CommandName, Terms } from './bodies.ts';
import type { Actor } from './grants.ts';
import type { OrderState } from './state.ts';
import type { Model } from './values.ts';

/** What a material can be combined with; the list of these is the tariff's catalogue. */
export interface CatalogueEntry {
  material: string;
  process: string;
  finishings: readonly string[];
  /** Per cent, beside solid, which all can be. */
  infills?: readonly number[];
}

/** Another order that a body names, as far as guards must know it. */
export type OtherOrder = Pick<
  OrderState,
  'order_id' | 'partner_id' | 'customer_ref' | 'status' | 'stage' | 'remake_of_order_id'
>;

/** What a guard must know from outside, gathered by the shell before: the domain asks nobody. */
export interface Context {
  /** The partner's account or the house's: InitiateOrder, AcceptQuote and a partner's ChangePriority. */
  account?: {
    active: boolean;
    quota_left: boolean;
    terms: Terms;
    /** Its plan lets the partner call an order URGENT. */
    urgent?: boolean;
  };
  /** AttachModel and ReviseOrder with a file; null where there is none that the caller may use. */
  upload?: { owner: string; sha256: string; complete: boolean; valid: boolean; model: Model } | null;
  /** SubmitOrder and ReviseOrder. */
  catalogue?: readonly CatalogueEntry[];
  /** RequestShipment: the codes of the carriers that are configured. */
  carriers?: readonly string[];
  /** Reports of pieces, and their correction: how much more than is ordered may be made without a lead. */
  surplus_percent?: number;
  /**
   * The orders that a body names: of InitiateOrder remake_of_order_id and replaces_order_id, of CloseOrder
   * remake_order_id. null where there is none that the caller sees. They may change before this command is stored:
   * each order has a stream of its own, and what was asked was true a moment ago.
   */
  remade_order?: OtherOrder | null;
  replaced_order?: OtherOrder | null;
  remake_order?: OtherOrder | null;
}

/** What the caller knows of the order: people and partners must say so on an existing order. */
export type Precondition =
  | { kind: 'none' }
  | { kind: 'missing' }
  /** One of these; of none where all that the caller named are no versions at all. */
  | { kind: 'event_version'; versions: readonly number[] }
  | { kind: 'status_version'; version: number };

/** What is asked of an order, as far as the rules look at it. */
export interface AskedOf<Name extends CommandName> {
  command: Name;
  actor: Actor;
  /** As the caller gave it (or now); what is stored is clamped. */
  occurred_at: string;
  /** Only where clamping has changed what the caller gave. */
  occurred_at_given?: string;
  /** Now. Guards compare time with this, never with what the caller says. */
  recorded_at: string;
  body: Body<Name>;
  context: Context;
}

/** A command as it is sent. */
export interface CommandOf<Name extends CommandName> extends AskedOf<Name> {
  command_id: string;
  order_id: string;
  /** How far before now a caller of this kind may date it, seconds; absent: any time. */
  age_limit_s?: number;
  /** The latest that it may be now by any clock that is not known to be wrong; absent: `recorded_at`. */
  latest_now?: string;
  correlation_id: string;
  causation_id: string;
  request_hash: string;
  precondition: Precondition;
}

export type Command = { [Name in CommandName]: CommandOf<Name> }[CommandName];
/** What a process of ours asks for now, where no guard must know anything from outside. */
export const askedNow = <Name extends CommandName>(
  command: Name,
  actor: Actor,
  body: Body<Name>,
  now: string,
): AskedOf<Name> => ({ command, actor, body, occurred_at: now, recorded_at: now, context: {} });

export type Asked = { [Name in CommandName]: AskedOf<Name> }[CommandName];
