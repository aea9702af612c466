import type { Actor } from '@order-ledger/domain/grants';
import type { Scope } from '@order-ledger/domain/sight';
import { type OrderAlone, type OrderVersion, readOrderAlone } from '@order-ledger/read-model/reading/order-alone';
import { type OrderDetail, withMoneyOf } from '@order-ledger/read-model/reading/order-columns';
import { readTimeline } from '@order-ledger/read-model/reading/timeline';
import type { Audience } from './audience.ts';
import { createGatheredVersions } from './gathered-versions.ts';
import { createKeptTexts, type KeptTexts } from './kept-texts.ts';
import { isOutline } from './presentation/order.ts';
import { NO_LIFE, presentLife, transitionsOf } from './presentation/order-detail.ts';
import { type OrderText, orderText, sizeOfText, textAt } from './presentation/order-text.ts';
import { lifeOf, orderAfter, type ToldOrder } from './presentation/past-order.ts';
import type { Source } from './sources.ts';

/** One order's answer, but for the time of it and for who asks. */
export interface AloneText {
  readonly order: OrderText;
  /** What a caller may do follows from it; null of an outline. */
  readonly lifecycle: OrderDetail['lifecycle'] | null;
  /** Of the answer what follows on the transitions. */
  readonly life: string;
}

/** Who may see it, and how much of it. */
export interface Sight {
  readonly scope: Scope;
  /** What a carrier is shown depends on who else was asked: that is read anew each time, and elsewhere. */
  readonly audience: Exclude<Audience, 'carrier'>;
}

export interface OrdersAlone {
  /**
   * Which version there is, undefined for an order that is not there or not to be seen.
   * @param wanted whether the answer will be wanted too, as far as is known
   */
  version(source: Source, sight: Sight, orderId: string, wanted: boolean): Promise<OrderVersion | undefined>;
  /** The answer in the version that was read, or in a later one; undefined if the order has gone. */
  text(
    source: Source,
    sight: Sight,
    orderId: string,
    version: OrderVersion,
  ): Promise<[OrderVersion, AloneText] | undefined>;
}

/** More events than any order has; a guard for the memory. */
const WHOLE_HISTORY = 20_000;
/** An object of so many characters as JSON takes about so many bytes each. */
const BYTES_OF_JSON = 6;

const sizeOfAlone = ({ order, lifecycle, life }: AloneText): number =>
  sizeOfText(order) + 2 * life.length + BYTES_OF_JSON * JSON.stringify(lifecycle).length;

const isAlone = (version: OrderVersion): version is OrderAlone => 'events' in version;

/** Single orders: their lives are folded once for each version of their rows. */
export const createOrdersAlone = (kept: KeptTexts<AloneText> = createKeptTexts('alone', sizeOfAlone)): OrdersAlone => {
  const toldOf = async (source: Source, { scope }: Sight, alone: OrderAlone): Promise<ToldOrder | null> => {
    const { order, events, money_known } = alone;
    if (money_known) return lifeOf(order, events);
    // An order from before its row said so has it in its history.
    const entries = await readTimeline(source, scope, order.order_id, { after: 0, limit: WHOLE_HISTORY });
    const told = orderAfter(entries.filter(({ event_version }) => event_version <= order.event_version));
    return told && { ...told, order: withMoneyOf(told.order, order) };
  };

  const textOf = async (source: Source, sight: Sight, alone: OrderAlone): Promise<AloneText> => {
    const { audience } = sight;
    if (isOutline(alone)) {
      const life = JSON.stringify(NO_LIFE).slice(1);
      return { order: orderText(alone.order, audience), lifecycle: null, life };
    }
    const told = await toldOf(source, sight, alone);
    if (told === null) throw new Error(`order ${alone.order.order_id} has a row and no timeline`);
    return {
      order: orderText(told.order, audience),
      lifecycle: told.order.lifecycle,
      life: JSON.stringify(presentLife(told, audience)).slice(1),
    };
  };

  const versionOf = createGatheredVersions();
  const of = ({ schema }: Source, { audience }: Sight, order_id: string) => ({ schema, audience, order_id });

  return {
    // One statement tells all where the order was not asked for before.
    version: (source, sight, orderId, wanted) =>
      wanted && !kept.has(of(source, sight, orderId))
        ? readOrderAlone(source, sight.scope, orderId)
        : versionOf(source, sight.scope, orderId),
    text: async (source, sight, orderId, version) => {
      const there = kept.get({ ...of(source, sight, orderId), row_version: version.row_version });
      kept.count(there === undefined ? 0 : 1, there === undefined ? 1 : 0);
      if (there !== undefined) return [version, there];
      const alone = isAlone(version) ? version : await readOrderAlone(source, sight.scope, orderId);
      if (alone === undefined) return undefined;
      const text = await textOf(source, sight, alone);
      kept.set({ ...of(source, sight, orderId), row_version: alone.row_version }, text);
      return [alone, text];
    },
  };
};

/** The answer for this caller at this time. */
export const aloneAt = ({ order, lifecycle, life }: AloneText, actor: Actor, now: Date): string => {
  const transitions = lifecycle === null ? [] : transitionsOf({ lifecycle }, actor);
  return `${textAt(order, now).slice(0, -1)},"allowed_transitions":${JSON.stringify(transitions)},${life}`;
};
