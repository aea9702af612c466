import { EXAMPLE } from '@order-ledger/platform/http/openapi';
import type { ExamplesOf } from './example.ts';
import { ORDER } from './order.ts';

/** Questions about the whole house. */
export const ANALYSIS_EXAMPLES: ExamplesOf<
  'readBoard' | 'readFlow' | 'readDurations' | 'readLeadTimes' | 'readShopFloor'
> = {
  readBoard: {
    query: {},
    answer: {
      statuses: [
        {
          status: 'MANUFACTURING_STARTED',
          count: 1,
          oldest_since: '2026-03-02T08:13:00.000Z',
          oldest_order_id: '3a067b91-b0e5-581d-8c6c-631907f59943',
          limit_s: 172_800,
        },
        {
          status: 'WAITING_SHIPMENT_CONFIRMATION',
          count: 1,
          oldest_since: '2026-03-02T08:15:00.000Z',
          oldest_order_id: EXAMPLE.orderId,
          limit_s: 28_800,
        },
      ],
      active: 3,
      settlement: { underpaid: 0, overpaid: 0, 'over-refunded': 0 },
      needs_person: 0,
    },
  },
  readFlow: {
    query: { since: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z' },
    answer: {
      since: '2026-03-01T00:00:00.000Z',
      until: '2026-04-01T00:00:00.000Z',
      graph: [
        { from: 'SUBMITTED', to: 'PRICE_CALCULATION_STARTED', kind: 'way' },
        { from: 'SUBMITTED', to: 'CANCELLED', kind: 'cancel' },
      ],
      rework: { begun: 3, again: 0 },
      edges: [
        { from: 'NONE', to: 'INITIATED', count: 4, mean_dwell_ms: null, median_dwell_ms: null, rate: 1 },
        {
          from: 'SUBMITTED',
          to: 'PRICE_CALCULATION_STARTED',
          count: 4,
          mean_dwell_ms: 60_000,
          median_dwell_ms: 60_000,
          rate: 1,
        },
      ],
    },
  },
  readDurations: {
    query: { from: 'PACKAGING_STARTED', to: 'PACKAGING_COMPLETED', percentiles: '50,95', group_by: 'material' },
    answer: {
      from: 'PACKAGING_STARTED',
      to: 'PACKAGING_COMPLETED',
      from_pick: 'first',
      to_pick: 'first',
      measure: 'net',
      group_by: 'material',
      groups: [
        {
          group: 'PLA',
          orders: 2,
          mean_ms: 60_000,
          min_ms: 60_000,
          max_ms: 60_000,
          percentiles_ms: { p50: 60_000, p95: 60_000 },
        },
      ],
    },
  },
  readLeadTimes: {
    query: { percentiles: '50,95' },
    answer: {
      lead_times: [
        {
          name: 'manufacturing',
          from: 'MANUFACTURING_STARTED',
          to: 'MANUFACTURING_COMPLETED',
          measure: 'net',
          statistics: [
            {
              orders: 2,
              mean_ms: 60_000,
              min_ms: 60_000,
              max_ms: 60_000,
              percentiles_ms: { p50: 60_000, p95: 60_000 },
            },
          ],
        },
      ],
    },
  },
  readShopFloor: {
    query: { limit: '1' },
    answer: {
      may_claim: true,
      ready: [
        {
          ...ORDER,
          status: 'MANUFACTURING_APPROVED',
          display_status: 'MANUFACTURING_APPROVED',
          stage: 'MANUFACTURING_APPROVED',
          owner: 'CRM',
        },
      ],
      claimed: [
        {
          ...ORDER,
          status: 'MANUFACTURING_STARTED',
          display_status: 'MANUFACTURING_STARTED',
          stage: 'MANUFACTURING_STARTED',
          claim: { operator: 'sub:oleg', fence_token: 1, claimed_at: '2026-03-02T08:12:00.000Z' },
        },
      ],
      operators: [{ operator: 'sub:oleg', orders: 1, oldest_claim_at: '2026-03-02T08:12:00.000Z' }],
    },
  },
};
