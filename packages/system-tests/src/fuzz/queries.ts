import { sees } from '@order-ledger/domain/sight';
import type { Making } from './commands.ts';
import type { Operation, Parameter } from './documents.ts';
import { fromSchema, type Known } from './from-schema.ts';
import type { Message } from './message.ts';
import { standingOf } from './orders.ts';
import { anOrder } from './stock.ts';
import { REFERENCES, TEXTS, TIMES, UUIDS } from './values.ts';

const READERS = [
  'ops',
  'analyst',
  'crm.agent',
  'mes.lead',
  'store.service',
  'carrier.adapter',
  'partner-prepaid',
  'partner-invoice',
];

const recently = (): string[] => [60_000, 3_600_000, 86_400_000].map((ms) => new Date(Date.now() - ms).toISOString());

const valuesOf = ({ stock }: Making): Known => ({
  cursor: stock.cursors,
  last_event_id: stock.places,
  q: stock.orders.map(({ order_id }) => order_id),
  claimed_by: ['operator-1'],
  partner_id: ['partner-prepaid'],
  as_of: recently(),
  since: recently(),
  until: [new Date().toISOString(), '9999-12-31T23:59:59Z'],
  percentiles: ['50', '50,95', '0,100', '50,50,99', '99.9', '', ',', '1,2,3,4,5,6,7,8,9,10,11', 'NaN', '1e1'],
  format: ['json', 'csv'],
  min_version: [1, 2, 5, 1_000_000],
});

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** As forms encode it: a blank is a plus. */
const encoded = (text: string, plus: boolean): string => {
  const percent = encodeURIComponent(text.toWellFormed());
  return plus ? percent.replaceAll('%20', '+') : percent.replaceAll('%3A', ':').replaceAll('%2C', ',');
};

/** A repeated parameter stands there twice. */
const partsOf = ({ name }: Parameter, value: unknown, plus: boolean): string[] =>
  [value].flat().map((each) => `${name}=${encoded(textOf(each), plus)}`);

const queryOf = (operation: Operation, making: Making): string => {
  const { choices } = making;
  const known = valuesOf(making);
  const parts = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .filter(({ required }) => required || choices.chance(0.25))
    .flatMap((parameter) => {
      const drawn = fromSchema(parameter.schema, choices, known, parameter.name);
      const value = choices.chance(0.12) ? choices.one([...TEXTS, ...TIMES]) : drawn;
      const once = partsOf(parameter, value, choices.chance(0.2));
      return choices.chance(0.04) ? [...once, ...once] : once;
    });
  if (choices.chance(0.05)) parts.push(`${choices.one(['x', '__proto__', 'limit[]', 'a%', 'status[$ne]'])}=1`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
};

/** A question of the documents, or a page that is open to all; mostly about an order that exists. */
export const makeQuery = async (making: Making): Promise<Message> => {
  const { site, stock, choices, tag } = making;
  const open = choices.chance(0.05);
  const operation = choices.one(
    site.documents.operations.filter(
      ({ api, method, isPublic, path }) =>
        method === 'GET' && isPublic === open && (open || api === 'query-api' || path.includes('{event_version}')),
    ),
  );
  const order = choices.chance(0.9) ? anOrder(stock, choices) : null;
  const as = choices.one(READERS);
  const orderId = order?.order_id ?? choices.one([...UUIDS, ...REFERENCES]);
  const target = operation.path
    .replace('{order_id}', encodeURIComponent(orderId))
    .replace('{event_version}', String(choices.one([1, 1, 2, 3, 0, -1, 'x', Number.MAX_SAFE_INTEGER])));
  const onOrder = operation.path.includes('{order_id}') && order !== null;
  const standing = onOrder ? await standingOf(site, order.order_id) : null;
  const { actor } = site.caller(as);
  const foreign = standing !== null && actor !== null && !sees(actor, standing.state);
  const headers: [string, string][] = [['X-Correlation-Id', tag]];
  if (choices.chance(0.15))
    headers.push([
      'If-None-Match',
      choices.one(['"v1"', 'W/"v2"', '*', `"v${standing?.state.event_version ?? 3}"`, '"', 'v']),
    ]);
  if (choices.chance(0.2))
    headers.push([
      'Accept',
      choices.one([
        '*/*',
        'application/json',
        'text/csv',
        'text/csv;q=0.1, */*;q=0.01',
        'image/png',
        ';',
        'text/event-stream',
      ]),
    ]);
  if (operation.path === '/v1/events' && choices.chance(0.4))
    headers.push(['Last-Event-ID', choices.one([...stock.places, 'x', ''])]);
  return {
    api: operation.api,
    method: 'GET',
    target: `${target}${queryOf(operation, making)}`,
    headers,
    as,
    ...(foreign ? { foreign: true } : {}),
    about: onOrder ? { orderId } : {},
  };
};
