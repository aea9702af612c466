import { type Documents, nameOf, type Operation } from './documents.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { Message } from './message.ts';

/** What is wrong with an answer: the rule that it breaks, and how. */
export interface Fault {
  rule: RuleName;
  detail: string;
  /** The operation that it was seen at; others may have the like. */
  where?: string;
}

export const RULES = {
  'no-failure': 'no input is answered with 5xx',
  'no-hang': 'every request is answered within the deadline, and no connection breaks while one waits',
  documented: 'status and content type are those of the OpenAPI document',
  schema: 'the body is as the OpenAPI document says',
  problem: 'every refusal is application/problem+json and says the same as the status',
  headers: 'answers carry the headers that go with their status',
  inside: 'nothing of the inside is told',
  credential: 'without a credential that holds nothing is answered but a refusal',
  foreign: "another's order does not exist",
  unchanged: 'a refused request changes nothing',
  told: 'whatever a request changed, its caller was told',
  repeated: 'a command that is sent again is answered with the same bytes',
  well: 'all processes live, are ready, log no failure and leave nothing behind',
} as const;
export type RuleName = keyof typeof RULES;

interface Exception {
  status: number;
  code: string;
  reason: string;
}

/** Failures that are none. */
export const EXCEPTIONS: readonly Exception[] = [];

/** What may be said where no document has an operation: why each. */
const OF_NO_OPERATION: Readonly<Record<number, string>> = {
  400: 'not HTTP, or not an address',
  401: 'what there is at an address is told to nobody without a credential',
  404: 'there is nothing at this address',
  405: 'the address has other methods',
  408: 'not complete in time',
  413: 'a length that nobody takes',
  415: 'a body is read before the name of a command',
  417: 'an expectation that nobody meets',
  431: 'headers, or an address, that nobody takes',
};

const jsonOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

