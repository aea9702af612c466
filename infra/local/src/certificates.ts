import { webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

/** PEM files: the authority that clients trust, and the server's certificate with its key. */
export interface Certificates {
  authority: string;
  certificate: string;
  key: string;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const VALID_DAYS = 825;

const pem = async (key: webcrypto.CryptoKey): Promise<string> => {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${der.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END PRIVATE KEY-----\n`;
};

/**
 * A certificate authority of our own and a certificate for this machine's loopback addresses, made once.
 * The authority's key is thrown away: nobody can sign a second certificate that our clients would trust.
 */
export const loadCertificates = async (folder: string): Promise<Certificates> => {
  const files = {
    authority: join(folder, 'ca.pem'),
    certificate: join(folder, 'server.pem'),
    key: join(folder, 'server.key'),
  };
  if (Object.values(files).every((file) => existsSync(file))) return files;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const day = (days: number): Date => new Date(Date.now() + days * 86_400_000);
  // A clock that is set back after the first start must not make it one of the future, which nobody trusts.
  const validity = { notBefore: day(-1), notAfter: day(VALID_DAYS) };
  const keys = () =>
    webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;
  const [authorityKeys, serverKeys] = [await keys(), await keys()];
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=order-ledger local authority',
    ...validity,
    signingAlgorithm: ALGORITHM,
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  const server = await x509.X509CertificateGenerator.create({
    subject: 'CN=localhost',
    issuer: authority.subject,
    ...validity,
    signingAlgorithm: ALGORITHM,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
    ],
  });
  writeFileSync(files.key, await pem(serverKeys.privateKey), { mode: 0o600 });
  writeFileSync(files.certificate, `${server.toString('pem')}\n`, { mode: 0o600 });
  writeFileSync(files.authority, `${authority.toString('pem')}\n`, { mode: 0o600 });
  return files;
};
