import { createParser } from 'eventsource-parser';
import { credential, noticeRefusal } from '../api/credential.ts';
import { problemOf } from '../api/problem.ts';
import type { StreamedEvent } from '../api/shapes.ts';
import { noteLag, noteStream } from './freshness.ts';
import { nextWait } from './waits.ts';

/** Events come in bundles, so that a thousand of them in a second are a few changes of the page and not a thousand. */
const BUNDLE_MS = 250;
/** The server is heard every 15 s, be it by a heartbeat; a connection that is silent for longer is dead. */
const SILENCE_MS = 40_000;

type Listener = (events: readonly StreamedEvent[]) => void;

const listeners = new Set<Listener>();
let bundle: StreamedEvent[] = [];
let bundled: ReturnType<typeof setTimeout> | undefined;

const hand = (): void => {
  const events = bundle;
  bundle = [];
  bundled = undefined;
  for (const listener of listeners) listener(events);
};

const take = (event: StreamedEvent): void => {
  bundle.push(event);
  if (bundled === undefined) bundled = setTimeout(hand, BUNDLE_MS);
};

/** Hands over what has happened, in bundles, as long as the stream is open. */
export const onEvents = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const beginnings = new Set<() => void>();

/**
 * Calls when the stream is open that tells nothing from before: of what was read until then, nobody tells what has
 * changed since.
 */
export const onBeginning = (listener: () => void): (() => void) => {
  beginnings.add(listener);
  return () => beginnings.delete(listener);
};

interface Reading {
  signal: AbortSignal;
  lastId: string | undefined;
  onId: (id: string) => void;
  onOpen: () => void;
}

/** Reads one connection until it ends. */
const read = async ({ signal, lastId, onId, onOpen }: Reading): Promise<void> => {
  const silence = new AbortController();
  const headers = { ...credential(), ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }) };
  let watch = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await fetch('/v1/events', { headers, signal: AbortSignal.any([signal, silence.signal]) });
    if (!response.ok || response.body === null) {
      noticeRefusal(response);
      throw await problemOf(response);
    }
    noteLag(response.headers.get('X-Projection-Lag-Ms'));
    onOpen();
    const parser = createParser({
      onEvent: ({ id, data }) => {
        if (id !== undefined) onId(id);
        if (data !== '') take(JSON.parse(data) as StreamedEvent);
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      clearTimeout(watch);
      watch = setTimeout(() => silence.abort(), SILENCE_MS);
      parser.feed(piece.value);
    }
  } finally {
    clearTimeout(watch);
  }
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    // Back on the net there is no reason to wait any longer.
    addEventListener('online', done);
    if (signal.aborted) done();
  });

/**
 * Keeps a stream of all events that this caller sees open, until the signal ends it: it goes on where it was cut, and
 * what was missed is made up for by Last-Event-ID.
 */
export const keepStream = async (signal: AbortSignal): Promise<void> => {
  let lastId: string | undefined;
  let failures = 0;
  noteStream('opening', new Date());
  while (!signal.aborted) {
    const began = new Date();
    try {
      await read({
        signal,
        lastId,
        onId: (id) => {
          lastId = id;
        },
        onOpen: () => {
          failures = 0;
          noteStream('open', new Date());
          if (lastId === undefined) for (const listener of beginnings) listener();
        },
      });
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      if (failures === 1) noteStream('lost', began);
      // An id that the stream does not know any more: it begins anew.
      if (error instanceof Error && error.message.includes('last-event-id')) lastId = undefined;
    }
    if (!signal.aborted) await pause(nextWait(failures, Math.random()), signal);
  }
  noteStream('off', new Date());
};
