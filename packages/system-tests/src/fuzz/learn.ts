import type { Account } from '@order-ledger/demo/scenario/who';
import type { Answer } from './exchange.ts';
import type { Message } from './message.ts';
import { keep, type Stock } from './stock.ts';

const ACCOUNTS: Readonly<Record<string, Account>> = {
  'partner-prepaid': 'prepaid',
  'partner-invoice': 'invoice',
  'partner-deposit': 'deposit',
  'partner-short-quotes': 'short-quotes',
};

const jsonOf = (answer: Answer): Record<string, unknown> =>
  (answer.headers['content-type'] ?? '').includes('json') ? JSON.parse(answer.body.toString('utf8')) : {};

/** What an answer tells that later requests can speak of. */
export const learnFrom = (stock: Stock, message: Message, answer: Answer): void => {
  if (answer.status >= 300) return;
  const { uploadContent, upload, command } = message.about;
  const offset = Number(answer.headers['upload-offset'] ?? Number.NaN);
  if (message.api === 'upload-api') {
    const { location } = answer.headers;
    if (uploadContent !== undefined && location !== undefined) {
      keep(stock.uploads, {
        path: location,
        as: message.as,
        content: uploadContent,
        offset: Number.isNaN(offset) ? 0 : offset,
      });
    } else if (upload !== undefined && !Number.isNaN(offset)) upload.offset = offset;
    return;
  }
  if (message.method === 'HEAD' || answer.body.length === 0) return;
  if (message.api === 'query-api') {
    const { next_cursor, prev_cursor } = jsonOf(answer);
    for (const cursor of [next_cursor, prev_cursor]) if (typeof cursor === 'string') keep(stock.cursors, cursor);
    const place = /^id: ?(.+)$/m.exec(answer.body.toString('utf8'))?.[1];
    if (answer.headers['content-type']?.startsWith('text/event-stream') && place !== undefined)
      keep(stock.places, place);
    return;
  }
  const { order_id } = jsonOf(answer);
  if (
    command === 'InitiateOrder' &&
    typeof order_id === 'string' &&
    !stock.orders.some((known) => known.order_id === order_id)
  )
    stock.orders.push({ order_id, account: ACCOUNTS[message.as] ?? 'house', status: 'INITIATED' });
};
