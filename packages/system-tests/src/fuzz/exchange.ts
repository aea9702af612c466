import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer {
  status: number;
  /** Lower-case names; one that came several times is joined by commas. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  ms: number;
}

/** How a request ended that was not answered. */
type Ending = 'closed' | 'reset' | 'deadline' | 'unreadable';

export interface Exchange {
  answer: Answer | null;
  ending: Ending | null;
}

interface Parsed {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  complete: boolean;
}

const HEAD_END = Buffer.from('\r\n\r\n');

const dechunked = (bytes: Buffer): { body: Buffer; complete: boolean } => {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return { body: Buffer.concat(parts), complete: false };
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (size === 0) return { body: Buffer.concat(parts), complete: bytes.indexOf(HEAD_END, lineEnd) >= 0 };
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
    if (at > bytes.length) return { body: Buffer.concat(parts), complete: false };
  }
};

/** @returns null as long as the head is not whole; throws where it is none of HTTP */
const parsed = (bytes: Buffer, method: string): Parsed | null => {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return null;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(first)?.[1] ?? Number.NaN);
  if (Number.isNaN(status)) throw new Error(`no status line: ${first.slice(0, 100)}`);
  const rest = bytes.subarray(end + HEAD_END.length);
  if (status < 200) return parsed(rest, method);
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  if (method === 'HEAD' || status === 204 || status === 304) return { status, headers, body: rest, complete: true };
  if (headers['transfer-encoding'] === 'chunked') return { status, headers, ...dechunked(rest) };
  const length = Number(headers['content-length'] ?? Number.NaN);
  // What follows is another answer: to the rest of a body that nobody waited for.
  const body = Number.isNaN(length) ? rest : rest.subarray(0, length);
  return { status, headers, body, complete: rest.length >= length };
};

interface ExchangeOptions {
  port: number;
  bytes: Buffer;
  method: string;
  /** Ends our half of the connection after the bytes. */
  half: boolean;
  limitMs: number;
}

/** So long a stream of events is listened to. */
const LISTEN_MS = 150;

/** Sends bytes on a connection of their own and reads what comes. */
export const exchange = async ({ port, bytes, method, half, limitMs }: ExchangeOptions): Promise<Exchange> => {
  const began = performance.now();
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  let received = Buffer.alloc(0);
  let ending: Ending | null = null;
  await new Promise<void>((resolve) => {
    const over = (how: Ending | null): void => {
      ending = how;
      clearTimeout(deadline);
      resolve();
    };
    const deadline = setTimeout(() => over('deadline'), limitMs);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      try {
        const found = parsed(received, method);
        if (found?.complete) over(null);
        else if (found?.headers['content-type']?.startsWith('text/event-stream')) {
          void sleep(LISTEN_MS).then(() => over(null));
        }
      } catch {
        over('unreadable');
      }
    });
    socket.once('end', () => over('closed'));
    socket.once('error', () => over('reset'));
    socket.write(bytes);
    if (half) socket.end();
  });
  // An error after this is nobody's: the answer is there, or it is not.
  socket.on('error', () => undefined);
  socket.destroy();
  const found = ending === 'unreadable' ? null : parsed(received, method);
  if (found === null) return { answer: null, ending };
  const streams = found.headers['content-type']?.startsWith('text/event-stream') ?? false;
  const untilClosed = ending === 'closed' && found.headers['content-length'] === undefined;
  if (!found.complete && !streams && !untilClosed) return { answer: null, ending: ending ?? 'closed' };
  const { status, headers, body } = found;
  return { answer: { status, headers, body, ms: performance.now() - began }, ending: null };
};
