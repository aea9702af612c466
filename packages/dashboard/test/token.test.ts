import { describe, expect, it } from '@jest/globals';
import { claimsOf } from '../src/session/token.ts';

const tokenOf = (payload: object): string => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;

describe('a token', () => {
  it('tells who it is of, with which roles and until when, in any letters', () => {
    const token = tokenOf({ sub: 'op-1', name: 'Жанна Ñ', roles: ['mes.operator', 7], exp: 100 });
    expect(claimsOf(token)).toEqual({ subject: 'op-1', name: 'Жанна Ñ', roles: ['mes.operator'], expiresAt: 100_000 });
  });

  it('is named by its subject where it has no name, and may have no roles', () => {
    expect(claimsOf(tokenOf({ sub: 'op-1', exp: 1 }))).toMatchObject({ name: 'op-1', roles: [] });
  });

  it.each(['', 'pk_1_secret', 'e30.e30.x'])('is none that could be used: %j', (text) => {
    expect(() => claimsOf(text)).toThrow();
  });
});
