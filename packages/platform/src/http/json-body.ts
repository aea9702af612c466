import { MIMEType } from 'node:util';
import express, { type Request, type Response } from 'express';
import jsonc from 'jsonc-parser';
import { bodyTooDeep, malformedBody, ProblemError, pointerTo } from './problem.ts';
import { isSafeMethod, type Route } from './route.ts';

/** Objects and lists within each other; no body of ours comes near it. */
const DEEPEST = 32;

const isJson = ({ type, subtype }: MIMEType): boolean =>
  type === 'application' && (subtype === 'json' || subtype.endsWith('+json'));

/** @throws ProblemError 415 for what is not JSON in UTF-8, under any of UTF-8's names */
function assertJson(contentType: string | undefined): void {
  const given = mimeType(contentType);
  if (given === undefined || !isJson(given)) {
    throw new ProblemError(415, 'unsupported-media-type', 'Send the body as application/json.');
  }
  const charset = given.params.get('charset');
  if (charset === null || encodingOf(charset) === 'utf-8') return;
  throw new ProblemError(415, 'unsupported-charset', 'JSON is sent in UTF-8.');
}

function mimeType(text: string | undefined): MIMEType | undefined {
  try {
    return new MIMEType(text ?? '');
  } catch {
    return undefined;
  }
}

/** By the names that browsers know: utf8 is UTF-8 too. */
function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/**
 * A JSON body that says one thing only. What readers take differently (bytes that are not UTF-8, a key that stands twice,
 * half a surrogate pair) is refused: two bodies that are not the same must not become the same request.
 *
 * @throws ProblemError 400
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  const value = jsonIn(text);
  assertUnambiguous(text);
  return value;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError(400, 'malformed-text', 'The body is not UTF-8.');
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError(400, 'malformed-json', 'The body is not valid JSON.');
  }
}

function assertUnambiguous(text: string): void {
  const faults: { pointer: string; detail: string }[] = [];
  const keysOfOpenObjects: Set<string>[] = [];
  let depth = 0;
  const enter = (): void => {
    depth += 1;
    if (depth > DEEPEST) throw bodyTooDeep(DEEPEST);
  };
  const leave = (): void => {
    depth -= 1;
  };
  const refuse = (path: readonly (string | number)[], detail: string): void => {
    faults.push({ pointer: pointerTo(path), detail });
  };
  jsonc.visit(text, {
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
      if (typeof value === 'string' && !value.isWellFormed()) refuse(pathOf(), 'must not hold half a surrogate pair');
    },
  });
  if (faults.length > 0) throw malformedBody(faults);
}

/**
 * Reads the body of a route that takes JSON into `request.body`; no body at all leaves it undefined. What comes with a
 * request that asks for something has no meaning, and none is sought in it.
 */
export function jsonReader(limitBytes: number) {
  const receive = express.raw({ limit: limitBytes, type: () => true });
  return async (request: Request, response: Response, route: Route | undefined): Promise<void> => {
    if (route?.body === 'raw' || isSafeMethod(request.method)) return;
    const { 'content-length': length, 'content-type': contentType } = request.headers;
    if (Number(length) > 0) assertJson(contentType);
    await new Promise<void>((resolve, reject) => {
      receive(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
    });
    const bytes: unknown = request.body;
    request.body = undefined;
    if (!(bytes instanceof Uint8Array) || bytes.length === 0) return;
    assertJson(contentType);
    request.body = parseJson(bytes);
  };
}
