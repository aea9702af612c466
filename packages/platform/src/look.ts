import { get as getPlain } from 'node:http';
import { get as getByTls } from 'node:https';
import { afterTurning } from './within.ts';

/** What a process says of its readiness on its port for operators. */
export interface Readiness {
  readonly status: string;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly code?: string }[];
}

/** No answer of one of ours, and why: nobody listens, somebody else does, or whoever listens is frozen. */
export interface Silence {
  readonly silence: string;
  /** Whoever listens there has not answered in time: it is frozen, hangs, or has too much to do. */
  readonly late: boolean;
  /** Its loop turns all the same. */
  readonly live?: true;
}

export const isSilent = (answer: object): answer is Silence => 'silence' in answer;

/** Far above any of ours: somebody else may send without an end. */
const LONGEST_ANSWER = 1_048_576;

/** The silence of whoever does not run. */
export const REFUSED = 'nothing listens there';

const STRANGER: Silence = { silence: 'something else answers there, not a process of order-ledger', late: false };

const silenceOf = ({ code = '', message }: NodeJS.ErrnoException): Silence => {
  if (code === 'ECONNREFUSED') return { silence: REFUSED, late: false };
  return code.startsWith('HPE_') ? STRANGER : { silence: `no answer: ${code || message}`, late: false };
};

const read = (text: string): { readonly body: unknown } | Silence => {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return STRANGER;
  }
};

/**
 * The limit is for the whole answer: who accepts a connection may be frozen, and who sends headers too. Not by fetch, whose
 * signal does not end every answer whose body stays out.
 */
export const askOperators = (url: string, limitMs: number): Promise<{ readonly body: unknown } | Silence> =>
  new Promise((resolve) => {
    const end = (answer: { readonly body: unknown } | Silence): void => {
      callOff();
      request.destroy();
      resolve(answer);
    };
    const late = { silence: `no answer within ${limitMs / 1_000} s`, late: true };
    const callOff = afterTurning(limitMs, () => end(late));
    const get = url.startsWith('https:') ? getByTls : getPlain;
    const request = get(url, { agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length > LONGEST_ANSWER) end(STRANGER);
      });
      response.once('end', () => end(read(text)));
      response.once('error', (error) => end(silenceOf(error)));
    });
    request.on('error', (error) => end(silenceOf(error)));
  });

/** A check alone may take 2 s until it counts as failed. */
const READY_LIMIT_MS = 4_000;

/** @param adminUrl base address for operators */
export const readinessAt = async (adminUrl: string, limitMs = READY_LIMIT_MS): Promise<Readiness | Silence> => {
  const answer = await askOperators(`${adminUrl}/health/ready`, limitMs);
  if (isSilent(answer)) return answer;
  const readiness = answer.body as Readiness | null;
  return Array.isArray(readiness?.checks) ? (readiness as Readiness) : STRANGER;
};

/** No dependency is asked for it: the loop of the process answers at once, or does not turn. */
const LIVE_LIMIT_MS = 2_000;

/** Both questions at once, and no second of waiting for the one where the other has shown that nobody is there. */
export const lookAt = async (adminUrl: string): Promise<Readiness | Silence> => {
  const readiness = readinessAt(adminUrl);
  const live = await askOperators(`${adminUrl}/health/live`, LIVE_LIMIT_MS);
  if (isSilent(live)) return live;
  const answer = await readiness;
  return isSilent(answer) ? { ...answer, live: true } : answer;
};

/** The checks that fail, with their codes, as docs/operations.md lists them. */
export const failingChecks = (checks: Readiness['checks']): string[] =>
  checks.filter(({ ok }) => !ok).map(({ name, code }) => `${name}: ${code}`);

/** Why it is not ready, in its own words. */
export const failing = ({ status, checks }: Readiness): string => failingChecks(checks).join(', ') || status;
