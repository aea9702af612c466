import { createHash } from 'node:crypto';
import type { Body, CommandName } from '@order-ledger/domain/bodies';
import type { Actor } from '@order-ledger/domain/grants';
import type { Metadata } from '@order-ledger/domain/metadata';
import { FREE_TEXT_FIELDS } from '@order-ledger/domain/values';
import canonicalize from 'canonicalize';
import { v5 as uuidv5 } from 'uuid';
import { plainForm } from './canonical-form.ts';

// Whatever stands in this file is frozen for ever: stored events and the ids of other systems were made with it.

const NAMESPACE = uuidv5('urn:order-ledger:command', uuidv5.URL);

/** The JSON in canonical form (RFC 8785, JCS); its bytes are the UTF-8 of it. Throws for what has none, such as NaN. */
export const canonical = (value: unknown): string => {
  const text = plainForm(value) ?? canonicalize(value);
  if (text === undefined) throw new TypeError(`a ${typeof value} has no canonical form: only JSON has`);
  return text;
};

const sha256 = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** What the first event of a stream chains to. */
export const NO_HASH = '0'.repeat(64);

/** The stored form of an event, as far as its hash sees it; a `hash` in the metadata is left out. */
export interface HashedEvent {
  type: string;
  data: unknown;
  metadata: Omit<Metadata, 'hash'> | Readonly<Record<string, unknown>>;
}

/** Lower-case hex of sha256(the previous event's hash as 32 bytes, then the canonical form of the event without its own hash). */
export const eventHash = (previousHash: string, event: HashedEvent): string =>
  sha256(Buffer.from(previousHash, 'hex'), hashedForm(event));

/** Its parts in the order of their names, each made where it lies: whoever reads an event makes it again. */
const hashedForm = ({ type, data, metadata }: HashedEvent): string => {
  const [own, of, about] = [plainForm(data), plainForm(metadata, 'hash'), plainForm(type)];
  if (own === undefined || of === undefined || about === undefined)
    return canonical({ type, data, metadata: { ...metadata, hash: undefined } });
  return `{"data":${own},"metadata":${of},"type":${about}}`;
};

/** UUIDv8 whose custom_a, custom_b and custom_c are bits 0–47, 48–59 and 60–121 of the event's hash. */
export const eventId = (hash: string): string => {
  const bits = BigInt(`0x${hash.slice(0, 32)}`) >> 6n; // bits 0–121
  const id =
    ((bits >> 74n) << 80n) |
    (0x8n << 76n) |
    (((bits >> 62n) & 0xfffn) << 64n) |
    (0b10n << 62n) |
    (bits & ((1n << 62n) - 1n));
  const hex = id.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** Whose Idempotency-Keys these are: the partner or the token's subject, never the key or the token itself. */
export const callerOf = (actor: Actor): string => {
  if (actor.kind !== 'partner') return `sub:${actor.id}`;
  if (actor.partner_id === undefined) throw new TypeError(`the partner ${actor.id} has no partner_id`);
  return `partner:${actor.partner_id}`;
};

/** The caller of a reaction or a worker of ours: `process-manager`, `pricing-worker` … */
export const processCaller = (name: string): string => `process:${name}`;

const named = (caller: string, subject: string, key: string): string =>
  uuidv5([caller, subject, key].join('\n'), NAMESPACE);

/** @param key the Idempotency-Key; of our own processes a key that follows from the cause */
export const commandId = (caller: string, orderId: string, key: string): string => named(caller, orderId, key);
export const newOrderId = (caller: string, key: string): string => named(caller, 'order', key);
/** The id of a "next for me", which names no order yet. */
export const nextCommandId = (caller: string, key: string): string => named(caller, 'next', key);
/** The stream in which a "next for me" writes down its choice. */
export const nextStream = (nextId: string): string => `next-${nextId}`;

/** @param type the message's type, `order.price_calculated` */
export const messageId = (ledgerEventId: string, type: string): string => uuidv5(type, ledgerEventId);

/**
 * sha256 of the canonical form of `{ command, order_id, body }`, the body as received, before defaults.
 *
 * @param hmacs the keyed hash of each free text of the body, by field: a text's plain hash could be guessed
 * @throws TypeError when a free text has no hmac
 */
export const requestHash = (
  command: CommandName,
  orderId: string,
  body: Readonly<Record<string, unknown>> | Body<CommandName>,
  hmacs: Readonly<Partial<Record<(typeof FREE_TEXT_FIELDS)[number], string>>> = {},
): string => {
  const hashed: Record<string, unknown> = { ...body };
  for (const field of FREE_TEXT_FIELDS) {
    if (hashed[field] === undefined) continue;
    if (hmacs[field] === undefined) throw new TypeError(`the free text ${field} of ${command} needs its hmac`);
    hashed[field] = hmacs[field];
  }
  return sha256(canonical({ command, order_id: orderId, body: hashed }));
};
