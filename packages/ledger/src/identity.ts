import { createHash } from 'node:crypto';
import type { EventType } from '@order-ledger/domain/events';
import { messageType } from '@order-ledger/domain/events';
import type { Actor } from '@order-ledger/domain/grants';
import canonicalize from 'canonicalize';
import { v5 as uuidv5 } from 'uuid';

// Everything in this file is written into events that are never rewritten: its results must never change.

/** The canonical form of a JSON value: JSON Canonicalization Scheme, RFC 8785. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a value without a JSON form has no canonical form');
  return text;
};

const sha256 = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** What an order's first event chains to: 32 zero bytes. */
const NO_HASH = '0'.repeat(64);

/**
 * The hash of an event: SHA-256 over the previous event's hash as 32 bytes and the canonical form of type, data and
 * metadata without the hash itself. Lower-case hexadecimal.
 */
export const eventHash = (
  previous: string | null,
  event: { type: string; data: unknown; metadata: object },
): string => {
  const { hash: _hash, ...metadata } = event.metadata as Record<string, unknown>;
  const { type, data } = event;
  return sha256(Buffer.from(previous ?? NO_HASH, 'hex'), canonical({ type, data, metadata }));
};

/**
 * The event's id: a UUIDv8 (RFC 9562) whose custom_a, custom_b and custom_c are the bits 0–47, 48–59 and 60–121 of the
 * event's hash. So only a true retry of the same bytes carries the same id.
 */
export const eventId = (hash: string): string => {
  const bits = BigInt(`0x${hash}`);
  const slice = (from: number, length: number): bigint =>
    (bits >> BigInt(256 - from - length)) & ((1n << BigInt(length)) - 1n);
  const uuid = (slice(0, 48) << 80n) | (8n << 76n) | (slice(48, 12) << 64n) | (2n << 62n) | slice(60, 62);
  const hex = uuid.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

const NAMESPACE = uuidv5('urn:order-ledger:command', uuidv5.URL);

/** Who a command id is made for: `partner:<id>`, `sub:<subject>` or `process:<name>`; never a key or a token. */
export const callerOf = (actor: Pick<Actor, 'kind' | 'id' | 'partner_id'>): string =>
  actor.kind === 'partner' ? `partner:${actor.partner_id ?? actor.id}` : `sub:${actor.id}`;
export const processCaller = (name: string): string => `process:${name}`;

/** The id of a command: it follows from the caller, the order and the Idempotency-Key. */
export const commandId = (caller: string, orderId: string, key: string): string =>
  uuidv5(`${caller}\n${orderId}\n${key}`, NAMESPACE);

/** The id of a new order: it follows from the caller and the Idempotency-Key of the command that creates it. */
export const newOrderId = (caller: string, key: string): string => commandId(caller, 'order', key);

/** The command id of "next for me": it names the stream of the choice. */
export const nextCommandId = (caller: string, key: string): string => commandId(caller, 'next', key);

export const orderStream = (orderId: string): string => `order-${orderId}`;
export const nextStream = (nextId: string): string => `next-${nextId}`;

/** The id of the message that tells of an event. */
export const messageId = (id: string, type: EventType): string => uuidv5(messageType(type), id);

/**
 * Tells two requests under one key apart. `body` is the body as received, before defaults, with each free text replaced
 * by its keyed hash.
 */
export const requestHash = (request: { command: string; order_id: string; body: unknown }): string => {
  const { command, order_id, body } = request;
  return sha256(canonical({ command, order_id, body }));
};
