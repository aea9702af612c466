import { defineMetrics } from '@order-ledger/platform/metrics';

export const metrics = defineMetrics({
  plans: {
    type: 'counter',
    name: 'production_plans_total',
    help: 'Orders that were to be planned, by what came of them',
    labels: ['outcome'],
  },
  repeatedMessages: {
    type: 'counter',
    name: 'production_repeated_messages_total',
    help: 'Messages that the inbox already had',
    labels: ['type'],
  },
  repairs: {
    type: 'counter',
    name: 'production_reconciler_repairs_total',
    help: 'Orders that the reconciler advanced without their message, by the event it should have told of',
    labels: ['turn'],
  },
});
