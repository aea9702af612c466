import type { Command } from './command.ts';
import type { Refusal } from './refusal.ts';
import type { OrderState } from './state.ts';
import { earlier, later, millisecondsBetween, plusSeconds } from './time.ts';

/** A caller's clock may be this much ahead before its time is refused, in milliseconds. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Why nobody may date a command so: the future is unknown, and from outside nothing is dated back beyond its limit. */
export const untimely = ({
  occurred_at,
  recorded_at,
  latest_now = recorded_at,
  age_limit_s,
}: Pick<Command, 'occurred_at' | 'recorded_at' | 'latest_now' | 'age_limit_s'>): Refusal | null => {
  const no = (text: string): Refusal => ({ kind: 'invalid', errors: [{ pointer: '/occurred_at', text }] });
  if (millisecondsBetween(latest_now, occurred_at) > CLOCK_TOLERANCE_MS)
    return no('must not lie more than a minute in the future');
  const oldest = age_limit_s === undefined ? occurred_at : plusSeconds(recorded_at, -age_limit_s);
  return millisecondsBetween(oldest, occurred_at) < 0
    ? no(`must not lie before ${oldest}: people and partners date back no further`)
    : null;
};

/**
 * recorded_at never goes back within a stream, occurred_at is clamped into [the last status change, recorded_at].
 * Guards and events see the clamped recorded_at; what the caller gave stays on record where clamping changed it.
 */
export const clamped = <C extends Command>(state: OrderState | null, command: C): C => {
  const given = command.occurred_at;
  const recorded_at = state === null ? command.recorded_at : later(command.recorded_at, state.last_recorded_at);
  const occurred_at = earlier(state === null ? given : later(given, state.last_status_at), recorded_at);
  return { ...command, recorded_at, occurred_at, ...(occurred_at === given ? {} : { occurred_at_given: given }) };
};
