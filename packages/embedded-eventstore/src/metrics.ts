import { Counter, collectDefaultMetrics, Gauge, Histogram } from 'prom-client';
import type { Outcome } from './outcome.ts';
import type { Store } from './store.ts';
import type { Subscribers } from './subscribe.ts';
import type { GroupReport } from './writer.ts';

const appends = new Counter({
  name: 'eventstore_appends_total',
  help: 'Appends by what became of them',
  labelNames: ['outcome'],
});
const events = new Counter({ name: 'eventstore_events_total', help: 'Events stored' });
const bytes = new Counter({ name: 'eventstore_log_bytes_total', help: 'Bytes of log written' });
const groupSize = new Histogram({
  name: 'eventstore_group_writes',
  help: 'Writes that one sync made durable',
  buckets: [1, 2, 4, 8, 16, 32, 64],
});
const sync = new Histogram({
  name: 'eventstore_sync_seconds',
  help: 'Time to write a group and sync it',
  buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1],
});

export const countAppend = ({ kind }: Outcome): void => appends.inc({ outcome: kind });

export const countGroup = (report: GroupReport): void => {
  events.inc(report.events);
  bytes.inc(report.bytes);
  groupSize.observe(report.writes);
  sync.observe(report.seconds);
};

const gauge = (name: string, help: string, value: () => number): void => {
  new Gauge({
    name,
    help,
    collect() {
      this.set(value());
    },
  });
};

/** Shows the state of the store and of who listens, as of each scrape. */
export const watch = (store: Store, subscribers: Subscribers): void => {
  // Milliseconds. Every 10, the default, wakes a store at rest 100 times a second.
  collectDefaultMetrics({ eventLoopMonitoringPrecision: 100 });
  gauge('eventstore_log_end_bytes', 'Position after the last durable event', store.log.end);
  gauge('eventstore_refusing_writes', '1 after a failed write or sync: appends are refused until a restart', () =>
    Number(store.failure() !== undefined),
  );
  gauge('eventstore_subscribers', 'Live subscriptions', () => subscribers.size);
  new Gauge({
    name: 'eventstore_subscriber_behind',
    help: 'What the subscription that is furthest behind has not been sent yet: bytes of all, or events of a stream',
    labelNames: ['source'],
    collect() {
      for (const kind of ['all', 'stream'] as const) {
        const behind = [...subscribers].filter(({ source }) => (source === '$all') === (kind === 'all'));
        this.set({ source: kind }, Math.max(0, ...behind.map((one) => one.behind())));
      }
    },
  });
};
