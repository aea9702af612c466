import type { PriceRequest } from '@order-ledger/pricing/price';

type Asked = { [Field in keyof Required<PriceRequest>]: PriceRequest[Field] | undefined };

/** What of an order its price follows from. Each field is named: one that is forgotten would give another price. */
export const priceRequest = (asked: Asked & Pick<PriceRequest, 'material' | 'process' | 'quantity' | 'priority'>) => {
  const { material, process, quantity, finishing, infill, priority, currency } = asked;
  const request: PriceRequest = {
    ...{ material, process, quantity, priority },
    ...(finishing === undefined ? {} : { finishing }),
    ...(infill === undefined ? {} : { infill }),
    ...(currency === undefined ? {} : { currency }),
  };
  return request;
};
