import { MIMEType } from 'node:util';
import express, { type Request, type Response } from 'express';
import jsonc, { type JSONVisitor } from 'jsonc-parser';
import {
  bodyCut,
  bodyTooDeep,
  bodyTooWide,
  bodyUnread,
  type FieldError,
  MOST_FIELD_ERRORS,
  malformedBody,
  ProblemError,
  pointerTo,
} from './problem.ts';
import { isSafeMethod, type Route } from './route.ts';

/** Objects and lists within each other; no body of ours comes near it. */
export const DEEPEST = 32;

const isJson = ({ type, subtype }: MIMEType): boolean =>
  type === 'application' && (subtype === 'json' || subtype.endsWith('+json'));

/** @throws ProblemError 415 for what is not JSON in UTF-8, under any of UTF-8's names */
const assertJson = (contentType: string | undefined): void => {
  if (contentType === 'application/json') return;
  const given = mimeType(contentType);
  if (given === undefined || !isJson(given)) {
    throw new ProblemError(415, 'unsupported-media-type', 'Send the body as application/json.');
  }
  const charset = given.params.get('charset');
  if (charset === null || encodingOf(charset) === 'utf-8') return;
  throw new ProblemError(415, 'unsupported-charset', 'JSON is sent in UTF-8.');
};

const mimeType = (text: string | undefined): MIMEType | undefined => {
  try {
    return new MIMEType(text ?? '');
  } catch {
    return undefined;
  }
};

/** By the names that browsers know: utf8 is UTF-8 too. */
const encodingOf = (label: string): string | undefined => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
};

/**
 * The JSON body of a request, read when its route asks for it: a caller who may not come is refused before it costs
 * anything. undefined for no body at all.
 *
 * It has one reading only. What parsers read differently (bytes that are not UTF-8, a key that occurs twice, half a
 * surrogate pair) is refused: two different bodies must not become the same request.
 *
 * @param mostValues numbers, texts, objects … within each other and beside each other; what holds more is not read on
 * @throws ProblemError 400
 */
export const jsonBody = (request: Request, mostValues: number): unknown => {
  const bytes: unknown = request.body;
  if (!(bytes instanceof Uint8Array)) return undefined;
  const text = textOf(bytes);
  const faults = faultsIn(text, mostValues);
  const value = jsonIn(text);
  if (faults.length > 0) throw malformedBody(faults);
  return value;
};

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError(400, 'malformed-text', 'The body is not UTF-8.');
  }
};

const notJson = () => new ProblemError(400, 'malformed-json', 'The body is not valid JSON.');

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
};

/** What can be read in more than one way; ends with the first thing that no text may hold, or may not hold so often. */
const faultsIn = (text: string, mostValues: number): FieldError[] => {
  const faults: FieldError[] = [];
  const keysOfOpenObjects: Set<string>[] = [];
  let values = 0;
  let depth = 0;
  const count = (): void => {
    values += 1;
    if (values > mostValues) throw bodyTooWide(mostValues);
  };
  const enter = (): void => {
    count();
    depth += 1;
    if (depth > DEEPEST) throw bodyTooDeep(DEEPEST);
  };
  const leave = (): void => {
    depth -= 1;
  };
  const refuse = (path: readonly (string | number)[], detail: string): void => {
    faults.push({ pointer: pointerTo(path), detail });
    if (faults.length === MOST_FIELD_ERRORS) throw malformedBody(faults);
  };
  const visitor: JSONVisitor = {
    onError: () => {
      throw notJson();
    },
    onObjectBegin: () => {
      enter();
      keysOfOpenObjects.push(new Set());
    },
    onObjectProperty: (key, _offset, _length, _line, _character, pathOf) => {
      const keys = keysOfOpenObjects.at(-1);
      if (keys?.has(key)) refuse([...pathOf(), key], 'stands more than once in its object');
      keys?.add(key);
      if (!key.isWellFormed()) refuse([...pathOf(), key], 'is a key with half a surrogate pair');
    },
    onObjectEnd: () => {
      keysOfOpenObjects.pop();
      leave();
    },
    onArrayBegin: enter,
    onArrayEnd: leave,
    onLiteralValue: (value, _offset, _length, _line, _character, pathOf) => {
      count();
      if (typeof value === 'string' && !value.isWellFormed()) refuse(pathOf(), 'must not hold half a surrogate pair');
    },
  };
  jsonc.visit(text, visitor, { disallowComments: true });
  return faults;
};

/**
 * Receives the body of a route that takes JSON, unpacked and within the limit, for `jsonBody`. The body of a request
 * that only asks has no meaning and is not read.
 */
export const jsonReceiver = (limitBytes: number) => {
  const receive = express.raw({ limit: limitBytes, type: () => true });
  const unpack = async (request: Request, response: Response): Promise<void> => {
    const { 'content-length': length, 'content-type': contentType } = request.headers;
    await new Promise<void>((resolve, reject) => {
      receive(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
    });
    const bytes: unknown = request.body;
    request.body = undefined;
    const announced = Number(length) > 0 || request.headers['transfer-encoding'] !== undefined;
    // From a connection that has ended already the library reads nothing, as if nothing had been sent: a different
    // request.
    if (announced && !(bytes instanceof Uint8Array)) throw bodyUnread();
    if (!(bytes instanceof Uint8Array) || bytes.length === 0) return;
    assertJson(contentType);
    request.body = bytes;
  };
  /** A promise only where there is something to wait for. */
  return (request: Request, response: Response, route: Route | undefined): Promise<void> | undefined => {
    if (route?.body === 'raw' || isSafeMethod(request.method)) return undefined;
    const length = Number(request.headers['content-length']);
    if (length > 0) assertJson(request.headers['content-type']);
    return comesAsItIs(request) && length > 0 && length <= limitBytes
      ? bytesOf(request, length).then((bytes) => {
          request.body = bytes;
        })
      : unpack(request, response);
  };
};

/** Nothing is to be unpacked, its length is told, and all of it is still to come. */
const comesAsItIs = ({ headers, readable, readableFlowing }: Request): boolean =>
  headers['content-encoding'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  readable &&
  readableFlowing === null;

/** What the library makes of it with listeners, checks and a resource for each body, which cost as much as an answer. */
const bytesOf = (request: Request, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.once('end', () => {
      const [first] = parts;
      const bytes = first !== undefined && parts.length === 1 ? first : Buffer.concat(parts);
      if (bytes.length === length) resolve(bytes);
      else reject(bodyCut());
    });
    request.once('error', () => reject(bodyCut()));
    request.once('close', () => reject(bodyCut()));
  });
