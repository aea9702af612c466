import { setTimeout as delay } from 'node:timers/promises';
import { clock } from '@order-ledger/platform/clock';
import { entityTags } from '@order-ledger/platform/http/entity-tags';
import { readAsked } from '@order-ledger/read-model/reading/asked';
import type { OrderVersion } from '@order-ledger/read-model/reading/order-alone';
import { readOrderRow } from '@order-ledger/read-model/reading/order-by-id';
import { type OrderDetail, withMoneyOf } from '@order-ledger/read-model/reading/order-columns';
import { readStaleness, type Staleness } from '@order-ledger/read-model/reading/staleness';
import { readTimeline, type TimelineEntry } from '@order-ledger/read-model/reading/timeline';
import { aloneAt, createOrdersAlone } from '../orders-alone.ts';
import { askedIn, carriersPart, isOwnCarrier, ofCarrier } from '../presentation/carriers-part.ts';
import { visitsAnswer } from '../presentation/history.ts';
import { isOutline } from '../presentation/order.ts';
import { presentDetail, presentOutline, presentStaleness } from '../presentation/order-detail.ts';
import { orderAfter, stateAfter, type ToldOrder } from '../presentation/past-order.ts';
import { presentProspects } from '../presentation/prospects.ts';
import { presentEntry } from '../presentation/timeline-entry.ts';
import type { Source, Sources } from '../sources.ts';
import { asOf } from './as-of.ts';
import { readParameters } from './parameter-forms.ts';
import { asOfOnly, noParameters, orderParameters, timelineParameters } from './parameters.ts';
import {
  type Answer,
  answerText,
  keepPrivate,
  orderIdOf,
  type Question,
  tellFreshness,
  unknownOrder,
} from './question.ts';

interface OrderAnswersOptions {
  sources: Sources;
  minVersionWaitMs: number;
}

/** More events than any order has; a guard for the memory, not a page. */
const WHOLE_HISTORY = 20_000;
const LOOK_AGAIN_MS = 20;
/** Seconds to wait for a stale order: it is shown again only when an operator has removed the cause. */
const STALE_RETRY_S = '60';

