import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { REFERENCES_TO_PEOPLE, REFERENCES_TO_THINGS } from '@order-ledger/domain/reference';
import { ACTORS } from './actors.ts';
import { journeyTo, partnersOrder, walk } from './journeys.ts';
import { MODEL_SHA256, PRICE, TEXT } from './rightful.ts';
import { act } from './specification.ts';

const carrierOf = (carrier: string): Actor => ({ ...ACTORS.carrier, id: `process:${carrier}`, carrier });
/** dpd is asked, speaks and declines; cdek is asked and brings the parcel; post is never asked. */
export const CARRIERS = { dpd: carrierOf('dpd'), cdek: carrierOf('cdek'), post: carrierOf('post') } as const;
const { dpd, cdek } = CARRIERS;

const made = walk(
  journeyTo('MANUFACTURING_STARTED', partnersOrder('planted')),
  ['HoldOrder', { body: { reason: 'PAYMENT_RISK' } }],
  'ResumeOrder',
  'ReportError',
  'ResolveError',
  'FailManufacturing',
  'RequireRework',
  'StartManufacturing',
  'CompleteManufacturing',
  'StartPackaging',
  'CompletePackaging',
  'RequestShipment',
);
const waiting = act(made, 'AddNote');
const declined = walk(waiting, ['RecordCarrierEvent', { as: dpd }], ['DeclineShipment', { as: dpd }]);
const asked = act(walk(declined, 'StartPackaging', 'CompletePackaging'), 'RequestShipment', {
  body: { carrier: 'cdek' },
});
const shipped = walk(
  asked,
  ['RecordCarrierEvent', { as: cdek, body: { carrier: 'cdek', tracking_number: 'track-1' } }],
  ['ConfirmShipment', { as: cdek }],
);
const story = walk(
  shipped,
  ['RecordCarrierEvent', { as: cdek, body: { carrier: 'cdek', kind: 'DELAYED' } }],
  ['ConfirmDelivery', { as: cdek }],
  'RequestReturn',
);

/** One order's life, and how far it had come each time. */
export const STAGES = {
  begun: journeyTo('FILE_UPLOADED', partnersOrder('planted')),
  priced: journeyTo('PRICE_CALCULATED', partnersOrder('planted')),
  started: journeyTo('MANUFACTURING_STARTED', partnersOrder('planted')),
  waiting,
  declined,
  asked,
  shipped,
  story,
} as const;

const dpdFrom = waiting.events.findIndex(({ type }) => type === 'ShipmentRequested') + 1;
export const cdekFrom = asked.events.length;

const MARKED: readonly string[] = [
  ...REFERENCES_TO_PEOPLE,
  ...REFERENCES_TO_THINGS,
  'upload_id',
  'work_centre',
  'operator',
  'trace_id',
  'ref',
];
const PLANTED_NUMBERS: Readonly<Record<string, number>> = { machine_seconds: 7_654_321, weight: 4_204_242 };

/** Each value says whose it is: of the field, and of the carrier that was asked when it was planted. */
const planted = (value: unknown, of: string, field = ''): unknown => {
  if (typeof value === 'number') return PLANTED_NUMBERS[field] ?? value;
  if (typeof value === 'string') return MARKED.includes(field) ? `zq.${field}.${of}.${value}` : value;
  if (Array.isArray(value)) return value.map((item) => planted(item, of, field));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, planted(inner, of, name)]));
};

/** The life of the order with a mark in every reference, code of ours, free text's reference and correlation id. */
export const MARKED_EVENTS: readonly RecordedEvent[] = story.events.map((event) => {
  const { event_version, actor } = event.metadata;
  const of = event_version < dpdFrom ? 'house' : event_version < cdekFrom ? 'dpd' : 'cdek';
  const correlation_id = `zq.correlation_id.${actor.id}.${event_version}`;
  return { ...event, data: planted(event.data, of), metadata: { ...event.metadata, correlation_id } } as RecordedEvent;
});

/** A mark, its field and whose it is. */
export const MARK = /zq\.([a-z_]+)\.([\w:-]+)\.[^"\\\s,;]+/g;

/** The house's own, in what nobody can mark: closed lists, hashes, figures, who worked on it. */
const HOUSES_OWN: readonly RegExp[] = [
  /PAYMENT_RISK|FRAUD/,
  /INTEGRATION_FAILED|WARPING|SURFACE/,
  new RegExp(TEXT.hmac.slice(0, 32)),
  /sub:(oleg|petra|otto|lena|anna|quentin|sonya|walter)|process:(crm|process|pricing|manufacturing)/,
  /(?<![\da-f])7654321(?![\da-f])/,
];
/** What is between the house and who ordered. */
const CUSTOMERS: readonly RegExp[] = [
  new RegExp(MODEL_SHA256.slice(0, 32)),
  new RegExp(`(?<![\\da-f])(${PRICE.amount}|4204242)(?![\\da-f])`),
  /acme/,
];
const TO_CARRIERS = [...HOUSES_OWN, ...CUSTOMERS];

/** What each audience must not read, whatever it asks: the partner whose order it is, another, three carriers, the store. */
export const SECRET_FROM: Readonly<Record<string, readonly RegExp[]>> = {
  acme: HOUSES_OWN,
  bolt: [...TO_CARRIERS, /dpd|cdek/],
  dpd: [...TO_CARRIERS, /cdek/],
  cdek: [...TO_CARRIERS, /dpd/],
  post: [...TO_CARRIERS, /dpd|cdek/],
  store: [...TO_CARRIERS, /dpd|cdek/],
};

/** The secrets of an audience that a text tells all the same. */
export const secretsIn = (text: string, audience: string): string[] =>
  (SECRET_FROM[audience] ?? []).flatMap((secret) => {
    const found = secret.exec(text);
    return found === null ? [] : [text.slice(Math.max(0, found.index - 60), found.index + 60)];
  });
