import { QUEUES } from '@order-ledger/messaging/topology';
import type { Group } from '../rule.ts';

/** On a broker that several systems share the names have a prefix. */
const named = (names: readonly string[]): string =>
  `queue=~"(.*[._-])?(${names.map((name) => name.replaceAll('.', '[.]')).join('|')})"`;
/** Waiting rooms for retries are neither. */
export const WORK_QUEUES = named(Object.values(QUEUES).map(({ name }) => name));
export const DEAD_LETTER_QUEUES = named(Object.values(QUEUES).map(({ deadLetterQueue }) => deadLetterQueue));
const FULL = Math.min(...Object.values(QUEUES).map(({ maxLength }) => maxLength));

const ready = (queues: string) => `sum by (queue) (rabbitmq_detailed_queue_messages_ready{${queues}})`;

export const queueAlerts: Group = {
  name: 'queues',
  rules: [
    {
      alert: 'DeadLetters',
      expr: `${ready(DEAD_LETTER_QUEUES)} > 0`,
      severity: 'page',
      summary: '{{ $value }} messages in {{ $labels.queue }}: nobody could handle them',
      runbook: 'dead-letters',
    },
    {
      alert: 'QueueDeep',
      expr: `${ready(WORK_QUEUES)} > ${FULL / 20}`,
      for: '5m',
      severity: 'ticket',
      summary: '{{ $value }} messages wait in {{ $labels.queue }}',
      runbook: 'queue-deep',
    },
    {
      alert: 'QueueNearlyFull',
      expr: `${ready(WORK_QUEUES)} > ${FULL * 0.8}`,
      severity: 'page',
      summary: `{{ $value }} messages wait in {{ $labels.queue }}, which takes ${FULL}`,
      runbook: 'queue-deep',
    },
    {
      alert: 'NoConsumer',
      expr: `sum by (queue) (rabbitmq_detailed_queue_consumers{${WORK_QUEUES}}) == 0`,
      for: '2m',
      severity: 'page',
      summary: 'Nobody takes messages from {{ $labels.queue }}',
      runbook: 'queue-deep',
    },
    {
      alert: 'BridgeStalls',
      expr: 'max by (exchange) (bridge_lag_seconds) > 30',
      for: '1m',
      severity: 'page',
      summary: 'Nothing has gone out on {{ $labels.exchange }} for {{ $value | humanizeDuration }}',
      runbook: 'bridge-stalls',
    },
    {
      alert: 'BrokerBlocks',
      expr: 'max by (service) (messaging_connection_blocked) == 1',
      for: '1m',
      severity: 'page',
      summary: 'RabbitMQ, short of memory or disk, takes nothing from {{ $labels.service }}',
      runbook: 'bridge-stalls',
    },
    {
      alert: 'MessagesHeld',
      expr: 'max by (service, queue) (messaging_failed_messages_held) > 0',
      for: '2m',
      severity: 'page',
      summary: '{{ $labels.service }} holds {{ $value }} failed messages of {{ $labels.queue }} that no queue takes',
      runbook: 'queue-deep',
    },
  ],
};
