/** Whose an order or an upload is: `partner:<id>`, or `house` for the shop's own customers. */
export const ownerOfPartner = (partnerId: string | null): string =>
  partnerId === null ? 'house' : `partner:${partnerId}`;

/** The person that free texts are about, as far as this system knows people: fixed for the life of an order. */
export interface Subject {
  owner: string;
  customer_ref: string;
}

export const subjectOf = (order: { partner_id: string | null; customer_ref: string }): Subject => ({
  owner: ownerOfPartner(order.partner_id),
  customer_ref: order.customer_ref,
});
