import type { CommandName } from '@order-ledger/domain/bodies';
import { contradiction } from '@order-ledger/domain/parcel';
import { settlementOf } from '@order-ledger/domain/settlement';
import type { OrderState } from '@order-ledger/domain/state';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';

const metrics = defineMetrics({
  money: {
    type: 'counter',
    name: 'money_recorded_total',
    help: 'Payments and refunds recorded, by how the order was settled then',
    labels: ['command', 'settlement'],
  },
  parcels: {
    type: 'counter',
    name: 'cancelled_parcels_total',
    help: "Carriers' words on parcels of cancelled orders; each needs a person",
  },
});

/** Says what was recorded although it does not fit: facts are taken as they are, but not in silence. */
export const tellMisfit = (log: Log, command: CommandName, after: OrderState): void => {
  if (command === 'RecordPayment' || command === 'RecordRefund') {
    const { state: settlement } = settlementOf(after, after.stage);
    metrics.money.inc({ command, settlement });
    if (settlement === 'overpaid' || settlement === 'over-refunded')
      log.warn('the balance of an order does not match its status', {
        command,
        status: after.status,
        code: settlement,
      });
  }
  if (command === 'RecordCarrierEvent' || command === 'CancelOrder') {
    const [, word] = contradiction(after.parcel) ?? [];
    if (word === undefined) return;
    metrics.parcels.inc({});
    log.warn('a cancelled order has a parcel in transit; a person must act', { command, kind: word.code });
  }
};
