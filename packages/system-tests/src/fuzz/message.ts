import type { StockedUpload } from './stock.ts';

/** The processes that callers speak to. */
export const APIS = ['command-api', 'query-api', 'upload-api'] as const;
export type Api = (typeof APIS)[number];

/** A request before it is bytes: every part of it may be wrong. */
export interface Message {
  api: Api;
  method: string;
  /** As it stands in the request line. */
  target: string;
  /** In their order, without those that `bytesOf` adds; a name may stand there more than once. */
  headers: readonly (readonly [name: string, value: string])[];
  /** The name of the credential in callers.ts. */
  as: string;
  /** Sent as JSON; undefined: none, or `body`. */
  json?: unknown;
  /** In place of `json`. */
  body?: Buffer;
  /** How the body's end is told; `length` if absent. `more` and `less` say another length than it has. */
  framing?: 'length' | 'chunked' | 'more' | 'less';
  /** Sends only so many of the bytes and ends there. */
  cutAt?: number;
  /** The message itself is not HTTP, or breaks off: the server may hang up. */
  broken?: true;
  /** The order exists for another caller alone: it must not exist for this one. */
  foreign?: true;
  /** What it is about, for what is checked and kept once it is answered. */
  about: {
    orderId?: string;
    /** Of the order, when the request was made. */
    status?: string;
    command?: string;
    upload?: StockedUpload;
    /** The file of which a new upload is the beginning. */
    uploadContent?: Buffer;
  };
}

export const headerOf = ({ headers }: Message, name: string): string | undefined =>
  headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];

export const withHeader = (message: Message, name: string, ...values: readonly string[]): Message => ({
  ...message,
  headers: [
    ...message.headers.filter(([each]) => each.toLowerCase() !== name.toLowerCase()),
    ...values.map((value) => [name, value] as const),
  ],
});

/** `undefined` has no JSON. */
export const bodyOf = ({ body, json }: Message): Buffer | null =>
  body ?? (json === undefined ? null : Buffer.from(JSON.stringify(json) ?? ''));

const chunked = (body: Buffer): Buffer => {
  const half = Math.ceil(body.length / 2);
  const chunks = [body.subarray(0, half), body.subarray(half)].filter((chunk) => chunk.length > 0);
  const framed = chunks.flatMap((chunk) => [
    Buffer.from(`${chunk.length.toString(16)}\r\n`),
    chunk,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...framed, Buffer.from('0\r\n\r\n')]);
};

const WRONG_BY = 5;

/** What goes over the wire. @param authorization the value of the header; null: none */
export const bytesOf = (message: Message, host: string, authorization: string | null): Buffer => {
  const { method, target, headers, framing = 'length' } = message;
  const body = bodyOf(message);
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const own = (name: string, value: string): [string, string][] =>
    names.has(name.toLowerCase()) ? [] : [[name, value]];
  const length = (body?.length ?? 0) + (framing === 'more' ? WRONG_BY : framing === 'less' ? -WRONG_BY : 0);
  const lines = [
    ...own('Host', host),
    ...own('Connection', 'close'),
    ...(authorization === null ? [] : own('Authorization', authorization)),
    ...(body === null || message.json === undefined ? [] : own('Content-Type', 'application/json')),
    ...(body === null
      ? []
      : framing === 'chunked'
        ? own('Transfer-Encoding', 'chunked')
        : own('Content-Length', String(Math.max(0, length)))),
    ...headers,
  ];
  const head = `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const sent = body === null ? Buffer.alloc(0) : framing === 'chunked' ? chunked(body) : body;
  const whole = Buffer.concat([Buffer.from(head, 'utf8'), sent]);
  return message.cutAt === undefined
    ? whole
    : whole.subarray(0, Math.max(1, Math.min(message.cutAt, whole.length - 1)));
};

const SHOWN = 3_000;
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The request as a person repeats it; `$TOKEN` stands for the credential that is named beside it. */
export const shown = (message: Message): string => {
  const bytes = bytesOf(message, `$${message.api}`, '$TOKEN');
  const text = bytes.toString('latin1');
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
    .replace(/[\x00-\x1f\x7f-\xff]/g, (each) => `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const cut = escaped.length > SHOWN ? `${escaped.slice(0, SHOWN)}… (${bytes.length} bytes)` : escaped;
  return `${message.api} as ${message.as}: printf ${quoted(cut)}`;
};
