import type { CommandName } from '@order-ledger/domain/bodies';
import { guardCodesOf } from '@order-ledger/domain/guards/guard-codes';
import type { GuardCode } from '@order-ledger/domain/refusal';
import { only, type Problems } from '@order-ledger/platform/http/problem-table';
import { asksForPrecondition } from '../command-names.ts';

const conflict = (when: string) => ({ status: 409, when });

/** Conditions of an order, in words; the refusal itself names the figures. */
const GUARD_PROBLEMS: Readonly<Record<GuardCode, { status: 409; when: string }>> = Object.fromEntries(
  Object.entries({
    'account-inactive': 'the account is not active',
    'already-recorded': 'this id was recorded with other data',
    'charge-beyond-price': 'the charge is more than the price, and not by who may charge that',
    claimed: 'another holds the claim: `holder`',
    'cost-decision-missing': 'from this status on a cancellation says who bears the cost',
    'credit-beyond-price': 'the credit is more than the price',
    currency: 'the sum is not in the currency of the order',
    'incident-incomplete': 'a cancellation out of an error needs note, place of the goods and who bears the cost',
    'no-such-figure': 'the corrected event has no such figure',
    'not-claim-holder': 'the claim is held by another: `holder`',
    'not-claimed': 'nobody holds the claim: claim the order first',
    'not-due-for-recalculation': 'the quote is valid still and nobody asked for another',
    'not-enough-made': 'fewer good pieces than are owed',
    'not-expired-unpaid': 'an expired order with money paid is cancelled by a person',
    'not-settled': 'what is owed and what is paid differ',
    'nothing-changed': 'the revision asks for what the order has already',
    'order-paid': 'money was paid: refund it first',
    'other-shipment-request': 'this is not the present shipment of the order',
    'outdated-quote': 'there is a later quote',
    overtaken: 'a newer word of the carrier is known',
    parcels: 'parcels are required, but for pick-up, which has none',
    'payment-missing': 'less is paid than is due before production',
    'price-not-positive': 'a price is more than 0',
    quantity: 'more or fewer pieces than there can be',
    'quota-exhausted': "the month's quota of orders is used up",
    'quote-expired': 'the quote is no longer valid: ask for a recalculation',
    'refund-beyond-paid': 'the refund is more than is paid, and not by who may give that',
    'refund-due': 'money that is paid must be given back',
    'remake-ended': 'the remake came to nothing, so it settles no return',
    'remake-not-due': 'an order in this status is not remade',
    'repack-not-due': 'a packed order is packed again only after the carrier declined it',
    'replacement-not-due': 'an order in this status is not replaced',
    'return-condition': 'goods that came back so are no ground to keep the money',
    'return-settlement': 'a return is closed by refund, remake or no refund, one of them; others by none',
    'return-window-closed': 'the return window, or the warranty, has ended',
    'returned-before': 'a closed order is returned once',
    'same-operator': 'that operator holds the claim already',
    'shipment-request-reused': 'the id of the shipment was used before',
    'risk-not-accepted': 'the price has a risk, which whoever accepts it takes on: `accepts_risk`',
    'stale-attempt': 'another attempt of the calculation is the current one',
    'stale-fence-token': "the fence token is not the claim's: claim again or send the current one",
    'stale-specification': 'the specification has changed since',
    'unknown-event-version': 'the order has no such event',
    'unknown-hold': 'there is no such open hold',
    'unknown-refund': 'no such refund is recorded: record it first',
    'unknown-remade-order': 'there is no such order of this customer',
    'unknown-remake-order': 'there is no such order that is a remake of this one',
    'unknown-replaced-order': 'there is no such order of this customer',
    'unknown-upload': "there is no such upload of the order's owner",
    'upload-unusable': 'the upload is not complete, not valid or another file',
    'urgent-not-agreed': 'the plan has no URGENT orders',
  } satisfies Record<GuardCode, string>).map(([code, when]) => [code, conflict(when)]),
) as Record<GuardCode, { status: 409; when: string }>;

