import type { Command, CommandOf, Context } from './command.ts';
import { carries } from './grants.ts';
import type { GuardCode } from './refusal.ts';
import type { OrderState } from './state.ts';
import type { Money } from './values.ts';

/** `null`: passed. A guard's `invalid` names what the caller can mend in the body (400); a code is a 409. */
export type GuardResult =
  | null
  | { code: GuardCode; text: string; holder?: OrderState['claim'] }
  | { invalid: { pointer: string; text: string }[] };

export type Guard = (state: OrderState, command: Command) => GuardResult;
/** Guards of the creation have no state to look at. */
export type CreationGuard = (command: CommandOf<'InitiateOrder'>) => GuardResult;

const no = (code: GuardCode, text: string): GuardResult => ({ code, text });
const invalid = (pointer: string, text: string): GuardResult => ({ invalid: [{ pointer, text }] });

/** A fact that only the shell can know is missing: a programming error of the shell, never the caller's. */
const gathered = <Key extends keyof Context>(command: Command, key: Key): NonNullable<Context[Key]> | null => {
  const value = command.context[key];
  if (value === undefined) throw new Error(`${command.command} was decided without context.${key}`);
  return value as NonNullable<Context[Key]> | null;
};

const passed = (deadline: string, at: string): boolean => Date.parse(at) > Date.parse(deadline);
const plusSeconds = (time: string, seconds: number): string =>
  new Date(Date.parse(time) + seconds * 1000).toISOString();
const bodyOf = <Fields>(command: Command): Partial<Fields> => command.body as Partial<Fields>;

/** The caller either holds the claim and shows its current token, or `otherwise` decides. */
const asHolder = (
  state: OrderState,
  command: Command,
  otherwise: (token: number | undefined) => GuardResult,
): GuardResult => {
  const token = bodyOf<{ fence_token: number }>(command).fence_token;
  if (state.claim === null || state.claim.operator !== command.actor.id) return otherwise(token);
  if (token !== state.claim.fence_token) return staleToken(state, token);
  return null;
};
const staleToken = (state: OrderState, token: number | undefined): GuardResult =>
  no(
    'stale-fence-token',
    `the fence token is ${token ?? 'absent'}, the claim's is ${state.claim?.fence_token ?? 'gone'}: claim again or send the current one`,
  );
const notHolder = (state: OrderState): GuardResult =>
  state.claim === null
    ? no('not-claimed', 'nobody holds the claim of this order: claim it first')
    : { code: 'not-claim-holder', text: `the claim is held by ${state.claim.operator}`, holder: state.claim };

export const CREATION_GUARDS: Readonly<Record<string, CreationGuard>> = {
  'account-usable': (command) => {
    const account = gathered(command, 'account');
    if (account === null || !account.active) return no('account-inactive', 'the account is not active');
    return account.quota_left ? null : no('quota-exhausted', "the month's quota of orders is used up");
  },
  'creation-consistent': ({ actor, body }) => {
    const agent = carries(actor, 'crm.agent');
    if ((body.channel === 'CRM') !== agent)
      return invalid('/channel', 'CRM is the channel of the CRM agents, and theirs only');
    if (body.partner_id !== undefined && !agent)
      return invalid('/partner_id', 'only a CRM agent names a partner: a key tells its own');
    if (body.remake_of_order_id !== undefined && !agent) {
      return invalid('/remake_of_order_id', 'only a CRM agent orders a remake, because a remake is free of charge');
    }
    return null;
  },
};

