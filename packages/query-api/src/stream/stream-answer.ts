import { once } from 'node:events';
import { onAbort } from '@order-ledger/platform/aborted';
import { clock } from '@order-ledger/platform/clock';
import type { Authenticator, Caller } from '@order-ledger/platform/http/authenticate';
import type { PartnerKeys } from '@order-ledger/platform/http/partner-keys';
import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Share } from '@order-ledger/platform/http/shares';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import { type Place, placeOf, type StreamedEntry } from '@order-ledger/read-model/reading/told-events';
import type { Response } from 'express';
import { admit, OWN_ORDERS } from '../http/access.ts';
import { refuseForeignFilters } from '../http/audience-filters.ts';
import { filtersOf } from '../http/list-filters.ts';
import { readParameters } from '../http/parameter-forms.ts';
import { eventsParameters } from '../http/parameters.ts';
import { type Answer, type Question, tellFreshness } from '../http/question.ts';
import type { StreamedAnswer } from '../presentation/answers.ts';
import { PRIORITY_NAMES } from '../presentation/order-fields.ts';
import { presentEntry } from '../presentation/timeline-entry.ts';
import type { Seals } from '../seal.ts';
import type { Sources } from '../sources.ts';
import { inScope, ownerAfter, passing } from './filters.ts';
import { PLAIN, type PlaceForm, sealedFor } from './place-form.ts';
import { resumeAt } from './resume.ts';
import type { Tail } from './tail.ts';

interface StreamOptions {
  sources: Sources;
  tail: Tail;
  seals: Seals;
  log: Log;
  authenticate: Authenticator;
  heartbeatMs: number;
  /** How often the credential is looked at again, milliseconds. */
  recheckMs: number;
  /** Of the streams that this instance may have open. */
  share: Share;
  keys: Pick<PartnerKeys, 'limitsOf'>;
  /** Ends every stream: the process stops. */
  stopping: AbortSignal;
}

const metrics = defineMetrics({
  open: { type: 'gauge', name: 'event_streams_open', help: 'Streams of events that are open' },
  sent: { type: 'counter', name: 'event_stream_events_total', help: 'Events sent on streams' },
  restarts: {
    type: 'counter',
    name: 'event_stream_restarts_total',
    help: 'Streams that started over, because their Last-Event-ID belongs to another read model',
  },
});

/** Milliseconds that a client waits before it connects again. */
const RETRY_MS = 2_000;
/** A comment, which clients ignore: it tells a person who reads the stream why events come again. */
const TOLD_AGAIN = ': this id is of another read model: everything is told from the beginning\n\n';
/** A longer timer would overflow and fire at once; the credential is looked at again long before. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const presentStreamed = (entry: StreamedEntry, question: Question): StreamedAnswer | null => {
  const event = presentEntry(entry, question, entry.asked);
  if (event === null) return null;
  const { order_id, partner_id, claim_operator, due_at } = entry;
  const ofTheHouse = {
    partner_id,
    owner: ownerAfter(entry),
    priority: PRIORITY_NAMES[entry.priority] as string,
    due_at: due_at?.toISOString() ?? null,
    ...(claim_operator === null ? {} : { claim_operator }),
  };
  return { order_id, ...(question.audience === 'staff' ? ofTheHouse : {}), ...event };
};

/** Aborts when the stream has to end: the reader is gone, the process stops, the credential holds no longer. */
const lifeOf = (question: Question, { stopping, authenticate, recheckMs }: StreamOptions): AbortSignal => {
  const { request, response, caller } = question;
  const over = new AbortController();
  const end = (): void => over.abort();
  const recheck = async (): Promise<void> => {
    try {
      admit(OWN_ORDERS, await authenticate(request.headers.authorization));
    } catch (error) {
      // If the credential cannot be checked now, it is checked later; only a refusal ends the stream.
      if (error instanceof ProblemError && error.status < 500) end();
    }
  };
  const timer = setInterval(() => void recheck(), recheckMs);
  const expiry = expiryTimer(caller, end);
  response.once('close', end);
  const leave = onAbort(stopping, end);
  onAbort(over.signal, () => {
    clearInterval(timer);
    clearTimeout(expiry);
    leave();
  });
  if (response.destroyed) end();
  return over.signal;
};

