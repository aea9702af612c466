import type { Scope } from '@order-ledger/domain/sight';
import type { Log } from '@order-ledger/platform/log';
import type { Page } from '@order-ledger/read-model/reading/keyset';
import type { ListRequest } from '@order-ledger/read-model/reading/list-form';
import { type ListedKey, listKeys } from '@order-ledger/read-model/reading/list-keys';
import { listOrders, readListed, type VersionedOrder } from '@order-ledger/read-model/reading/list-orders';
import type { Audience } from './audience.ts';
import type { FirstPages } from './first-pages.ts';
import { createKeptTexts, type KeptTexts } from './kept-texts.ts';
import { type OrderText, orderText, sizeOfText } from './presentation/order-text.ts';
import type { Source } from './sources.ts';

/** A page whose orders are JSON text already, but for the time of the answer. */
export interface TextPage {
  readonly keys: Page<ListedKey>;
  readonly texts: readonly OrderText[];
}

export interface ListedOrders {
  read(source: Source, scope: Scope, audience: Audience, request: ListRequest): Promise<TextPage>;
}

interface ListedOrdersOptions {
  /** The server whose rows the first pages name. */
  readonly primary: () => Promise<Source>;
  readonly firstPages: FirstPages | undefined;
  readonly log: Log;
}

/**
 * Lists as texts: a page needs of most of its orders only which they are, in which versions of their rows, and reads the
 * rows of those that nobody was shown before.
 */
export const createListedOrders = (
  { primary, firstPages, log }: ListedOrdersOptions,
  kept: KeptTexts<OrderText> = createKeptTexts('lists', sizeOfText),
): ListedOrders => {
  const textsOf = async (
    reader: Pick<Source, 'pool' | 'schema'>,
    audience: Audience,
    keys: readonly ListedKey[],
  ): Promise<OrderText[] | undefined> => {
    const of = ({ order_id, row_version }: ListedKey | VersionedOrder) => ({
      ...{ schema: reader.schema, audience, order_id, row_version },
    });
    const made = new Map<string, OrderText>();
    const known = keys.map((key) => kept.get(of(key)));
    const missing = keys.filter((_, index) => known[index] === undefined).map(({ order_id }) => order_id);
    kept.count(keys.length - missing.length, missing.length);
    if (missing.length > 0) {
      for (const order of await readListed(reader, missing)) {
        const text = orderText(order, audience);
        kept.set(of(order), text);
        made.set(`${order.order_id}${order.row_version}`, text);
      }
    }
    const texts = keys.map(({ order_id, row_version }, index) => known[index] ?? made.get(`${order_id}${row_version}`));
    // A row that was written again since the page was read belongs to another moment than the others.
    return texts.every((text) => text !== undefined) ? texts : undefined;
  };

  /** Keys and rows of one moment; the rows are read whether they are known or not. */
  const whole = async (source: Source, scope: Scope, audience: Audience, request: ListRequest): Promise<TextPage> => {
    const page = await listOrders(source, scope, request);
    return { keys: page, texts: page.rows.map((order) => orderText(order, audience)) };
  };

  /** A page that Redis has, with rows of the server that it was read from. */
  const ofFirstPages = async (
    source: Source,
    scope: Scope,
    audience: Audience,
    request: ListRequest,
  ): Promise<TextPage | undefined> => {
    const keys = await firstPages?.read(source, scope, request);
    if (keys === undefined) return undefined;
    try {
      const reader = await primary();
      const texts = reader.version === source.version ? await textsOf(reader, audience, keys.rows) : undefined;
      return texts && { keys, texts };
    } catch (error) {
      // A replica may do; where the primary is asked again it says itself what it lacks.
      log.debug('could not read the rows of a first page', { error });
      return undefined;
    }
  };

  return {
    read: async (source, scope, audience, request) => {
      const first = await ofFirstPages(source, scope, audience, request);
      if (first !== undefined) return first;
      const keys = await listKeys(source, scope, request);
      const texts = await textsOf(source, audience, keys.rows);
      return texts === undefined ? whole(source, scope, audience, request) : { keys, texts };
    },
  };
};