export const GUARDS: Readonly<Record<string, Guard>> = {
  'account-active': (_state, command) =>
    gathered(command, 'account')?.active ? null : no('account-inactive', 'the account is not active'),

  'upload-usable': (_state, command) => {
    const { sha256, upload_id } = bodyOf<{ upload_id: string; sha256: string }>(command);
    if (upload_id === undefined) return null;
    const upload = gathered(command, 'upload');
    if (upload === null) return no('unknown-upload', `there is no upload ${upload_id} of yours`);
    if (!upload.complete) return no('upload-unusable', 'the upload is not complete');
    if (!upload.valid) return no('upload-unusable', 'the uploaded file is not a valid model');
    return upload.sha256 === sha256
      ? null
      : no('upload-unusable', `the uploaded file has the SHA-256 ${upload.sha256}`);
  },

  'catalogue-has-specification': (state, command) => {
    const asked = {
      ...state.specification,
      ...bodyOf<{ material: string; process: string; finishing: string }>(command),
    };
    const catalogue = gathered(command, 'catalogue') ?? [];
    const among = (values: string[]): string => [...new Set(values)].sort().join(', ');
    const ofMaterial = catalogue.filter((entry) => entry.material === asked.material);
    if (ofMaterial.length === 0)
      return invalid('/material', `is not offered; materials: ${among(catalogue.map((e) => e.material))}`);
    const entry = ofMaterial.find((candidate) => candidate.process === asked.process);
    if (entry === undefined)
      return invalid(
        '/process',
        `is not offered for ${asked.material}; processes: ${among(ofMaterial.map((e) => e.process))}`,
      );
    if (asked.finishing === undefined || entry.finishings.includes(asked.finishing)) return null;
    return invalid(
      '/finishing',
      `is not offered for ${asked.material} by ${asked.process}; finishings: ${among([...entry.finishings])}`,
    );
  },

  'specification-changed': (state, command) => {
    const { note: _note, upload_id: _upload, ...changes } = bodyOf<Record<string, unknown>>(command);
    const current = state.specification as Record<string, unknown> | null;
    const differs = Object.entries(changes).some(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(current?.[field]),
    );
    return differs ? null : no('nothing-changed', 'the revision asks for what the order already has');
  },

  'next-price-attempt': (state, command) =>
    bodyOf<{ attempt: number }>(command).attempt === state.price_attempt + 1
      ? null
      : no('stale-attempt', `the next attempt is ${state.price_attempt + 1}`),

  'current-price-attempt': (state, command) => {
    const { attempt, job_id } = bodyOf<{ attempt: number; job_id: string }>(command);
    return attempt === state.price_attempt && job_id === state.price_job_id
      ? null
      : no('stale-attempt', `the current attempt is ${state.price_attempt} of job ${state.price_job_id}`);
  },

  'current-specification': (state, command) =>
    bodyOf<{ spec_version: number }>(command).spec_version === state.spec_version
      ? null
      : no('stale-specification', `the specification is that of event_version ${state.spec_version}`),

  'price-positive': (_state, command) =>
    (bodyOf<{ price: Money }>(command).price?.amount ?? 0) > 0
      ? null
      : no('price-not-positive', 'a price is more than 0'),

  'order-currency': (state, command) => {
    const { amount, price, credit, charge } = bodyOf<Record<'amount' | 'price' | 'credit' | 'charge', Money>>(command);
    const other = [amount, price, credit, charge].find(
      (money) => money !== undefined && money.currency !== state.terms.currency,
    );
    return other === undefined
      ? null
      : no('currency', `the order is in ${state.terms.currency}, not in ${other.currency}`);
  },

  'nothing-paid': (state) =>
    state.paid === 0 ? null : no('order-paid', 'money was paid for this order: refund it first'),

  'recalculation-due': (state, command) =>
    state.recalculation_requested || (state.quote !== null && passed(state.quote.valid_until, command.recorded_at))
      ? null
      : no(
          'not-due-for-recalculation',
          `the quote is valid until ${state.quote?.valid_until} and nobody asked for another`,
        ),

  'latest-quote': (state, command) =>
    state.quote?.quote_version === bodyOf<{ quote_version: number }>(command).quote_version
      ? null
      : no('outdated-quote', `the latest quote is ${state.quote?.quote_version}`),

  'quote-valid': (state, command) =>
    state.quote !== null && !passed(state.quote.valid_until, command.recorded_at)
      ? null
      : no('quote-expired', `the quote was valid until ${state.quote?.valid_until}: ask for a recalculation`),

  // A quote that was accepted stays good while the payment is on its way: QuoteAccepted asked for its validity.
  'quote-valid-or-accepted': (state, command) =>
    state.status === 'WAITING_PAYMENT' ? null : (GUARDS['quote-valid'] as Guard)(state, command),

  'due-paid': (state) => {
    const due = state.quote?.due_before_production.amount ?? 0;
    return state.paid >= due ? null : no('payment-missing', `${due} are due before production, ${state.paid} are paid`);
  },

  'holds-claim': (state, command) => asHolder(state, command, () => notHolder(state)),

  // A lead may act without the claim; while somebody holds it he must show that he knows of that claim.
  'holds-claim-or-leads': (state, command) =>
    asHolder(state, command, (token) => {
      if (!carries(command.actor, 'mes.lead')) return notHolder(state);
      return token === state.claim?.fence_token ? null : staleToken(state, token);
    }),

  // Quality inspects what others hold, so its word needs no token; one that it sends must be current.
  'holds-claim-or-inspects': (state, command) =>
    asHolder(state, command, (token) => {
      if (carries(command.actor, 'mes.quality') && token === undefined) return null;
      if (!carries(command.actor, 'mes.lead') && !carries(command.actor, 'mes.quality')) return notHolder(state);
      return token === state.claim?.fence_token ? null : staleToken(state, token);
    }),

  unclaimed: (state) =>
    state.claim === null
      ? null
      : { code: 'claimed', text: `the order is claimed by ${state.claim.operator}`, holder: state.claim },

  'not-claimed-by-another': (state, command) =>
    state.claim === null || state.claim.operator === command.actor.id
      ? null
      : { code: 'claimed', text: `the order is claimed by ${state.claim.operator}`, holder: state.claim },

  claimed: (state) => (state.claim === null ? notHolder(state) : null),

  'another-operator': (state, command) =>
    state.claim?.operator === bodyOf<{ to_operator: string }>(command).to_operator
      ? no('same-operator', 'that operator holds the claim already')
      : null,

  'current-claim': (state, command) => {
    if (state.claim === null) return notHolder(state);
    const token = bodyOf<{ fence_token: number }>(command).fence_token;
    return token === state.claim.fence_token ? null : staleToken(state, token);
  },

  'holds-claim-or-ends-it': (state, command) =>
    carries(command.actor, 'mes.lead') || carries(command.actor, 'claim.keeper')
      ? null
      : asHolder(state, command, () => notHolder(state)),

  'enough-made': (state, command) => {
    const ordered = (state.specification?.quantity ?? 0) - state.shortage;
    const made = state.good + (bodyOf<{ good_quantity: number }>(command).good_quantity ?? 0) - state.rejected;
    return made >= ordered ? null : no('not-enough-made', `${made} good pieces, ${ordered} are owed`);
  },

  'rejected-within-made': (state, command) => {
    const rejected = bodyOf<{ rejected_quantity: number }>(command).rejected_quantity ?? 0;
    return rejected <= state.good - state.rejected
      ? null
      : no('quantity', `${rejected} pieces rejected, ${state.good - state.rejected} were made`);
  },

  'shortage-within-ordered': (state, command) => {
    const owed = (state.specification?.quantity ?? 0) - state.shortage;
    return (bodyOf<{ quantity: number }>(command).quantity ?? 0) < owed
      ? null
      : no('quantity', `a shortage must leave at least one of the ${owed} pieces that are owed`);
  },

  'repack-only-after-decline': (state) =>
    state.status !== 'PACKAGING_COMPLETED' || state.shipment_declined
      ? null
      : no('repack-not-due', 'a packed order is packed again only after the carrier declined it'),

  'parcels-fit-delivery': (state, command) => {
    const parcels = bodyOf<{ parcels: unknown[] }>(command).parcels?.length ?? 0;
    const pickup = state.specification?.delivery?.method === 'PICKUP';
    if (pickup) return parcels === 0 ? null : no('parcels', 'an order for pick-up has no parcels');
    return parcels > 0 ? null : no('parcels', 'the parcels with weight and size are required, but for pick-up');
  },

  'carrier-known': (_state, command) => {
    const carriers = gathered(command, 'carriers') ?? [];
    const { carrier } = bodyOf<{ carrier: string }>(command);
    return carriers.some((known) => known === carrier)
      ? null
      : invalid('/carrier', `is not known; carriers: ${carriers.join(', ')}`);
  },

  'new-shipment-request': (state, command) =>
    state.shipment_requests.has(bodyOf<{ shipment_request_id: string }>(command).shipment_request_id ?? '')
      ? no('shipment-request-reused', 'this shipment_request_id was used before: a new request needs a new id')
      : null,

  'current-shipment-request': (state, command) =>
    state.shipment?.shipment_request_id === bodyOf<{ shipment_request_id: string }>(command).shipment_request_id
      ? null
      : no('other-shipment-request', `the current shipment request is ${state.shipment?.shipment_request_id}`),

  'own-carrier': (_state, { actor, body }) => {
    const { carrier } = body as { carrier?: string };
    return actor.carrier === undefined || actor.carrier === carrier
      ? null
      : invalid('/carrier', `must be ${actor.carrier}, the carrier of this credential`);
  },

  settled: (state, command) => {
    const { refund_id, remake_order_id, no_refund } =
      bodyOf<Record<'refund_id' | 'remake_order_id' | 'no_refund', string>>(command);
    if (refund_id ?? remake_order_id ?? no_refund)
      return no('return-settlement', 'refund, remake and no_refund close a returned order only');
    if (state.terms.payment === 'NO_CHARGE') return null;
    const owed = (state.quote?.price.amount ?? 0) - state.credits;
    return state.paid >= owed ? null : no('not-settled', `${owed} are owed, ${state.paid} are paid`);
  },

  'return-settled': (_state, command) => {
    const { refund_id, remake_order_id, no_refund } =
      bodyOf<Record<'refund_id' | 'remake_order_id' | 'no_refund', string>>(command);
    const given = [refund_id, remake_order_id, no_refund].filter((value) => value !== undefined).length;
    return given === 1
      ? null
      : no('return-settlement', 'a returned order is closed with refund_id, remake_order_id or no_refund, one of them');
  },

  'remake-order-known': (_state, command) => {
    const { remake_order_id } = bodyOf<{ remake_order_id: string }>(command);
    if (remake_order_id === undefined || gathered(command, 'remake_order')?.exists) return null;
    return no('unknown-remake-order', `there is no order ${remake_order_id}`);
  },

  'return-window-open': (state, command) => {
    if (state.first_delivered_at === null) return null;
    const warranty = bodyOf<{ reason: string }>(command).reason === 'WARRANTY';
    const end = plusSeconds(state.first_delivered_at, warranty ? state.terms.warranty_s : state.terms.return_window_s);
    return passed(end, command.recorded_at)
      ? no('return-window-closed', `the ${warranty ? 'warranty' : 'return window'} ended at ${end}`)
      : null;
  },

  'first-return-after-closing': (state) =>
    state.status === 'CLOSED' && state.returns_from_closed > 0
      ? no('returned-before', 'a closed order is returned once')
      : null,

  // The process manager's only cancellation; for everybody else the reason is free.
  'expired-only-unpaid': (state, command) =>
    !carries(command.actor, 'process.manager') || state.paid === 0
      ? null
      : no('not-expired-unpaid', 'an expired order with money paid is cancelled by a person'),

  'cost-decided': (_state, command) =>
    bodyOf<{ cost_decision: string }>(command).cost_decision === undefined
      ? no('cost-decision-missing', 'from here a cancellation needs cost_decision: CUSTOMER, COMPANY or SPLIT')
      : null,

  'incident-settled': (_state, command) => {
    const body = bodyOf<Record<'incident_note' | 'goods_location' | 'cost_decision', unknown>>(command);
    const missing = (['incident_note', 'goods_location', 'cost_decision'] as const).filter(
      (field) => body[field] === undefined,
    );
    return missing.length === 0
      ? null
      : no('incident-incomplete', `a cancellation out of an error needs ${missing.join(', ')}`);
  },

  'hold-open': (state, command) => {
    const { hold_id } = bodyOf<{ hold_id: string }>(command);
    return state.holds.some((hold) => hold.open && hold.hold_id === hold_id)
      ? null
      : no(
          'unknown-hold',
          `open holds: ${state.holds
            .filter((hold) => hold.open)
            .map((hold) => hold.hold_id)
            .join(', ')}`,
        );
  },

  'corrects-an-event': (state, command) =>
    (bodyOf<{ corrects_event_version: number }>(command).corrects_event_version ?? 0) <= state.event_version
      ? null
      : no('unknown-event-version', `the order's last event_version is ${state.event_version}`),
};
