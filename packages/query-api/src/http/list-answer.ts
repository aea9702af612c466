import { clock } from '@order-ledger/platform/clock';
import type { Log } from '@order-ledger/platform/log';
import type { Page } from '@order-ledger/read-model/reading/keyset';
import { countOrders } from '@order-ledger/read-model/reading/list-orders';
import { listOrdersAsOf } from '@order-ledger/read-model/reading/list-orders-as-of';
import type { FirstPages } from '../first-pages.ts';
import { createListedOrders } from '../listed-orders.ts';
import type { ListAnswer } from '../presentation/answers.ts';
import { presentPastOrder } from '../presentation/order.ts';
import { textAt } from '../presentation/order-text.ts';
import type { Seals } from '../seal.ts';
import type { Source, Sources } from '../sources.ts';
import { asOf } from './as-of.ts';
import { refuseForeignFilters } from './audience-filters.ts';
import { type ListQuery, readListQuery } from './list-query.ts';
import { type Answer, answerText, keepPrivate, type Question, tellFreshness } from './question.ts';

interface ListAnswerOptions {
  sources: Sources;
  seals: Seals;
  firstPages?: FirstPages;
  log: Log;
}

/** A total is a help for the eye, not a figure to reckon with. */
const MOST_COUNTED = 10_000;
const linkTo = (cursor: string, limit: number, rel: string): string =>
  `</v1/orders?${new URLSearchParams({ cursor, limit: String(limit) })}>; rel="${rel}"`;

/** Lists of orders, as they are or as of a time. */
export const listAnswer = ({ sources, seals, firstPages, log }: ListAnswerOptions): Answer => {
  const listed = createListedOrders({ primary: () => sources.primary(), firstPages, log });

  /** The page's orders as one JSON text, with what the cursors and links are made of. */
  const listPage = async (
    source: Source,
    { scope, audience }: Question,
    query: ListQuery,
    past: ReturnType<typeof asOf>,
  ): Promise<{ page: Page<{ readonly list_key: readonly string[] }>; orders: string }> => {
    const { filters, sort, limit, place } = query;
    const wanted = { filters, sort, limit, place };
    if (past === undefined) {
      const now = new Date(clock.now());
      const { keys, texts } = await listed.read(source, scope, audience, wanted);
      return { page: keys, orders: `[${texts.map((text) => textAt(text, now)).join(',')}]` };
    }
    const page = await listOrdersAsOf(source, scope, { ...wanted, at: past.at });
    return { page, orders: JSON.stringify(page.rows.map((order) => presentPastOrder(order, audience, past.at))) };
  };

  return async (question) => {
    const { request, response, scope } = question;
    const query = readListQuery(request.query, seals);
    refuseForeignFilters(question.audience, query.filters, query.sort);
    const source = await sources.lists();
    tellFreshness(response, source);
    const past = asOf(query.as_of, source);
    const { page, orders } = await listPage(source, question, query, past);
    const [first, last] = [page.rows[0], page.rows.at(-1)];
    const next = page.behind && last !== undefined ? query.cursorAt(last.list_key, false) : null;
    const prev = page.before && first !== undefined ? query.cursorAt(first.list_key, true) : null;
    const rest: Omit<ListAnswer, 'orders'> = { next_cursor: next, prev_cursor: prev, ...past?.told };
    if (query.total && past === undefined) {
      const total = await countOrders(source, scope, query, MOST_COUNTED + 1);
      Object.assign(rest, { total: Math.min(total, MOST_COUNTED), total_is_more: total > MOST_COUNTED });
    }
    const links = [
      ...(next === null ? [] : [linkTo(next, query.limit, 'next')]),
      ...(prev === null ? [] : [linkTo(prev, query.limit, 'prev')]),
    ];
    if (links.length > 0) response.set('Link', links.join(', '));
    keepPrivate(response);
    answerText(response, `{"orders":${orders},${JSON.stringify(rest).slice(1)}`);
  };
};
