import type { Command } from './command.ts';
import type { Decision } from './decide.ts';
import { exchangeOf, type OrderEvent } from './events.ts';
import { changesStatus } from './lifecycle.ts';
import type { Metadata } from './metadata.ts';
import type { OrderState } from './state.ts';
import { newestVersion } from './upcast.ts';

export type StampedEvent = OrderEvent & { metadata: Omit<Metadata, 'hash'> };

/**
 * Gives the events of an accepted decision their metadata: the versions that follow on the state, who, why and when.
 * The hash is the ledger's to add, because only it chains bytes.
 */
export const stamp = (
  state: OrderState | null,
  command: Command,
  decision: Extract<Decision, { outcome: 'accepted' }>,
  traceparent?: string,
): StampedEvent[] => {
  const { id, kind, roles, partner_id, on_behalf_of } = command.actor;
  const actor = {
    id,
    kind,
    roles: [...roles].sort(),
    ...(partner_id === undefined ? {} : { partner_id }),
    ...(on_behalf_of === undefined ? {} : { on_behalf_of }),
  };
  let event_version = state?.event_version ?? 0;
  let status_version = state?.status_version ?? 0;
  const last = { ...state?.last_version_on };
  return decision.events.map((event) => {
    const exchange = exchangeOf(event.type);
    const previous_version = last[exchange];
    event_version += 1;
    if (changesStatus(event.type)) status_version += 1;
    last[exchange] = event_version;
    return {
      ...event,
      metadata: {
        schema_version: newestVersion(event.type),
        order_id: command.order_id,
        event_version,
        status_version,
        ...(previous_version === undefined ? {} : { previous_version }),
        correlation_id: command.correlation_id,
        $correlationId: command.correlation_id,
        causation_id: command.causation_id,
        $causationId: command.causation_id,
        command_id: command.command_id,
        actor,
        system: decision.system,
        request_hash: command.request_hash,
        occurred_at: decision.occurred_at,
        ...(decision.occurred_at_given === undefined ? {} : { occurred_at_given: decision.occurred_at_given }),
        recorded_at: decision.recorded_at,
        ...(traceparent === undefined ? {} : { traceparent }),
      },
    };
  });
};
