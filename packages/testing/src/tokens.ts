import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const issuer = 'https://issuer.test';

/** A signing key of the algorithm, its public half in a JWKS file, and tokens made with it. */
export async function tokenMaker(algorithm: 'EdDSA' | 'ES256' | 'RS256' = 'EdDSA') {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const folder = await mkdtemp(join(tmpdir(), 'jwks-'));
  const jwks = join(folder, 'jwks.json');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: algorithm, use: 'sig' };
  await writeFile(jwks, JSON.stringify({ keys: [key] }));
  const token = (
    claims: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, unknown>> = { kid: 'one' },
  ) =>
    new SignJWT({
      iss: issuer,
      aud: 'order-ledger',
      sub: 'operator-7',
      exp: Math.floor(Date.now() / 1_000) + 60,
      kind: 'person',
      system: 'MES',
      roles: ['mes.packer', 'mes.operator'],
      ...claims,
    })
      .setProtectedHeader({ alg: algorithm, ...header })
      .sign(privateKey);
  return { jwks, key, privateKey, token, remove: () => rm(folder, { recursive: true }) };
}
