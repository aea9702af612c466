import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { type CursorSecrets, keptSecrets } from './cursor-secrets.ts';

/** Keys for what we hand to callers and take back from them: cursors (signed) and positions (encrypted). */
export interface Seals {
  /** Any JSON value as an opaque, signed text for an address. */
  sign(value: unknown): string;
  /** The value of a text that `sign` made; undefined for every other text. */
  verify(text: string): unknown;
  /** Any JSON value as a text that only this service can read; `bearer` is whom it is made out to. */
  encrypt(value: unknown, bearer: string): string;
  /** The value of a text that `encrypt` made for this bearer; undefined for every other text. */
  decrypt(text: string, bearer: string): unknown;
}

const TAG_BYTES = 16;
const NONCE_BYTES = 12;

const sealsOf = (secret: string): Seals => {
  const key = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `order-ledger ${purpose}`, 32));
  const signing = key('cursor');
  const encrypting = key('position');
  const tag = (payload: string): Buffer => createHmac('sha256', signing).update(payload).digest();
  return {
    sign: (value) => {
      const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${payload}.${tag(payload).toString('base64url')}`;
    },
    verify: (text) => {
      const [payload, given, ...rest] = text.split('.');
      if (payload === undefined || given === undefined || rest.length > 0) return undefined;
      const expected = tag(payload);
      const actual = Buffer.from(given, 'base64url');
      if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined;
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    },
    encrypt: (value, bearer) => {
      // A new nonce each time: equal positions that looked equal could be counted.
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', encrypting, nonce).setAAD(Buffer.from(bearer));
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    decrypt: (text, bearer) => {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
      const cipher = createDecipheriv('aes-256-gcm', encrypting, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      cipher.setAAD(Buffer.from(bearer)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const body = Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
        return JSON.parse(body.toString('utf8'));
      } catch {
        // A wrong tag only says that the text is not ours.
        return undefined;
      }
    },
  };
};

/**
 * @param secrets at least 32 characters each, the same on every instance, so that one reads another's cursors. The
 * first signs what is handed out; what any of them has signed is accepted. A text that none has signed may be of a
 * newer secret, and is checked again if the secrets have changed
 */
export const createSeals = (secrets: CursorSecrets | string): Seals => {
  const source = typeof secrets === 'string' ? keptSecrets(secrets) : secrets;
  let known: readonly string[] = [];
  let seals: readonly Seals[] = [];
  const now = (): readonly Seals[] => {
    const current = source.current();
    if (current !== known) seals = current.map(sealsOf);
    known = current;
    return seals;
  };
  const first = (): Seals => {
    const [seal] = now();
    if (seal === undefined) throw new Error('there is no secret to make cursors with');
    return seal;
  };
  const taken = (open: (seal: Seals) => unknown): unknown => {
    for (const seal of now()) {
      const value = open(seal);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const takenNowOrLater = (open: (seal: Seals) => unknown): unknown =>
    taken(open) ?? (source.lookAgain() ? taken(open) : undefined);
  return {
    sign: (value) => first().sign(value),
    encrypt: (value, bearer) => first().encrypt(value, bearer),
    verify: (text) => takenNowOrLater((seal) => seal.verify(text)),
    decrypt: (text, bearer) => takenNowOrLater((seal) => seal.decrypt(text, bearer)),
  };
};
