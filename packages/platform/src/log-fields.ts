/**
 * The fields that a log line may carry, beside `error`. A name stands here when its values are ids, codes, figures or
 * texts of our own; never what a customer wrote. Whoever needs another adds it here, where it is reviewed.
 */
export const logFields = [
  // ids of the work
  'order_id',
  'correlation_id',
  'causation_id',
  'command_id',
  'event_id',
  'message_id',
  'job_id',
  'upload_id',
  'partner_id',
  'key_id',
  'subscription_id',
  'owner_id',
  'worker_id',
  // what is being done
  'command',
  'event_type',
  'status',
  'from',
  'to',
  'rule',
  'outcome',
  'code',
  'reason',
  'kind',
  'operation',
  'attempt',
  'attempts',
  'component',
  'name',
  'version',
  'schema',
  'schema_version',
  'migration',
  'table',
  'constraint',
  // the caller, never by name
  'caller_kind',
  'caller_system',
  'roles',
  'scope',
  // HTTP
  'method',
  'route',
  'http_status',
  'policy',
  // ledger, messages, projections
  'stream',
  'revision',
  'expected_revision',
  'event_version',
  'status_version',
  'commit_position',
  'prepare_position',
  'checkpoint',
  'epoch',
  'fence_token',
  'projection',
  'exchange',
  'queue',
  'routing_key',
  'lane',
  'position',
  'count',
  'lag_ms',
  'lag_bytes',
  // figures and places of the process itself
  'duration_ms',
  'delay_ms',
  'limit_ms',
  'bytes',
  'pid',
  'signal',
  'exit_code',
  'host',
  'port',
  'address',
  'url',
  'path',
  'check',
  'dependency',
  'outages',
  'state',
  'node_version',
  'pool',
  'problems',
] as const;

export type LogField = (typeof logFields)[number];

export type LogValue = string | number | bigint | boolean | null | undefined | readonly (string | number)[];

export type LogFields = { readonly [Field in LogField]?: LogValue } & {
  /** Anything thrown; of it name, message, code, stack and cause are logged. */
  readonly error?: unknown;
};
