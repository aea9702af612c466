import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import {
  callerOf,
  canonical,
  commandId,
  eventHash,
  eventId,
  type HashedEvent,
  messageId,
  NO_HASH,
  newOrderId,
  nextCommandId,
  nextStream,
  processCaller,
  requestHash,
} from '@order-ledger/ledger/identity';
import canonicalize from 'canonicalize';
import fc from 'fast-check';

// The golden values were computed once by another program (python's uuid, hashlib and json) and never change.
const ORDER = '3f1f0b9c-5a0e-5c55-9c3e-0d6a2b3c4d5e';
const FIRST_HASH = 'ede15f1c76740170f6c9441fbdf853843051a1d466624b065fb53113e9b3e274';

const first = {
  type: 'OrderInitiated',
  data: { z: 1, a: [true, null, 'é\n'], m: 129900 },
  metadata: {
    note: 'ü €',
    actor: { id: 'acme-key-1', kind: 'partner', partner_id: 'acme', roles: [] },
    event_version: 1,
  },
};

it('writes JSON in the canonical form of RFC 8785', () => {
  // The first two are from the examples of the RFC itself (3.2.2 and 3.2.3).
  expect(canonical({ numbers: [1e30, 4.5, 2e-3, 0.000000000000000000000000001] })).toBe(
    '{"numbers":[1e+30,4.5,0.002,1e-27]}',
  );
  expect(canonical({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 })).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  );
  expect(canonical({ b: undefined, a: -0 })).toBe('{"a":0}');
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined])('has no canonical form for %p', (value) => {
  expect(() => canonical(value)).toThrow(/canonical form|NaN|Infinity|surrogate/);
});

it('hashes the first event of a stream over 32 zero bytes', () => {
  expect(eventHash(NO_HASH, first)).toBe(FIRST_HASH);
});

it('hashes an event over the hash before it, without its own', () => {
  const data = { note: { ref: 'r', hmac: '00' } };
  const golden = 'eca06448f3ee5d00a20246a97bdf8d9ec714d58f4c583479aa54ac20a9f97b3a';
  expect(eventHash(FIRST_HASH, { type: 'NoteAdded', data, metadata: { event_version: 2 } })).toBe(golden);
  expect(eventHash(FIRST_HASH, { type: 'NoteAdded', data, metadata: { event_version: 2, hash: golden } })).toBe(golden);
});

it.each([
  [FIRST_HASH, 'ede15f1c-7674-8017-83db-25107ef7e14e'],
  ['eca06448f3ee5d00a20246a97bdf8d9ec714d58f4c583479aa54ac20a9f97b3a', 'eca06448-f3ee-85d0-8288-091aa5ef7e36'],
  ['f'.repeat(64), 'ffffffff-ffff-8fff-bfff-ffffffffffff'],
  ['0'.repeat(64), '00000000-0000-8000-8000-000000000000'],
])('makes the event id of the hash %s', (hash, id) => {
  expect(eventId(hash)).toBe(id);
});

it('names callers by the partner or the subject, never by a key', () => {
  expect(callerOf({ id: 'acme-key-1', kind: 'partner', roles: [], partner_id: 'acme' })).toBe('partner:acme');
  expect(callerOf({ id: 'anna', kind: 'person', roles: ['crm.agent'] })).toBe('sub:anna');
  expect(callerOf({ id: 'store', kind: 'service', roles: ['store.service'] })).toBe('sub:store');
  expect(processCaller('process-manager')).toBe('process:process-manager');
  expect(() => callerOf({ id: 'acme-key-1', kind: 'partner', roles: [] })).toThrow(/partner_id/);
});

it('makes the ids of commands, orders, choices and messages of their cause', () => {
  expect(commandId('partner:acme', ORDER, 'key-1')).toBe('f623fa37-fc21-5966-99a2-cb7696b10cbd');
  expect(commandId('process:process-manager', ORDER, 'approve:0f3c')).toBe('ace9b508-1bcf-5051-9f60-d03f6382d606');
  expect(newOrderId('partner:acme', 'key-1')).toBe('17825618-0919-5382-9450-6807d5fa5b02');
  expect(nextCommandId('sub:op-7', 'key-1')).toBe('3f780de2-1b97-56ef-9a80-dee84f53282d');
  expect(nextStream('3f780de2-1b97-56ef-9a80-dee84f53282d')).toBe('next-3f780de2-1b97-56ef-9a80-dee84f53282d');
  expect(messageId('ede15f1c-7674-8017-83db-25107ef7e14e', 'order.order_initiated')).toBe(
    'd30755ae-d8ca-53c7-a002-974a34dc094d',
  );
});

it('hashes a request with its free texts replaced by their keyed hashes', () => {
  const body = { upload_id: 'u-1', sha256: 'ab'.repeat(32), note: 'call me back' };
  expect(requestHash('AttachModel', ORDER, body, { note: 'cd'.repeat(32) })).toBe(
    'c9f59920dbbc3ed8d7c395103587f34be95c8ec72d72a0353814018d852fda03',
  );
  expect(requestHash('ApproveManufacturing', ORDER, {})).toBe(
    'bca9b8ff581e1945ccb787b04449cdc617a108753354c8dd5ba441e11e1d2278',
  );
  expect(() => requestHash('AttachModel', ORDER, body)).toThrow(/note of AttachModel needs its hmac/);
});

const anyJson = (): fc.Arbitrary<unknown> => {
  const key = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('10', '9', '__proto__', 'é', '\u{1f600}', '"', '\\'),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.integer(),
        fc.boolean(),
        fc.constantFrom(null, -0, 1e21, '\ud800'),
      ),
      fc.array(tie('value')),
      fc
        .uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name })
        .map((fields) => Object.fromEntries(fields)),
      fc.record({ toJSON: fc.constant(() => 'itself'), given: fc.constant(undefined) }, { requiredKeys: [] }),
    ),
  }));
  return value;
};

const outcome = <Of>(form: (value: Of) => unknown, of: Of): unknown => {
  try {
    return form(of);
  } catch {
    return 'none';
  }
};

it('gives the form that the library gives, of any JSON', () => {
  fc.assert(
    fc.property(anyJson(), (of) => expect(outcome(canonical, of)).toEqual(outcome(canonicalize, of))),
    { numRuns: 2_000 },
  );
  const names = Array.from({ length: 100 }, (_, n) => [`name ${(n * 37) % 100}`, n]);
  for (const fields of [names, names.slice(0, 40)].map((some) => Object.fromEntries(some)))
    expect(canonical(fields)).toBe(canonicalize(fields));
});

it('hashes what the library gives of the whole event without its hash, whatever its parts hold', () => {
  const plainly = ({ type, data, metadata }: HashedEvent): string =>
    createHash('sha256')
      .update(Buffer.from(FIRST_HASH, 'hex'))
      .update(canonicalize({ type, data, metadata: { ...metadata, hash: undefined } }) as string)
      .digest('hex');
  const about = fc.dictionary(fc.constantFrom('hash', 'hashes', 'actor', 'system', '$a', 'z'), anyJson());
  fc.assert(
    fc.property(fc.record({ type: fc.string({ unit: 'binary' }), data: anyJson(), metadata: about }), (event) =>
      expect(outcome((of: HashedEvent) => eventHash(FIRST_HASH, of), event)).toEqual(outcome(plainly, event)),
    ),
    { numRuns: 1_000 },
  );
});