const expiryTimer = (caller: Caller, end: () => void): NodeJS.Timeout | undefined =>
  caller.kind === 'partner'
    ? undefined
    : setTimeout(end, Math.min(LONGEST_TIMER_MS, caller.expiresAt.getTime() - clock.now()));

const write = async (response: Response, text: string, signal: AbortSignal): Promise<void> => {
  if (signal.aborted || response.write(text)) return;
  // A slow reader is waited for, so that what it has not read yet stays in the table and not in our memory.
  await once(response, 'drain', { signal }).catch(() => undefined);
};

const pump = async (question: Question, options: StreamOptions, form: PlaceForm, from: Place, again: boolean) => {
  const { tail, heartbeatMs } = options;
  const { request, response, scope } = question;
  const passes = passing(filtersOf(readParameters(eventsParameters, request.query)));
  const signal = lifeOf(question, options);
  let place = from;
  // Ids without events move the reader past events that are not for him, so that he does not resume before them.
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(`id: ${form.write(place)}\n: heartbeat\n\n`);
  }, heartbeatMs);
  try {
    if (again) await write(response, TOLD_AGAIN, signal);
    await write(response, `retry: ${RETRY_MS}\nid: ${form.write(place)}\n\n`, signal);
    while (!signal.aborted) {
      const entries = await tail.after(place);
      for (const entry of entries) {
        if (signal.aborted) break;
        place = placeOf(entry);
        const shown =
          inScope(scope, entry) && passes(entry, new Date(clock.now())) ? presentStreamed(entry, question) : null;
        if (shown === null) continue;
        await write(response, `id: ${form.write(place)}\nevent: order\ndata: ${JSON.stringify(shown)}\n\n`, signal);
        metrics.sent.inc({});
      }
      if (entries.length === 0) await tail.changed(place, signal);
    }
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
};

/** Events as they are recorded, as server-sent events. What is missed is made up for by Last-Event-ID. */
export const streamAnswer = (options: StreamOptions): Answer => {
  const { sources, tail, seals, log, share, keys } = options;
  let open = 0;

  const tell = async (question: Question, form: PlaceForm, place: Place, again: boolean): Promise<void> => {
    const { request, response } = question;
    if (again) {
      metrics.restarts.inc({});
      log.info('a stream of events starts over: its Last-Event-ID belongs to another read model');
    }
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // A proxy that gathers the answer before it passes it on would make a stream useless.
      'X-Accel-Buffering': 'no',
    });
    if (request.method === 'HEAD') return void response.end();
    response.flushHeaders();
    open += 1;
    metrics.open.set({}, open);
    try {
      await pump(question, options, form, place, again);
    } finally {
      open -= 1;
      metrics.open.set({}, open);
    }
  };

  return async (question) => {
    const { request, response, caller, audience } = question;
    const { last_event_id, ...filters } = readParameters(eventsParameters, request.query);
    refuseForeignFilters(audience, filtersOf(filters));
    const form = audience === 'staff' ? PLAIN : sealedFor(caller.name, seals);
    const given = request.headers['last-event-id'] ?? last_event_id;
    const id = given === undefined || given === '' ? null : form.read(String(given));
    if (id === undefined) {
      throw new ProblemError(400, 'last-event-id', 'Last-Event-ID is not one that this stream gave you: leave it out.');
    }
    const source = await sources.primary();
    tellFreshness(response, source);
    const { place, again } = id === null ? { place: tail.end(), again: false } : await resumeAt(source, id);
    const free = share.take(caller, caller.kind === 'partner' ? keys.limitsOf(caller.keyId) : undefined);
    try {
      await tell(question, form, place, again);
    } finally {
      free();
    }
  };
};
