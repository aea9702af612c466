import { bodyOf, type Guard, no } from './guard.ts';

export const costDecided: Guard = (_state, command) =>
  bodyOf<{ cost_decision: string }>(command).cost_decision === undefined
    ? no('cost-decision-missing', 'from here a cancellation needs cost_decision: CUSTOMER, COMPANY or SPLIT')
    : null;

export const incidentSettled: Guard = (_state, command) => {
  const fields = ['incident_note', 'goods_location', 'cost_decision'] as const;
  const body = bodyOf<Record<(typeof fields)[number], unknown>>(command);
  const missing = fields.filter((field) => body[field] === undefined);
  return missing.length === 0
    ? null
    : no('incident-incomplete', `a cancellation out of an error needs ${missing.join(', ')}`);
};

export const holdOpen: Guard = (state, command) => {
  const open = state.holds.filter((hold) => hold.open).map((hold) => hold.hold_id);
  return open.includes(bodyOf<{ hold_id: string }>(command).hold_id ?? '')
    ? null
    : no('unknown-hold', `open holds: ${open.join(', ')}`);
};

export const correctsAnEvent: Guard = (state, command) =>
  (bodyOf<{ corrects_event_version: number }>(command).corrects_event_version ?? 0) <= state.event_version
    ? null
    : no('unknown-event-version', `the order's last event_version is ${state.event_version}`);
