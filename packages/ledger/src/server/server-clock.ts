import { readFile } from 'node:fs/promises';
import { type ClientHttp2Session, connect } from 'node:http2';
import { onAbort } from '@order-ledger/platform/aborted';
import { type Endpoint, endpointsOf } from '@order-ledger/platform/addresses';
import type { ClockWatchOptions, Shown } from '@order-ledger/platform/clock-watch';

/** A question of gRPC's that every event store answers, also to whom it does not know; its answer has the time. */
const QUESTION = {
  ':method': 'POST',
  ':path': '/event_store.client.gossip.Gossip/Read',
  'content-type': 'application/grpc',
  te: 'trailers',
};
/** No compression, and no bytes: an empty message. */
const EMPTY = Buffer.alloc(5);
/** HTTP's Date has whole seconds. */
const SECOND_MS = 1_000;

const open = ({ host, port, tls }: Endpoint, trust: object): ClientHttp2Session => {
  const session = connect(`${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`, trust);
  // A question hears of it by its own stream; between two of them nobody asks.
  session.on('error', () => {});
  session.unref();
  return session;
};

const shownBy = (session: ClientHttp2Session, signal: AbortSignal): Promise<Shown> =>
  new Promise((resolve, reject) => {
    const leave = onAbort(signal, () => {
      reject(new Error('the event store has not told its time yet'));
      // What is silent stays silent: the next question takes another connection.
      session.destroy();
    });
    const question = session.request(QUESTION);
    question.once('error', reject);
    question.once('close', () => {
      leave();
      reject(new Error('the event store closed the connection'));
    });
    question.once('response', ({ date }) => {
      const from = Date.parse(String(date));
      if (Number.isNaN(from)) reject(new Error('the event store does not tell its time'));
      else resolve({ from, to: from + SECOND_MS });
      question.close();
    });
    question.end(EMPTY);
  });

/** Whom the client trusts, by the same words of the address. */
const trustIn = async (connectionString: string): Promise<object> => {
  const query = new Map(
    [...new URLSearchParams(connectionString.split('?')[1] ?? '')].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const authority = query.get('tlscafile');
  return {
    ...(authority === undefined ? {} : { ca: await readFile(authority) }),
    ...(query.get('tlsverifycert')?.toLowerCase() === 'false' ? { rejectUnauthorized: false } : {}),
  };
};

/** The name of the event store's clock among the others of `watchClocks`. */
export const EVENT_STORE = 'event-store';

/**
 * What the event store's clock shows, that of the first of several servers; for `watchClocks`. It keeps its connection:
 * a new one for each question, with its handshake, was a quarter of what an idle event store did.
 */
export const eventStoreClock = (connectionString: string): ClockWatchOptions['others'] => {
  let kept: ClientHttp2Session | undefined;
  return {
    [EVENT_STORE]: async (signal) => {
      if (kept === undefined || kept.closed || kept.destroyed) {
        const [endpoint] = endpointsOf('eventstore', connectionString);
        if (endpoint === undefined) throw new Error('the address names no server that could be asked for its time');
        kept = open(endpoint, await trustIn(connectionString));
      }
      return shownBy(kept, signal);
    },
  };
};
