import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { Received } from '@order-ledger/ledger/subscribing/received';
import { failuresIn } from '../src/fuzz/aftermath.ts';
import { type Fault, faultsOf, offsetFaults, RULES, type RuleName, repetitionFaults } from '../src/fuzz/checks.ts';
import { type Documents, readDocuments } from '../src/fuzz/documents.ts';
import { type Answer, exchange } from '../src/fuzz/exchange.ts';
import { bytesOf, type Message } from '../src/fuzz/message.ts';
import { openRecord } from '../src/fuzz/record.ts';

const CORRELATION = 'told-by-the-server';
const THING = '/v1/things/7';

const problemContent = { 'application/problem+json': { schema: { type: 'object', required: ['code'] } } };
const DOCUMENT = {
  openapi: '3.1.0',
  paths: {
    '/v1/things/{id}': {
      get: {
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
          204: {},
          401: { content: problemContent },
          409: { content: problemContent },
          500: { content: problemContent },
        },
      },
    },
  },
  components: {
    schemas: { Thing: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
  },
};

const REFUSAL = {
  type: 'urn:x',
  title: 'Conflict',
  detail: 'Not now.',
  instance: THING,
  code: 'illegal-transition',
  correlation_id: CORRELATION,
};
const refusal = (status: number, more: object = {}) => ({
  status,
  type: 'application/problem+json',
  body: JSON.stringify({ ...REFUSAL, status, ...more }),
});

interface Said {
  status: number;
  type?: string;
  body?: string;
  headers?: Record<string, string>;
}
const RIGHT: Said = { status: 200, type: 'application/json', body: '{"name":"a"}' };

