import { credential, noticeRefusal } from './credential.ts';
import { patience } from './patience.ts';
import { ApiProblem, problemOf } from './problem.ts';
import type { CommandAnswer, CommandBody, CommandPath } from './shapes.ts';

interface Sent<Path extends CommandPath> {
  path: Path;
  /** Of the order that it is about; absent where the address names none. */
  orderId?: string;
  body: CommandBody<Path>;
  /** From the press that meant it: a repetition carries the same one. */
  key: string;
  /** The version that the user saw. */
  seenVersion?: number | undefined;
}

/** Nobody answered: whether it was done is not known, and the same key asks again without doing it twice. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** What the API says where it does not know, or cannot say, what became of the command; what stands before it, too. */
const IN_DOUBT: readonly number[] = [502, 503, 504];

/** Whether a command that failed so may have been done: the same key asks again. */
export const isInDoubt = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof ApiProblem && IN_DOUBT.includes(error.status));

const request = (address: string, headers: Record<string, string>, body: string): Promise<Response> =>
  fetch(address, { method: 'POST', headers, body, signal: patience() }).catch((cause: unknown) => {
    throw new NoAnswer('no answer', { cause });
  });

/**
 * Sends a command; null where it found nothing to do (204).
 *
 * @throws ApiProblem the API's refusal
 * @throws NoAnswer
 */
export const send = async <Path extends CommandPath>(sent: Sent<Path>): Promise<CommandAnswer | null> => {
  const { path, orderId, body, key, seenVersion } = sent;
  const address = path.replace('{order_id}', encodeURIComponent(orderId ?? ''));
  const headers = {
    ...credential(),
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
    ...(seenVersion === undefined ? {} : { 'If-Match': `"v${seenVersion}"` }),
  };
  const response = await request(address, headers, JSON.stringify(body));
  if (response.status === 204) return null;
  if (response.ok) return (await response.json()) as CommandAnswer;
  noticeRefusal(response);
  throw await problemOf(response);
};

export const newKey = (): string => crypto.randomUUID();
