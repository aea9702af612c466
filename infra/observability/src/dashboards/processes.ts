import { type DashboardData, level, panel, rate } from './panel.ts';

export const processes: DashboardData = {
  name: 'processes',
  title: 'Processes and servers',
  says: 'What each process has: time, memory, connections, clocks, and the servers behind',
  rows: [
    {
      title: 'Processes',
      panels: [
        rate('Processor', 'Seconds a second', 'process_cpu_seconds_total', 'service'),
        level('Memory', 'Resident', 'bytes', 'process_resident_memory_bytes', 'service'),
        level('Heap', 'In use', 'bytes', 'nodejs_heap_size_used_bytes', 'service'),
        level('Event loop held', 'One in a hundred turns', 'seconds', 'nodejs_eventloop_lag_p99_seconds', 'service'),
        rate('Collecting garbage', 'Seconds a second', 'nodejs_gc_duration_seconds_sum', 'service'),
        panel('Started', 'How long ago', 'seconds', [
          'time() - max by (service) (process_start_time_seconds{job="order-ledger"})',
          'service',
        ]),
        level('Open files', 'And sockets', 'count', 'process_open_fds', 'service'),
        rate('Log lines dropped', 'Nobody read those before', 'log_lines_dropped_total', 'service'),
        rate('Tolerated rejections', 'Known to be harmless', 'process_tolerated_rejections_total', 'kind'),
        level(
          'Migrations of a newer build',
          'Above 0 this build is the older one',
          'count',
          'schema_unknown_migrations',
          'service',
          'schema',
        ),
      ],
    },
    {
      title: 'Around them',
      panels: [
        panel('Addresses that lead nowhere', '0: nobody of the right kind has answered', 'yes or no', [
          'min by (service, variable) (address_reached)',
          'service',
          'variable',
        ]),
        level(
          'Breakers',
          '0 closed, 1 half open, 2 open, 3 isolated',
          'count',
          'outbound_breaker_state',
          'service',
          'target',
        ),
        rate('Attempts that failed', 'By target and cause', 'outbound_attempt_failures_total', 'target', 'cause'),
        rate('Retries', 'By target', 'outbound_retries_total', 'target'),
        level('Clocks ahead', 'Of other machines', 'seconds', 'clock_ahead_seconds', 'service', 'of'),
        level('Clock corrected', 'By how much', 'seconds', 'clock_correction_seconds', 'service'),
      ],
    },
    {
      title: 'PostgreSQL',
      panels: [
        level(
          'Connections',
          'By pool and state; waiting counts callers',
          'count',
          'postgres_pool_connections',
          'service',
          'pool',
          'state',
        ),
        level('Connections at most', 'By pool', 'count', 'postgres_pool_connections_max', 'service', 'pool'),
        rate('Idle connections that broke', 'By pool', 'postgres_pool_errors_total', 'service', 'pool'),
        rate(
          'Transactions run again',
          'By the code of the server',
          'postgres_transaction_retries_total',
          'service',
          'sqlstate',
        ),
        panel(
          'Server',
          'Connections of each database',
          'count',
          ['sum by (datname) (pg_stat_database_numbackends)', 'datname'],
          ['min(pg_up)'],
        ),
        panel(
          'Transactions',
          'Committed and rolled back',
          'per second',
          ['sum(rate(pg_stat_database_xact_commit[5m]))'],
          ['sum(rate(pg_stat_database_xact_rollback[5m]))'],
        ),
        rate('Deadlocks', 'Must be 0', 'pg_stat_database_deadlocks'),
        level('Size', 'By database', 'bytes', 'pg_database_size_bytes', 'datname'),
      ],
    },
    {
      title: 'Redis and RabbitMQ',
      panels: [
        panel(
          'Redis connected',
          'By process, and the server itself',
          'yes or no',
          ['min by (service) (redis_connected)', 'service'],
          ['min(redis_up)'],
        ),
        rate(
          'Connections replaced',
          'By the word of the server',
          'redis_connections_replaced_total',
          'service',
          'code',
        ),
        level('Memory of Redis', 'In use', 'bytes', 'redis_memory_used_bytes'),
        level('Clients of Redis', 'Connected', 'count', 'redis_connected_clients'),
        panel(
          'Memory of RabbitMQ',
          'In use, and its limit',
          'bytes',
          ['max(rabbitmq_process_resident_memory_bytes)'],
          ['max(rabbitmq_resident_memory_limit_bytes)'],
        ),
      ],
    },
  ],
};
