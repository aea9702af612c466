import { defineMetrics } from '@order-ledger/platform/metrics';

export const measures = defineMetrics({
  plans: {
    type: 'counter',
    name: 'production_plans_total',
    help: 'Orders that were to be planned, by what came of them',
    labels: ['outcome'],
  },
  repeatedMessages: {
    type: 'counter',
    name: 'production_repeated_messages_total',
    help: 'Messages that the inbox knew already',
    labels: ['type'],
  },
});
