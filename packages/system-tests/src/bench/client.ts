import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Client {
  send(method: 'GET' | 'POST', url: string, headers?: Readonly<Record<string, string>>, body?: string): Promise<Answer>;
  close(): void;
}

/** Connections that stay open, as those of a caller who sends much. */
export const benchClient = (): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  return {
    send: (method, url, headers = {}, body) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
        const sent = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.once('error', reject);
          response.once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(parts).toString('utf8'),
              headers: response.headers,
            }),
          );
        });
        sent.once('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
};