const OWN = {
  'idempotency-key-missing': { status: 400, when: 'there is no Idempotency-Key' },
  'idempotency-key-malformed': {
    status: 400,
    when: 'an Idempotency-Key is 1 to 200 visible characters without spaces',
  },
  'precondition-malformed': {
    status: 400,
    when: 'If-Match or X-Expected-Status-Version cannot be read, or both are sent',
  },
  forbidden: { status: 403, when: 'the caller has no grant: `grantees` have, and `owner` names the system' },
  'unknown-order': { status: 404, when: 'there is no such order for this caller' },
  'unknown-command': { status: 404, when: 'there is no such command' },
  'unknown-partner': { status: 404, when: 'there is no such partner' },
  'unknown-key': { status: 404, when: 'there is no such key' },
  'not-parked': { status: 404, when: 'no process that could be asked has parked the order: `away` names the others' },
  'no-text': { status: 404, when: 'the order has no such event, or none of its texts may be read by the caller' },
  held: conflict('the order is on hold: resume it first'),
  frozen: conflict('the order is in error: a person resolves the error first'),
  'illegal-transition': conflict('an order in this status does not take this command: `allowed_transitions`'),
  'order-full': conflict('the order has its most events, and takes only what advances or ends it'),
  'claim-expired': conflict('the claim has expired: claim the order again'),
  'choice-lost': conflict('the order that was chosen for this key is gone: ask again with a new key'),
  'too-many-keys': conflict('the partner has two live keys: revoke one first'),
  'text-erased': { status: 410, when: 'the data of the customer were erased' },
  'precondition-failed': { status: 412, when: 'the order has changed since: read it again and decide again' },
  'key-reused': { status: 422, when: 'the Idempotency-Key was used for another request' },
  'precondition-required': { status: 428, when: 'say which state of the order you know' },
  'too-many-calculations': { status: 429, when: 'as many orders wait for their price as the plan lets' },
  'order-unreadable': { status: 500, when: "the order's record is damaged: do not repeat it" },
  'ledger-unavailable': { status: 503, when: 'the ledger cannot be reached; nothing was recorded' },
  'ledger-diverged': { status: 503, when: 'the ledger was restored or is another one: an operator decides first' },
  'outcome-unknown': { status: 503, when: 'it may have been recorded: repeat it with the same key' },
  'wrong-key': { status: 503, when: 'texts cannot be kept or read now' },
  'newer-writer': { status: 503, when: 'the order was written by a newer version of this system' },
  'uploads-unavailable': { status: 503, when: 'uploads cannot be looked up now' },
  'catalogue-unavailable': { status: 503, when: 'the catalogue cannot be read now' },
  'queue-unavailable': { status: 503, when: 'the queue of the shop floor cannot be read now' },
} as const satisfies Problems;

/** Everything that this process may refuse with, beside what every interface may. */
export const COMMAND_PROBLEMS: Problems = { ...OWN, ...GUARD_PROBLEMS };

/** Whatever the command. */
const OF_ALL = only(
  OWN,
  ...(['idempotency-key-missing', 'idempotency-key-malformed', 'forbidden', 'key-reused'] as const),
  ...(['order-unreadable', 'ledger-unavailable', 'ledger-diverged', 'outcome-unknown'] as const),
  ...(['wrong-key', 'newer-writer'] as const),
);
/** Of an order that is there. */
const ON_ORDER = only(
  OWN,
  ...(['unknown-order', 'precondition-malformed', 'precondition-failed'] as const),
  ...(['held', 'frozen', 'illegal-transition', 'order-full'] as const),
);
const UPLOAD = only(OWN, 'uploads-unavailable');
const SPECIFICATION = only(OWN, 'too-many-calculations', 'catalogue-unavailable');
/** What a command asks around for. */
const OF_COMMAND: Readonly<Partial<Record<CommandName, Problems>>> = {
  AttachModel: UPLOAD,
  SubmitOrder: SPECIFICATION,
  ReviseOrder: { ...UPLOAD, ...SPECIFICATION },
  RenewClaim: only(OWN, 'claim-expired'),
};

/** What a command may be refused with on this route. @param orders as the route's access says it */
export const problemsOf = (command: CommandName, orders: 'own' | 'new' | 'next' | 'none'): Problems => ({
  ...OF_ALL,
  ...(orders === 'own' ? ON_ORDER : {}),
  ...(orders === 'next'
    ? only(OWN, 'choice-lost', 'queue-unavailable')
    : only(GUARD_PROBLEMS, ...guardCodesOf(command))),
  ...(asksForPrecondition(command) ? only(OWN, 'precondition-required') : {}),
  ...OF_COMMAND[command],
});

export const TEXT_PROBLEMS = only(
  OWN,
  ...(['unknown-order', 'no-text', 'text-erased', 'order-unreadable', 'ledger-unavailable', 'wrong-key'] as const),
);
export const RETRY_PROBLEMS = only(OWN, 'unknown-order', 'not-parked');
export const KEY_PROBLEMS = {
  list: only(OWN, 'unknown-partner'),
  revoke: only(OWN, 'unknown-partner', 'unknown-key'),
  issue: only(
    OWN,
    ...(['idempotency-key-missing', 'idempotency-key-malformed', 'unknown-partner'] as const),
    ...(['too-many-keys', 'key-reused'] as const),
  ),
};
