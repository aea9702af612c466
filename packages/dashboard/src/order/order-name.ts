/** How people call an order: by the reference that its caller gave it, else by the beginning of its id. */
export const orderName = ({ order_id, external_ref }: { order_id: string; external_ref?: string | null }): string =>
  external_ref ?? order_id.slice(0, 8);
