/**
 * The attribute names of our spans, pinned here and nowhere else: OpenTelemetry semantic conventions 1.45, where the
 * messaging names are still in development and change between versions. Names of our own begin with `order_ledger.`.
 */
export const attribute = {
  serviceName: 'service.name',
  serviceVersion: 'service.version',
  serviceInstanceId: 'service.instance.id',
  errorType: 'error.type',

  httpRequestMethod: 'http.request.method',
  httpResponseStatusCode: 'http.response.status_code',
  httpRoute: 'http.route',
  urlScheme: 'url.scheme',
  serverAddress: 'server.address',
  serverPort: 'server.port',

  messagingSystem: 'messaging.system',
  messagingOperationName: 'messaging.operation.name',
  messagingOperationType: 'messaging.operation.type',
  messagingDestinationName: 'messaging.destination.name',
  messagingMessageId: 'messaging.message.id',
  messagingBatchMessageCount: 'messaging.batch.message_count',
  messagingRabbitmqRoutingKey: 'messaging.rabbitmq.destination.routing_key',

  dbSystemName: 'db.system.name',
  dbOperationName: 'db.operation.name',
  dbCollectionName: 'db.collection.name',

  orderId: 'order_ledger.order_id',
  correlationId: 'order_ledger.correlation_id',
  causationId: 'order_ledger.causation_id',
  command: 'order_ledger.command',
  commandId: 'order_ledger.command_id',
  outcome: 'order_ledger.outcome',
  eventVersion: 'order_ledger.event_version',
  eventType: 'order_ledger.event_type',
  jobId: 'order_ledger.job_id',
  lane: 'order_ledger.lane',
  rule: 'order_ledger.rule',
  batchEvents: 'order_ledger.batch.events',
  batchReason: 'order_ledger.batch.reason',
  uploadBytes: 'order_ledger.upload.bytes',
  streamEntries: 'order_ledger.stream.entries',
  streamReaders: 'order_ledger.stream.readers',
} as const;
