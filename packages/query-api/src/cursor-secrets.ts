import { readFileSync } from 'node:fs';

/** The secrets of cursors: of new ones, and of those still in use. */
export interface CursorSecrets {
  /** The first signs new ones. A new array if they have changed. */
  current(): readonly string[];
  /** Checks whether they have changed, unless that was just done. @returns whether they have */
  lookAgain(): boolean;
}

/** One that stays as it is. */
export const keptSecrets = (secret: string): CursorSecrets => {
  const secrets = [secret];
  return { current: () => secrets, lookAgain: () => false };
};

const SHORTEST = 32;

/** A line each. @throws when the file cannot be read, or one is too short */
const readSecrets = (file: string): string[] => {
  const secrets = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  if (secrets.length > 0 && secrets.every(({ length }) => length >= SHORTEST)) return secrets;
  throw new Error(`CURSOR_SECRET_FILE must hold secrets of at least ${SHORTEST} characters, one in each line`);
};

/**
 * How long the secrets that were read count as current, and the least time between two reads, whatever cursors come.
 * Milliseconds.
 */
const LOOK_AGAIN_MS = 1_000;
const REST_MS = 100;

/** Those in a file, as they are now. If it cannot be read later nothing changes, and `onFailure` is called once. */
const secretsInFile = (file: string, onFailure: (error: unknown) => void): CursorSecrets => {
  let secrets = readSecrets(file);
  let lookedAt = performance.now();
  let failing = false;
  const look = (restMs: number): boolean => {
    if (performance.now() - lookedAt < restMs) return false;
    lookedAt = performance.now();
    try {
      const found = readSecrets(file);
      failing = false;
      if (found.join('\n') === secrets.join('\n')) return false;
      secrets = found;
      return true;
    } catch (error) {
      if (!failing) onFailure(error);
      failing = true;
      return false;
    }
  };
  return {
    current: () => {
      look(LOOK_AGAIN_MS);
      return secrets;
    },
    lookAgain: () => look(REST_MS),
  };
};

/** @throws when neither is set, or the file does not do */
export const cursorSecrets = (
  {
    CURSOR_SECRET,
    CURSOR_SECRET_FILE,
  }: { CURSOR_SECRET?: string | undefined; CURSOR_SECRET_FILE?: string | undefined },
  onFailure: (error: unknown) => void,
): CursorSecrets => {
  if (CURSOR_SECRET_FILE !== undefined) return secretsInFile(CURSOR_SECRET_FILE, onFailure);
  if (CURSOR_SECRET !== undefined) return keptSecrets(CURSOR_SECRET);
  throw new Error('set CURSOR_SECRET or CURSOR_SECRET_FILE: cursors are signed by it');
};
