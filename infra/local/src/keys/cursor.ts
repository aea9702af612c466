import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeCursorSecrets } from '../cursor-secrets.ts';
import { ServiceProblem } from '../problem.ts';
import type { KeyCommand } from './command.ts';

/** query-api reads the file each second, and again where a cursor fits no secret that it knows. */
const READ_WITHIN_MS = 3_000;

/** Says which secret it is, and nothing about it. */
const nameOf = (secret: string): string =>
  createHash('sha256').update(`order-ledger cursor secret\n${secret}`).digest('hex').slice(0, 16);

const secretsIn = (file: string): string[] => {
  if (existsSync(file))
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  throw new ServiceProblem(
    `There is no ${file}. Where query-api is given CURSOR_SECRET itself, give it CURSOR_SECRET_FILE first: docs/security.md has how.`,
  );
};

/**
 * Another secret signs cursors; those of the one before are taken until the next rotation.
 * @returns the secret
 */
export const rotateCursorSecret = async (
  { report, record }: KeyCommand,
  file: string,
  waitMs = READ_WITHIN_MS,
): Promise<string> => {
  const [current = ''] = secretsIn(file);
  const next = randomBytes(32).toString('base64url');
  await record('cursor rotate', nameOf(next));
  writeCursorSecrets(file, [current, next]);
  report(`Every instance that reads ${file} accepts cursors of the new secret in ${waitMs / 1_000} s …`);
  await sleep(waitMs);
  writeCursorSecrets(file, [next, current]);
  report(
    'The new secret signs cursors. Cursors of the former one are accepted until the next rotation; if it has leaked:',
  );
  report('npm run keys -- cursor retire');
  return next;
};

/** Ends every cursor of the secret before: whoever has one begins his list anew. */
export const retireCursorSecret = async ({ report, record }: KeyCommand, file: string): Promise<void> => {
  const [current = '', ...former] = secretsIn(file);
  if (former.length === 0)
    throw new ServiceProblem('Only one secret is there, and it signs: first npm run keys -- cursor rotate');
  for (const secret of former) await record('cursor retire', nameOf(secret));
  writeCursorSecrets(file, [current]);
  report('Cursors of the former secret are refused within seconds; whoever has one starts the list again.');
};
