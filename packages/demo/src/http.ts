import { setTimeout as sleep } from 'node:timers/promises';
import { jittered } from '@order-ledger/platform/back-off';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'HEAD';
  url: string;
  bearer: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array<ArrayBuffer>;
}

export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The body's fields; none where it is no JSON. */
  fields: Record<string, unknown>;
}

export interface HttpClient {
  /**
   * Sends until there is a final answer: limits (429), outages (503) and broken connections are waited out. A command
   * has its Idempotency-Key, so it is safe to send it again.
   *
   * @throws Error when the service has not answered for the whole patience
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** How often it was sent again, and why. */
  readonly repeats: ReadonlyMap<string, number>;
  /** How many requests were sent. */
  readonly sent: number;
}

const ANSWER_LIMIT_MS = 30_000;
const LONGEST_WAIT_MS = 5_000;

const fieldsOf = (headers: Headers, text: string): Record<string, unknown> =>
  (headers.get('content-type') ?? '').includes('json') && text !== '' ? JSON.parse(text) : {};

/** @param patienceMs how long one request is repeated before it is given up */
export const httpClient = (patienceMs: number): HttpClient => {
  const repeats = new Map<string, number>();
  let sent = 0;

  const once = async ({ method, url, bearer, headers, body }: HttpRequest): Promise<HttpAnswer> => {
    sent += 1;
    const response = await fetch(url, {
      method,
      headers: { Authorization: `Bearer ${bearer}`, ...headers },
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, fields: fieldsOf(response.headers, text) };
  };

  const isPassing = ({ status, fields }: HttpAnswer): boolean =>
    status === 429 || (status === 503 && fields.code !== 'uploads-unavailable');

  const reasonOf = (error: unknown): string => {
    const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
    return cause?.code ?? (error instanceof Error ? error.name : 'unknown');
  };

  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    const giveUpAt = performance.now() + patienceMs;
    for (let tries = 1; ; tries += 1) {
      const result = await once(request).catch((error: unknown) => reasonOf(error));
      if (typeof result !== 'string' && !isPassing(result)) return result;
      const reason = typeof result === 'string' ? result : String(result.fields.code ?? result.status);
      repeats.set(reason, (repeats.get(reason) ?? 0) + 1);
      if (performance.now() > giveUpAt) {
        throw new Error(
          `${request.method} ${new URL(request.url).pathname}: no answer but ${reason} in ${tries} tries`,
        );
      }
      const asked = typeof result === 'string' ? Number.NaN : Number(result.headers.get('retry-after') ?? Number.NaN);
      // With jitter, so that orders that were refused together do not come back together.
      const backOff = jittered(tries, { firstMs: 100, maxMs: LONGEST_WAIT_MS });
      await sleep(Number.isNaN(asked) ? backOff : Math.min(asked * 1_000, LONGEST_WAIT_MS));
    }
  };

  return {
    send,
    repeats,
    get sent() {
      return sent;
    },
  };
};
