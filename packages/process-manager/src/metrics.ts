import { defineMetrics } from '@order-ledger/platform/metrics';

export const metrics = defineMetrics({
  reactions: {
    type: 'counter',
    name: 'process_manager_reactions_total',
    help: 'Commands that a rule sent after an event, by what came of them',
    labels: ['rule', 'outcome'],
  },
  looks: {
    type: 'counter',
    name: 'process_manager_looks_total',
    help: 'Looks at an order after its events: timers changed or not known to be written, or unchanged, which needs no transaction',
    labels: ['found'],
  },
  timersKnown: {
    type: 'gauge',
    name: 'process_manager_remembered_timers',
    help: 'Orders whose timers are known as they stand in the table',
  },
  timers: {
    type: 'counter',
    name: 'process_manager_timers_total',
    help: 'Timers that were due, by what came of them',
    labels: ['rule', 'outcome'],
  },
  incomplete: {
    type: 'counter',
    name: 'process_manager_incomplete_carrier_events_total',
    help: 'Carrier events without the fields that their command needs: people must act on them',
    labels: ['kind'],
  },
  overtaken: {
    type: 'counter',
    name: 'process_manager_overtaken_carrier_events_total',
    help: 'Carrier events that came too late, after newer ones or after a decline: on record, they change nothing',
    labels: ['kind'],
  },
  parked: {
    type: 'gauge',
    name: 'process_manager_parked_orders',
    help: 'Orders that the rules could not be applied to; retried every minute',
  },
  draftsFound: {
    type: 'counter',
    name: 'process_manager_old_drafts_total',
    help: 'Drafts that the read model showed to be old and that had no timer',
  },
  timersHeldBack: {
    type: 'gauge',
    name: 'process_manager_timers_held_back',
    help: '1 while no timer may fire because the system has not been ready for long enough',
  },
});
