import { useTranslations } from 'use-intl';
import type { OrderEvent } from '../order-queries.ts';
import { useValueText } from '../words.ts';

/** What is worth reading of each event without opening it, in this order. */
// biome-ignore format: one event a line reads as the table that it is
const GIST: Readonly<Record<string, readonly string[]>> = {
  OrderInitiated:              ['channel', 'customer_ref', 'external_ref'],
  ModelFileUploaded:           ['model'],
  ModelFileReplaced:           ['model'],
  OrderSubmitted:              ['material', 'process', 'finishing', 'infill', 'quantity', 'delivery'],
  OrderRevised:                ['material', 'process', 'finishing', 'infill', 'quantity', 'delivery'],
  PriceCalculationStarted:     ['lane', 'estimate_s'],
  PriceCalculationRestarted:   ['reason', 'attempt'],
  PriceRecalculationRequested: ['reason'],
  PriceCalculated:             ['price', 'valid_until'],
  OrderRejected:               ['reason'],
  QuoteAccepted:               ['price'],
  ManufacturingApproved:       ['paid'],
  PaymentRecorded:             ['amount', 'method'],
  PaymentRefunded:             ['amount', 'reason'],
  ProductionPlanned:           ['work_centre', 'finish_at'],
  OrderClaimed:                ['operator'],
  ClaimReleased:               ['operator', 'reason'],
  ClaimReassigned:             ['from_operator', 'operator', 'reason'],
  ClaimExpired:                ['operator'],
  ManufacturingStarted:        ['attempt', 'machine_id'],
  ManufacturingFailed:         ['defect', 'good_quantity', 'scrap_quantity'],
  ManufacturingCompleted:      ['good_quantity', 'scrap_quantity'],
  ReworkRequired:              ['defect', 'rejected_quantity'],
  ShortageAccepted:            ['quantity', 'credit'],
  PackagingStarted:            ['operator'],
  PackagingCompleted:          ['parcels'],
  ShipmentRequested:           ['carrier'],
  ShipmentDeclined:            ['reason'],
  OrderShipped:                ['handover', 'tracking_number'],
  CarrierEventRecorded:        ['carrier', 'kind'],
  OrderDelivered:              ['proof_of_delivery_id', 'handover_record_id'],
  OrderClosed:                 ['refund_id', 'remake_order_id', 'no_refund'],
  ReturnRequested:             ['reason'],
  OrderReturned:               ['condition'],
  ReturnDeclined:              ['reason'],
  OrderCancelled:              ['reason', 'charge'],
  CancellationRequested:       ['reason'],
  CancellationDeclined:        ['reason'],
  OrderPutOnHold:              ['reason'],
  HoldAdded:                   ['reason'],
  OrderErrored:                ['code'],
  DueDateChanged:              ['due_at', 'reason'],
  PriorityChanged:             ['priority', 'reason'],
  CorrectionRecorded:          ['corrects_event_version', 'reason'],
};

/** Figures that say nothing without their name. */
const NAMED: readonly string[] = [
  ...['attempt', 'good_quantity', 'scrap_quantity', 'rejected_quantity', 'corrects_event_version'],
  ...['valid_until', 'finish_at', 'charge', 'credit', 'proof_of_delivery_id', 'handover_record_id', 'paid'],
];

export const useGist = () => {
  const t = useTranslations();
  const text = useValueText();
  const part = (name: string, value: unknown): string => {
    if (name === 'quantity') return t('orderPage.pieces', { count: Number(value) });
    if (name === 'infill') return t('orderPage.filled-to', { percent: Number(value) });
    if (name === 'delivery') return text('method', (value as { method?: string }).method);
    if (name === 'model') {
      const { triangles, bounding_box, format } = value as Record<string, unknown>;
      return [text('format', format), `${text('triangles', triangles)} △`, text('bounding_box', bounding_box)].join(
        ' · ',
      );
    }
    const named = NAMED.includes(name) ? `${t(`field.${name}` as 'field.attempt')}: ` : '';
    return named + text(name, value);
  };
  return ({ type, data }: Pick<OrderEvent, 'type' | 'data'>): string =>
    (GIST[type] ?? [])
      .filter((name) => data[name] !== undefined)
      .map((name) => part(name, data[name]))
      .join(' · ');
};
