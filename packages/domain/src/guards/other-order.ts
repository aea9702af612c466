import type { Asked, AskedOf, OtherOrder } from '../command.ts';
import { isFinal, LEFT_THE_HOUSE, type Status, WITHOUT_GOODS } from '../status.ts';
import { bodyOf, type CreationGuard, type Guard, gathered, no } from './guard.ts';

/** What was made and left the house can be made once more: where the work stands, held up by an error or not. */
const MAY_HAVE_A_REMAKE: readonly Status[] = LEFT_THE_HOUSE;
/** An order that ended without goods can be replaced. */
const MAY_BE_REPLACED: readonly Status[] = WITHOUT_GOODS.filter(isFinal);
/** A remake that came to nothing settles no return. */
const ENDED_WITHOUT_GOODS = MAY_BE_REPLACED;

const ofSameCustomer = (other: OtherOrder | null, { actor, body }: AskedOf<'InitiateOrder'>): other is OtherOrder =>
  other !== null &&
  other.partner_id === (actor.partner_id ?? body.partner_id ?? null) &&
  other.customer_ref === body.customer_ref;

/** One text for what is not there and what is another customer's: an existence is information. */
const noneOfCustomer = (order_id: string): string =>
  `there is no order ${order_id} with this partner_id and customer_ref`;

export const remadeOrderFits: CreationGuard = (command) => {
  const { remake_of_order_id } = command.body;
  if (remake_of_order_id === undefined) return null;
  const other = gathered(command, 'remade_order');
  if (!ofSameCustomer(other, command)) return no('unknown-remade-order', noneOfCustomer(remake_of_order_id));
  if (MAY_HAVE_A_REMAKE.includes(other.stage)) return null;
  const statuses = MAY_HAVE_A_REMAKE.join(', ');
  return no('remake-not-due', `the order ${other.order_id} is ${other.status}; a remake is for ${statuses}`);
};

export const replacedOrderFits: CreationGuard = (command) => {
  const { replaces_order_id } = command.body;
  if (replaces_order_id === undefined) return null;
  const other = gathered(command, 'replaced_order');
  if (!ofSameCustomer(other, command)) return no('unknown-replaced-order', noneOfCustomer(replaces_order_id));
  if (MAY_BE_REPLACED.includes(other.status)) return null;
  const statuses = MAY_BE_REPLACED.join(', ');
  return no(
    'replacement-not-due',
    `the order ${other.order_id} is ${other.status}; replaced are orders in ${statuses}`,
  );
};

export const remakeFits: Guard = (state, command: Asked) => {
  const { remake_order_id } = bodyOf<{ remake_order_id: string }>(command);
  if (remake_order_id === undefined) return null;
  const remake = gathered(command, 'remake_order');
  if (remake?.remake_of_order_id !== state.order_id)
    return no('unknown-remake-order', `there is no order ${remake_order_id} that is a remake of this one`);
  return ENDED_WITHOUT_GOODS.includes(remake.status)
    ? no('remake-ended', `the remake ${remake_order_id} is ${remake.status}: it settles no return`)
    : null;
};