const mediaTypeOf = ({ headers }: Answer): string => (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';

const INSIDE =
  /node_modules|\/dist\/|\bat [\w.<>]+ \(|SQLSTATE|ECONNREFUSED|pg_|insert into|select .* from |TypeError|undefined is not/;

const eventsOf = (body: Buffer): unknown[] =>
  body
    .toString('utf8')
    .split('\n\n')
    .slice(0, -1)
    .flatMap((block) => /^data: ?(.*)$/m.exec(block)?.[1] ?? [])
    .map((data) => JSON.parse(data));

/** What an answer is held against. */
export interface Met {
  message: Message;
  /** Without one that holds, who sent it. */
  holds: boolean;
  documents: Documents;
}

const failure = ({ status, body }: Answer): Fault[] => {
  if (status < 500) return [];
  const { code } = (jsonOf(body) ?? {}) as { code?: unknown };
  const known = EXCEPTIONS.some((each) => each.status === status && each.code === code);
  return known ? [] : [{ rule: 'no-failure', detail: `${status} ${code ?? body.toString('utf8').slice(0, 200)}` }];
};

const problem = ({ message }: Met, answer: Answer): Fault[] => {
  const { status, body, headers } = answer;
  if (status < 400) return [];
  const wrong = (detail: string): Fault[] => [{ rule: 'problem', detail: `${status}: ${detail}` }];
  const type = mediaTypeOf(answer);
  if (type !== 'application/problem+json')
    return wrong(`is ${type || 'without a content type'}: ${body.toString('utf8').slice(0, 100)}`);
  if (message.method === 'HEAD') return [];
  const said = jsonOf(body) as Record<string, unknown> | undefined;
  if (said === undefined) return wrong('is no JSON');
  const missing = ['type', 'title', 'status', 'detail', 'instance', 'code', 'correlation_id'].filter(
    (name) => said[name] === undefined,
  );
  if (missing.length > 0) return wrong(`lacks ${missing.join(', ')}`);
  if (said.status !== status) return wrong(`says ${said.status}`);
  if (said.correlation_id !== headers['x-correlation-id']) return wrong('has another correlation_id than its header');
  return [];
};

const companions = ({ message }: Met, { status, headers, body }: Answer): Fault[] => {
  const lacks = (name: string): Fault[] =>
    headers[name] === undefined ? [{ rule: 'headers', detail: `${status} without ${name}` }] : [];
  return [
    ...lacks('x-correlation-id'),
    ...(status === 401 ? lacks('www-authenticate') : []),
    ...(status === 405 ? lacks('allow') : []),
    ...(status === 429 || status === 503 ? lacks('retry-after') : []),
    // Of what cannot be read the server does not know that it is HEAD.
    ...(((message.method === 'HEAD' && !message.broken) || status === 204 || status === 304) && body.length > 0
      ? [{ rule: 'headers' as const, detail: `${status} to ${message.method} with a body` }]
      : []),
  ];
};

const schemaFaults = (documents: Documents, operation: Operation, answer: Answer, head: boolean): Fault[] => {
  const { status, body } = answer;
  const where = nameOf(operation);
  const described = operation.responses[String(status)];
  const undocumented = (detail: string): Fault[] => [{ rule: 'documented', detail: `${status} ${detail}`, where }];
  if (described === undefined) return undocumented('is not in the document of the operation');
  const types = Object.keys(described.content ?? {});
  const type = mediaTypeOf(answer);
  if (types.length === 0) return body.length > 0 && !head ? undocumented('has a body, and none in the document') : [];
  // What a refusal that is no problem should have been is said by the rule of problems.
  if (!types.includes(type))
    return status >= 400 ? [] : undocumented(`is ${type || 'of no type'}, not ${types.join(', ')}`);
  if (head) return [];
  const values = type === 'text/event-stream' ? eventsOf(body) : type.endsWith('json') ? [jsonOf(body)] : [];
  return values
    .flatMap((value) => documents.faultsOf(operation, String(status), type, value))
    .slice(0, 5)
    .map((detail) => ({ rule: 'schema', detail: `${status}: ${detail}`, where }));
};

/** A path may be written with any of its letters as percent and digits. */
const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
};

const documented = ({ message, documents }: Met, answer: Answer): Fault[] => {
  const { status } = answer;
  const named = documents.operationsOf(message);
  if (named.length === 0 && status in OF_NO_OPERATION) return [];
  const operations = named.length > 0 ? named : documents.operationsOf({ ...message, target: decoded(message.target) });
  if (operations.length === 0) return [{ rule: 'documented', detail: `${status} where no document has an operation` }];
  // Only some addresses take a method from there; elsewhere, or with a method that is none, there is no operation.
  const overridden = message.headers.some(([name]) => /method-override/i.test(name));
  if (overridden && (status === 404 || status === 405)) return [];
  const found = operations.map((operation) => schemaFaults(documents, operation, answer, message.method === 'HEAD'));
  return found.some((faults) => faults.length === 0) ? [] : (found[0] ?? []);
};

/** What may be said to somebody who has shown no credential that holds. */
const BEFORE_THE_CREDENTIAL = [400, 401, 408, 413, 414, 417, 429, 431];

const credential = ({ message, holds, documents }: Met, { status }: Answer): Fault[] => {
  const isPublic = documents.operationsOf(message).some((operation) => operation.isPublic);
  // A tunnel is refused to everybody.
  const isTunnel = message.method === 'CONNECT' && status === 405;
  if (holds || isPublic || isTunnel || BEFORE_THE_CREDENTIAL.includes(status)) return [];
  return [{ rule: 'credential', detail: `${status} to ${message.as}` }];
};

const foreign = ({ message }: Met, { status }: Answer): Fault[] =>
  message.foreign && (status < 300 || [304, 409, 412, 422, 428].includes(status))
    ? [{ rule: 'foreign', detail: `${status} to ${message.as}` }]
    : [];

const inside = ({ message }: Met, { status, body }: Answer): Fault[] => {
  const found = status >= 400 ? INSIDE.exec(body.toString('utf8')) : null;
  // Whoever sends such words may get them back in the path.
  return found === null || message.target.includes(found[0])
    ? []
    : [{ rule: 'inside', detail: `${status} tells: ${found[0]}` }];
};

const unanswered = ({ message }: Met, { ending }: Exchange): Fault[] => {
  if (ending === 'deadline') return [{ rule: 'no-hang', detail: 'no answer before the deadline' }];
  if (message.broken) return [];
  return [{ rule: 'no-hang', detail: `the connection ended without an answer: ${ending}` }];
};

/** Everything that is wrong with what came back. */
export const faultsOf = (met: Met, exchanged: Exchange): Fault[] => {
  const { answer } = exchanged;
  if (answer === null) return unanswered(met, exchanged);
  const found = [
    ...failure(answer),
    ...problem(met, answer),
    ...companions(met, answer),
    ...documented(met, answer),
    ...credential(met, answer),
    ...foreign(met, answer),
    ...inside(met, answer),
  ];
  return found;
};

export const codeOf = ({ status, body }: Answer): string =>
  status < 400 ? String(status) : `${status} ${((jsonOf(body) ?? {}) as { code?: string }).code ?? '-'}`;

/** Of a command that was sent twice. */
export const repetitionFaults = ({ about }: Message, first: Answer, again: Answer): Fault[] =>
  again.status === first.status && again.body.equals(first.body)
    ? []
    : [{ rule: 'repeated', detail: `${first.status} then ${codeOf(again)} for ${about.command}` }];

/** Of an upload, where it stood before and after it was refused something. */
export const offsetFaults = (before: number, after: number, refusal: Answer): Fault[] =>
  before === after
    ? []
    : [
        {
          rule: 'unchanged',
          detail: `the upload stood at ${before} and stands at ${after} after ${codeOf(refusal)}`,
        },
      ];
