import { type DashboardData, level, panel, rate, spread } from './panel.ts';

const COMMANDS = '{service="command-api",method="POST"}';

export const commands: DashboardData = {
  name: 'commands',
  title: 'Commands',
  says: 'What callers ask for and what becomes of it: command-api, upload-api, the ledger',
  rows: [
    {
      title: 'Requests',
      panels: [
        rate('By route', 'Of command-api', `http_server_request_duration_seconds_count${COMMANDS}`, 'route'),
        rate(
          'By status',
          '4xx is the caller, 5xx is us',
          'http_server_request_duration_seconds_count{service="command-api"}',
          'status',
        ),
        rate('Failures by route', '5xx', 'http_server_errors_total', 'service', 'route'),
        spread(
          'Duration of commands',
          'From the request to the answer',
          'seconds',
          'http_server_request_duration_seconds',
          COMMANDS,
        ),
        level('Being answered', 'Requests at this moment', 'count', 'http_server_active_requests', 'service'),
        rate('Unreadable', 'Refused before there was a request', 'http_unreadable_requests_total', 'service', 'code'),
        rate('Correlation ids not taken', 'By what was wrong', 'http_correlation_ids_replaced_total', 'reason'),
      ],
    },
    {
      title: 'Commands and the ledger',
      panels: [
        rate('Commands by outcome', 'done, repeated, or the kind of refusal', 'ledger_commands_total', 'outcome'),
        rate('Commands by name', 'All processes that write', 'ledger_commands_total', 'service', 'command'),
        spread('One append', 'From the call to the answer', 'seconds', 'ledger_append_seconds'),
        rate('Conflicts', 'Two commands met; the second was decided again', 'ledger_conflicts_total', 'command'),
        rate(
          'Appends in doubt',
          'No certain answer, and how it was settled',
          'ledger_appends_in_doubt_total',
          'settled',
        ),
        panel(
          'Appends under way',
          'And clients given up',
          'count',
          ['sum by (service) (ledger_appends_in_flight)', 'service'],
          ['sum(increase(ledger_append_clients_replaced_total[5m]))'],
        ),
        rate(
          'States that commands were decided on',
          'remembered and new read nothing',
          'ledger_order_recalls_total',
          'state',
        ),
        level('Remembered orders', 'Of each process', 'count', 'ledger_remembered_orders', 'service'),
        level('Memory of them', 'Against REMEMBERED_ORDERS_MB', 'bytes', 'ledger_remembered_bytes', 'service'),
        rate('Orders that fill', 'At 80 and 100 per cent of their limit', 'ledger_orders_filling_total', 'percent'),
        level('Ledger diverged', 'Nothing is written then', 'yes or no', 'ledger_diverged', 'service'),
      ],
    },
    {
      title: 'Event store',
      panels: [
        rate('Appends', 'By what became of them', 'eventstore_appends_total', 'outcome'),
        rate('Events stored', 'A second', 'eventstore_events_total'),
        rate('Log written', 'Bytes a second', 'eventstore_log_bytes_total'),
        level('Length of the log', 'It only grows', 'bytes', 'eventstore_log_end_bytes'),
        spread('One sync', 'Write and sync of a group', 'seconds', 'eventstore_sync_seconds'),
        spread('Writes of a group', 'Made durable together', 'count', 'eventstore_group_writes'),
        level('Refuses writes', 'After a failed write, until a restart', 'yes or no', 'eventstore_refusing_writes'),
        panel(
          'Subscribers',
          'And how far the slowest is behind',
          'count',
          ['max(eventstore_subscribers)'],
          ['max by (source) (eventstore_subscriber_behind)', 'source'],
        ),
      ],
    },
    {
      title: 'Limits and callers',
      panels: [
        rate('Refused with 429', 'By policy', 'rate_limited_total', 'policy'),
        rate('Round trips for counts', 'failed: each instance counts by itself', 'rate_limit_rounds_total', 'kind'),
        level('Held of what all share', 'By share and holder', 'count', 'shares_held', 'share', 'holder'),
        rate(
          'Refused because of what is held',
          'By share and by whose it is',
          'shares_refused_total',
          'share',
          'held_by',
        ),
        level(
          'Wait for a turn',
          'Requests of partners and carriers',
          'count',
          'requests_waiting_for_a_turn',
          'service',
        ),
        rate('Tokens checked', 'remembered costs nothing', 'token_checks_total', 'outcome'),
        level('Tokens remembered', 'By process', 'count', 'tokens_remembered', 'service'),
        rate('Reads of public keys', 'failed: the JWKS cannot be read', 'token_key_reads_total', 'outcome'),
        rate('Keys of partners', 'Issued and revoked', 'partner_key_changes_total', 'action'),
      ],
    },
    {
      title: 'Claims, money, texts',
      panels: [
        rate('Claims', 'won, and lost to whom', 'claims_total', 'result'),
        rate('Claims ended by the keeper', 'By reason', 'claims_ended_total', 'reason'),
        rate('Money recorded', 'By how the order is settled then', 'money_recorded_total', 'settlement'),
        rate('Parcels of cancelled orders', 'Each needs a person', 'cancelled_parcels_total'),
        rate('Readings of free texts', 'By outcome', 'free_text_readings_total', 'outcome'),
        level('Keys of free texts', '2: a rotation is at work, or broke off', 'count', 'free_text_keys_held'),
        level(
          'Tariff in use',
          '1 for one version at every instance',
          'yes or no',
          'catalogue_tariff_in_use',
          'version',
        ),
        level('Parked events', 'Index, lease or erasure that cannot be applied', 'count', 'command_api_parked_events'),
      ],
    },
    {
      title: 'Uploads',
      panels: [
        rate('Uploads', 'By what became of them', 'uploads_total', 'outcome'),
        rate('Received', 'Bytes a second', 'upload_received_bytes_total'),
        spread('Verdict', 'From the last byte to the verdict', 'seconds', 'upload_validation_seconds'),
        level('Looked at now', 'Files', 'count', 'upload_inspections_running'),
        spread('Making a preview', 'The small mesh that people see', 'seconds', 'upload_preview_seconds'),
        rate('Previews', 'By whether one could be made', 'upload_previews_total', 'outcome'),
        rate('Previews asked for', 'By what the answer was', 'preview_answers_total', 'outcome'),
        level('Disk left', 'For uploads', 'bytes', 'upload_disk_free_bytes'),
        rate('Sealed files that changed', 'Must be 0', 'upload_model_mismatches_total'),
      ],
    },
  ],
};