let port = 0;
let documents: Documents;
let answer: (response: ServerResponse) => void;
const server = createServer((request, response) => {
  if (request.url === '/openapi.json') response.end(JSON.stringify(DOCUMENT));
  else answer(response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  documents = await readDocuments(() => `http://127.0.0.1:${port}`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const QUESTION: Message = { api: 'query-api', method: 'GET', target: THING, headers: [], as: 'ops', about: {} };
const ORDER: Message = {
  ...QUESTION,
  api: 'command-api',
  headers: [['X-Correlation-Id', CORRELATION]],
  about: { command: 'HoldOrder' },
};

/** How a server that behaves so is met. */
const met = async (
  behaves: (response: ServerResponse) => void,
  { message = QUESTION, holds = true, limitMs = 60_000 }: { message?: Message; holds?: boolean; limitMs?: number } = {},
): Promise<RuleName[]> => {
  answer = behaves;
  const bytes = bytesOf(message, `127.0.0.1:${port}`, null);
  const exchanged = await exchange({ port, bytes, method: message.method, half: false, limitMs });
  return [...new Set(faultsOf({ message, holds, documents }, exchanged).map(({ rule }) => rule))];
};

const saying =
  ({ status, type, body, headers = {} }: Said) =>
  (response: ServerResponse): void => {
    const types = type === undefined ? {} : { 'Content-Type': type };
    response.writeHead(status, { 'X-Correlation-Id': CORRELATION, ...types, ...headers }).end(body);
  };

const replied = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'x-correlation-id': CORRELATION },
  body: Buffer.from(body),
  ms: 1,
});

/** The ledger holds one event, of this correlation. */
const ledgerWith = (id: string): Received<RecordedEvent>[] => {
  const actor = { id: 'ops-1', kind: 'person', roles: ['ops'] };
  const event = { type: 'OrderHeld', data: {}, metadata: { correlation_id: CORRELATION, actor } };
  return [{ id, stream: 'order-7', event }] as unknown as Received<RecordedEvent>[];
};

const rulesOf = (faults: readonly Fault[]): RuleName[] => faults.map(({ rule }) => rule);

const logged = async (text: string): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-log-'));
  try {
    writeFileSync(join(folder, 'query-api.log'), text);
    return await failuresIn(folder, 'query-api');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** By rule: what breaks it, each alone. */
const PLANTED: Readonly<Record<RuleName, Readonly<Record<string, () => Promise<RuleName[]> | RuleName[]>>>> = {
  'no-failure': { 'an internal error': () => met(saying(refusal(500))) },
  'no-hang': {
    'no answer': () => met(() => undefined, { limitMs: 300 }),
    'a connection that ends': () => met((response) => void response.destroy()),
    'half an answer': () =>
      met((response) => {
        response.writeHead(200, { 'Content-Length': '100' }).write('{"na');
        setTimeout(() => response.destroy(), 20);
      }),
  },
  documented: {
    'a status that no operation has': () => met(saying({ ...RIGHT, status: 206 })),
    'a type that it does not name': () => met(saying({ ...RIGHT, type: 'text/html' })),
    'an answer where there is nothing': () =>
      met(saying({ status: 200 }), { message: { ...QUESTION, target: '/v1/nothing-there' } }),
  },
  schema: {
    'a field that is missing': () => met(saying({ ...RIGHT, body: '{}' })),
    'a field of another type': () => met(saying({ ...RIGHT, body: '{"name":7}' })),
    'no JSON': () => met(saying({ ...RIGHT, body: '{' })),
  },
  problem: {
    'a refusal as text': () => met(saying({ status: 409, type: 'text/plain', body: 'no' })),
    'another status inside': () => met(saying(refusal(409, { status: 400 }))),
    'a member that is missing': () => met(saying(refusal(409, { instance: undefined }))),
    'another correlation id': () => met(saying(refusal(409, { correlation_id: 'another' }))),
  },
  headers: {
    'no correlation id': () =>
      met((response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(RIGHT.body)),
    'a 401 that asks for nothing': () => met(saying(refusal(401))),
  },
  inside: { 'a path of the program': () => met(saying(refusal(409, { detail: 'at /app/node_modules/pg' }))) },
  credential: { 'an answer to nobody': () => met(saying(RIGHT), { holds: false }) },
  foreign: {
    "another's order": () => met(saying(RIGHT), { message: { ...QUESTION, foreign: true } }),
    'that it is in another status': () => met(saying(refusal(409)), { message: { ...QUESTION, foreign: true } }),
  },
  unchanged: {
    'an event of a refused request': () => {
      const record = openRecord();
      record.note(ORDER, { answer: replied(409, '{"code":"illegal-transition"}'), ending: null });
      return rulesOf(record.compare(ledgerWith('e-1')));
    },
    'an upload that has moved': () => rulesOf(offsetFaults(10, 20, replied(409, '{"code":"offset-conflict"}'))),
  },
  told: {
    'an event that no answer tells of': () => {
      const record = openRecord();
      record.note(ORDER, { answer: replied(200, '{"events":[{"id":"e-1"}]}'), ending: null });
      return rulesOf(record.compare(ledgerWith('e-2')));
    },
  },
  repeated: {
    'other bytes': () => rulesOf(repetitionFaults(ORDER, replied(200, '{"a":1}'), replied(200, '{"a":2}'))),
    'another status': () => rulesOf(repetitionFaults(ORDER, replied(201, '{}'), replied(200, '{}'))),
  },
  well: {
    'an error in the log': async () =>
      (await logged('{"level":"error","message":"request failed"}\n')).map(() => 'well' as const),
    'what is no line of a log': async () => (await logged('Segmentation fault\n')).map(() => 'well' as const),
    'a 5xx in the log': async () =>
      (await logged('{"level":"info","message":"request","http_status":503}\n')).map(() => 'well' as const),
  },
};

describe('the fuzzing finds', () => {
  for (const rule of Object.keys(RULES) as RuleName[])
    for (const [name, found] of Object.entries(PLANTED[rule]))
      it(`${name} (${rule})`, async () => expect(await found()).toEqual([rule]));
});

describe('the fuzzing finds nothing', () => {
  it('in what is right', async () => {
    expect(await met(saying(RIGHT))).toEqual([]);
    expect(await met(saying({ status: 204 }))).toEqual([]);
    expect(await met(saying(refusal(409)))).toEqual([]);
    expect(await met(saying({ ...refusal(401), headers: { 'WWW-Authenticate': 'Bearer' } }), { holds: false })).toEqual(
      [],
    );
    expect(await logged('{"level":"info","message":"request","http_status":409}\n')).toEqual([]);
  });

  it('where the caller was told of the event', () => {
    const record = openRecord();
    record.note(ORDER, { answer: replied(200, '{"events":[{"id":"e-1"}]}'), ending: null });
    expect(record.compare(ledgerWith('e-1'))).toEqual([]);
  });

  it('in an answer to HEAD, which has a type and no body', () => {
    const record = openRecord();
    record.note({ ...ORDER, method: 'HEAD' }, { answer: replied(200, ''), ending: null });
    expect(record.compare([])).toEqual([]);
  });
});