/** Everything about single orders. */
export const orderAnswers = ({ sources, minVersionWaitMs }: OrderAnswersOptions) => {
  const alone = createOrdersAlone();

  /** How far an order is told to a carrier: to its end, and to a former one to where the next one was asked. */
  const toldTo = async (source: Source, { scope }: Question, order: OrderDetail): Promise<number> => {
    const { endsAt } = carriersPart(scope, await readAsked(source, order.order_id));
    return Math.min(order.event_version, endsAt - 1);
  };

  /** What `look` finds, once it is of the version that the caller knows of; at the latest when the wait is over. */
  const onceThere = async <Found extends { is_stale: boolean }>(
    request: Question['request'],
    minVersion: number,
    look: () => Promise<{ found: Found | undefined; version: number }>,
  ) => {
    const deadline = performance.now() + minVersionWaitMs;
    for (;;) {
      const seen = await look();
      // No use in waiting: a stale order does not catch up by itself.
      const there = seen.version >= minVersion || seen.found?.is_stale === true;
      if (there || performance.now() >= deadline || request.destroyed) return seen;
      await delay(LOOK_AGAIN_MS);
    }
  };

  /** An order's events; a carrier's only where it had been asked, and to where the next one was. */
  const historyOf = async (
    source: Source,
    question: Question,
    orderId: string,
    at?: Date,
  ): Promise<TimelineEntry[]> => {
    const { scope, audience } = question;
    const request = { after: 0, limit: WHOLE_HISTORY, ...(at === undefined ? {} : { at }) };
    const entries = await readTimeline(source, scope, orderId, request);
    if (audience !== 'carrier') return entries;
    const asked = askedIn(entries);
    const { endsAt } = carriersPart(scope, asked);
    const ofHouse = scope !== 'everything' && scope.some((part) => 'house' in part) && !entries[0]?.data.partner_id;
    if (!ofHouse && !asked.some(({ carrier }) => isOwnCarrier(scope, carrier))) return [];
    return entries.filter(({ event_version }) => event_version < endsAt);
  };

  const toldOf = ({ scope, audience }: Question, entries: readonly TimelineEntry[]): ToldOrder | null => {
    const told = orderAfter(entries);
    if (told === null || audience !== 'carrier') return told;
    return { ...told, history: ofCarrier(told.history, carriersPart(scope, askedIn(entries))) };
  };

  /** To a carrier the order is told as far as it is its business. */
  const presentCarriers = async (source: Source, question: Question, order: OrderDetail, version: number) => {
    const shown = { ...question, now: new Date(clock.now()) };
    if (isOutline(order)) return presentOutline(order, shown);
    // Read after the row: newer events are left out, so that both show the same version.
    const entries = await historyOf(source, question, order.order_id);
    const told = toldOf(
      question,
      entries.filter(({ event_version }) => event_version <= version),
    );
    if (told === null) throw new Error(`order ${order.order_id} has a row and no timeline`);
    // The row is of a later version than a former carrier is shown.
    if (version < order.event_version) return presentDetail(told, shown);
    // An order from before its row said so has it in its history.
    return presentDetail({ ...told, order: withMoneyOf(told.order, order) }, shown);
  };

  const pastAnswer = async (
    source: Source,
    question: Question,
    orderId: string,
    past: NonNullable<ReturnType<typeof asOf>>,
  ) => {
    const then = toldOf(question, await historyOf(source, question, orderId, past.at));
    const { response, scope } = question;
    if (then === null) {
      const order = await readOrderRow(source, scope, orderId);
      if (order === undefined || !isOutline(order) || order.sort_key > past.at.getTime() * 1_000) throw unknownOrder();
      keepPrivate(response);
      return void response.json({ ...presentOutline(order, { ...question, now: past.at }), ...past.told });
    }
    response.set('ETag', `"v${then.order.event_version}"`);
    keepPrivate(response);
    response.json({ ...presentDetail(then, { ...question, now: past.at }), ...past.told });
  };

  /** Answers a caller who has this version with 304; whether he was. */
  const hadIt = (
    { request, response }: Question,
    { version, is_stale, min_version }: { version: number; is_stale: boolean; min_version: number },
  ): boolean => {
    const tag = `v${version}`;
    response.set('ETag', `"${tag}"`);
    keepPrivate(response);
    const late = version < min_version;
    if (late) response.set('Retry-After', is_stale ? STALE_RETRY_S : '1');
    response.status(late ? 202 : 200);
    // A caller that has this version cannot know yet that the order has become stale.
    if (late || is_stale || !matches(request.headers['if-none-match'], tag)) return false;
    response.status(304).end();
    return true;
  };

  const carriersAnswer = async (source: Source, question: Question, orderId: string, min_version: number) => {
    const { found, version } = await onceThere(question.request, min_version, async () => {
      const order = await readOrderRow(source, question.scope, orderId);
      return { found: order, version: order === undefined ? 0 : await toldTo(source, question, order) };
    });
    if (found === undefined) throw unknownOrder();
    if (hadIt(question, { version, is_stale: found.is_stale, min_version })) return;
    question.response.json(await presentCarriers(source, question, found, version));
  };

  const orderAnswer: Answer = async (question) => {
    const { request, response, scope, audience, actor } = question;
    const orderId = orderIdOf(question);
    const { as_of, min_version = 0 } = readParameters(orderParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const past = asOf(as_of, source);
    if (past !== undefined) return pastAnswer(source, question, orderId, past);
    if (audience === 'carrier') return carriersAnswer(source, question, orderId, min_version);
    const sight = { scope, audience };
    const wanted = request.headers['if-none-match'] === undefined && min_version === 0;
    const { found } = await onceThere(request, min_version, async () => {
      const order = await alone.version(source, sight, orderId, wanted);
      return { found: order, version: order?.event_version ?? 0 };
    });
    if (found === undefined) throw unknownOrder();
    const told = ({ event_version, is_stale }: OrderVersion) => ({ version: event_version, is_stale, min_version });
    if (hadIt(question, told(found))) return;
    const [version, text] = (await alone.text(source, sight, orderId, found)) ?? [];
    if (version === undefined || text === undefined) throw unknownOrder();
    // It may be of a later version than the one that was looked at.
    if (version !== found && hadIt(question, told(version))) return;
    answerText(response, aloneAt(text, actor, new Date(clock.now())));
  };

  /** Of an order that may have no event in the tables: what it is for this caller, by then. */
  const outlineOf = (standing: Staleness | undefined, past: ReturnType<typeof asOf>): Staleness | undefined =>
    standing !== undefined && isOutline(standing) && (past === undefined || standing.created_at <= past.at)
      ? standing
      : undefined;

  const timelineAnswer: Answer = async (question) => {
    const { request, response, scope, audience } = question;
    const order_id = orderIdOf(question);
    const { as_of, after, limit } = readParameters(timelineParameters, request.query);
    const source = await sources.lists();
    tellFreshness(response, source);
    const past = asOf(as_of, source);
    const at = past === undefined ? {} : { at: past.at };
    // Only all events together tell which of them are a carrier's business.
    const whole = audience === 'carrier' ? await historyOf(source, question, order_id, past?.at) : undefined;
    const entries =
      whole?.filter(({ event_version }) => event_version > after).slice(0, limit + 1) ??
      (await readTimeline(source, scope, order_id, { after, limit: limit + 1, ...at }));
    // An order that is there has a first event; after a later one there may be none.
    const first = (): Promise<TimelineEntry[]> => readTimeline(source, scope, order_id, { after: 0, limit: 1, ...at });
    const standing = await readStaleness(source, scope, order_id);
    if (entries.length === 0 && (whole ?? (await first())).length === 0 && outlineOf(standing, past) === undefined)
      throw unknownOrder();
    const asked = askedIn(whole ?? []);
    const page = entries.slice(0, limit);
    keepPrivate(response);
    response.json({
      order_id,
      ...(standing === undefined ? {} : presentStaleness(standing, audience)),
      events: page.map((entry) => presentEntry(entry, question, asked)).filter((event) => event !== null),
      next_after: entries.length > limit ? (page.at(-1)?.event_version ?? null) : null,
      ...past?.told,
    });
  };

  const stagesAnswer: Answer = async (question) => {
    const { request, response } = question;
    const order_id = orderIdOf(question);
    const { as_of } = readParameters(asOfOnly, request.query);
    const source = await sources.lists();
    tellFreshness(response, source);
    const past = asOf(as_of, source);
    const told = toldOf(question, await historyOf(source, question, order_id, past?.at));
    const standing = await readStaleness(source, question.scope, order_id);
    if (told === null && outlineOf(standing, past) === undefined) throw unknownOrder();
    keepPrivate(response);
    response.json({
      order_id,
      ...(standing === undefined ? {} : presentStaleness(standing, question.audience)),
      stages: told === null ? [] : visitsAnswer(told.history, question.audience, past?.at ?? new Date(clock.now())),
      ...past?.told,
    });
  };

  const prospectsAnswer: Answer = async (question) => {
    const { request, response, actor } = question;
    const order_id = orderIdOf(question);
    readParameters(noParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const order = await readOrderRow(source, question.scope, order_id);
    if (order === undefined) throw unknownOrder();
    const state = stateAfter(await historyOf(source, question, order_id));
    keepPrivate(response);
    response.json(presentProspects(state ?? order, state, actor, new Date(clock.now())));
  };

  return {
    readOrder: orderAnswer,
    readTimeline: timelineAnswer,
    readStages: stagesAnswer,
    readProspects: prospectsAnswer,
  };
};

/** Any of a list, weak or strong; `*` is any version at all. What is no list of tags asks for nothing. */
const matches = (header: string | undefined, tag: string): boolean => {
  const tags = entityTags(header ?? '');
  return tags === '*' || (tags?.includes(tag) ?? false);
};
