import { EXAMPLE } from '@order-ledger/platform/http/openapi';
import type { ExamplesOf } from './example.ts';
import { ORDER } from './order.ts';

/** Questions about how the system does. */
export const OPERATIONS_EXAMPLES: ExamplesOf<
  'readPricingWork' | 'listStuck' | 'readDiagnosis' | 'readIncident' | 'readProjections' | 'readSystem'
> = {
  readPricingWork: {
    query: { limit: '10' },
    answer: {
      lanes: [{ lane: 'SHORT', queued: 3, running: 1, queued_s: 120.5, oldest_queued_at: '2026-03-02T08:04:00.000Z' }],
      slots: { workers: 1, slots: 2, max_running: null },
      shares: { orders: 40, known: 6, shared: 2 },
      jobs: [
        {
          job_id: '1b4e28ba-2fa1-51d2-883f-0016d3cca427',
          state: 'RUNNING',
          lane: 'SHORT',
          queue_position: null,
          estimate_s: { p50: 40, p95: 90.5 },
          queued_at: '2026-03-02T08:04:00.000Z',
          taken_at: '2026-03-02T08:04:01.000Z',
          phase: 'slicing',
          percent: 40,
          deaths: 0,
          infra_failures: 0,
          not_before: null,
          lease_expires_at: '2026-03-02T08:05:01.000Z',
          renewed_at: '2026-03-02T08:04:31.000Z',
          orders: [EXAMPLE.orderId],
        },
      ],
      dead: [
        {
          job_id: '5d0c9b1e-7b1f-5a3c-9f57-2f3f5e1d9a10',
          lane: 'LONG',
          code: 'out-of-memory',
          detail: null,
          deaths: 3,
          finished_at: '2026-03-02T07:40:00.000Z',
          orders: ['9f3a1c52-7d1e-5c33-8a57-6f0e5b1f2a77'],
        },
      ],
      orders: [ORDER],
    },
  },
  listStuck: {
    query: { limit: '1' },
    answer: {
      stuck: [
        {
          order_id: EXAMPLE.orderId,
          status: 'WAITING_SHIPMENT_CONFIRMATION',
          stage: 'WAITING_SHIPMENT_CONFIRMATION',
          since: '2026-03-02T08:15:00.000Z',
          waits_s: 30_720,
          limit_s: 28_800,
          limit_from: 'default',
          stuck: true,
          verdict: 'waiting-for-carrier',
          cause: 'carrier-silent',
          text: 'carrier dpd has not answered the shipment request for 9 h',
          facts: { waits_s: 30_720, in_status: 'WAITING_SHIPMENT_CONFIRMATION', carrier: 'dpd' },
          help: 'ask the carrier; a lead of the MES or an agent may confirm in its place',
          also: [],
          who_may: [
            { command: 'ConfirmShipment', to: 'SHIPPED', by: ['mes.lead', 'carrier.adapter', 'process.manager'] },
          ],
          queue: null,
          correlation_id: '3cc45907-2d69-5057-8759-a80fc2c04f38',
          evidence: [
            {
              source: 'timeline',
              says: 'WAITING_SHIPMENT_CONFIRMATION; last event 14 ShipmentRequested by MES, recorded at 2026-03-02T08:15:00.000Z',
            },
            { source: 'read model', says: 'WAITING_SHIPMENT_CONFIRMATION at event 14' },
          ],
          away: [],
          past_since: '2026-03-02T16:15:00.000Z',
        },
      ],
      orders: [ORDER],
      next_cursor: null,
      system: {
        at: '2026-03-02T16:47:00.000Z',
        ledger: 'answers',
        processes: [
          { name: 'projector', state: 'ready', silence: null, codes: [] },
          { name: 'pricing-worker', state: 'not-ready', silence: null, codes: ['postgres: unreachable'] },
        ],
        queues: [{ queue: 'mes.pricing', messages: 3, retrying: 0, dead_letters: 0 }],
      },
    },
  },
  readDiagnosis: {
    query: {},
    answer: {
      order_id: EXAMPLE.orderId,
      status: 'WAITING_SHIPMENT_CONFIRMATION',
      stage: 'WAITING_SHIPMENT_CONFIRMATION',
      since: '2026-03-02T08:15:00.000Z',
      waits_s: 30_720,
      limit_s: 28_800,
      limit_from: 'default',
      stuck: true,
      verdict: 'waiting-for-carrier',
      cause: 'carrier-silent',
      text: 'carrier dpd has not answered the shipment request for 9 h',
      facts: { waits_s: 30_720, in_status: 'WAITING_SHIPMENT_CONFIRMATION', carrier: 'dpd' },
      help: 'ask the carrier; a lead of the MES or an agent may confirm in its place',
      also: [],
      who_may: [{ command: 'ConfirmShipment', to: 'SHIPPED', by: ['mes.lead', 'carrier.adapter', 'process.manager'] }],
      queue: null,
      correlation_id: '3cc45907-2d69-5057-8759-a80fc2c04f38',
      evidence: [
        {
          source: 'timeline',
          says: 'WAITING_SHIPMENT_CONFIRMATION; last event 14 ShipmentRequested by MES, recorded at 2026-03-02T08:15:00.000Z',
        },
        { source: 'read model', says: 'WAITING_SHIPMENT_CONFIRMATION at event 14' },
      ],
      away: [],
    },
  },
  readIncident: {
    query: {},
    answer: {
      format: 'order-ledger-incident/1',
      made_at: '2026-03-02T16:47:00.000Z',
      order_id: EXAMPLE.orderId,
      verdict: {
        verdict: 'waiting-for-carrier',
        cause: 'carrier-silent',
        text: 'carrier dpd has not answered the shipment request for 9 h',
        facts: { waits_s: 30_720, in_status: 'WAITING_SHIPMENT_CONFIRMATION', carrier: 'dpd' },
      },
      away: [{ source: 'spans', says: 'SPAN_FOLDER is not set here' }],
      events_from: 'read model',
      events: [
        {
          event_version: 1,
          type: 'OrderInitiated',
          to: 'INITIATED',
          occurred_at: '2026-03-02T08:02:00.000Z',
          recorded_at: '2026-03-02T08:02:00.000Z',
          system: 'partner',
        },
      ],
      messages: [{ event_version: 1, exchange: 'orders.admin.v1', type: 'order.order_initiated', published: null }],
      dead_letters: [],
      queues: [{ queue: 'mes.pricing', messages: 3, retrying: 0, dead_letters: 0 }],
      jobs: {},
      read_side: {},
      processes: [
        { name: 'projector', state: 'ready', silence: null, codes: [] },
        { name: 'pricing-worker', state: 'not-ready', silence: null, codes: ['postgres: unreachable'] },
      ],
      programs: [{ name: 'projector', url: 'http://127.0.0.1:9084' }],
      spans: { away: 'SPAN_FOLDER is not set here' },
      logs: { away: 'LOG_FOLDER is not set here' },
    },
  },
  readProjections: {
    query: {},
    answer: {
      projections: [
        {
          name: 'orders',
          version: 1,
          position: '81234/81234',
          last_event_recorded_at: '2026-03-02T08:19:00.000Z',
          tail_position: '81234',
          tail_reached_at: '2026-03-02T16:46:59.500Z',
          lag_ms: 500,
          parked_orders: 0,
        },
      ],
    },
  },
  readSystem: {
    query: {},
    answer: {
      at: '2026-03-02T16:47:00.000Z',
      ledger: 'answers',
      processes: [
        {
          name: 'projector',
          state: 'ready',
          silence: null,
          codes: [],
          version: '0.1.0',
          node_version: 'v20.19.0',
          started_at: '2026-03-02T06:00:00.000Z',
        },
      ],
      followers: [
        {
          process: 'projector',
          name: null,
          position: '81234',
          behind: false,
          lag_ms: 500,
          moved_at: '2026-03-02T16:46:59.500Z',
        },
        {
          process: 'bridge',
          name: 'orders.pricing',
          position: '80111',
          behind: true,
          lag_ms: 42_000,
          moved_at: '2026-03-02T16:46:18.000Z',
        },
      ],
      queues: [{ queue: 'mes.pricing', messages: 3, retrying: 0, dead_letters: 0 }],
      lanes: [{ lane: 'SHORT', queued: 3, running: 1 }],
      parked: [
        {
          order_id: EXAMPLE.orderId,
          process: 'bridge',
          what: 'orders.pricing',
          reason: 'too-large',
          parked_at: '2026-03-02T16:40:00.000Z',
        },
      ],
      objectives: [{ name: 'commands', budget_left: 0.92, bad_ratio_1h: 0.0001 }],
      away: [],
    },
  },
};
