import type { CommandBody, CommandPath } from '../api/shapes.ts';
import type { HOLD, PRIORITY } from './board-deeds.ts';

type ReasonOf<Path extends CommandPath> =
  CommandBody<Path> extends { reason: infer Reason extends string } ? Reason : never;

// The reasons that the commands take; the compiler holds them against the API's document.

export const HOLD_REASONS = Object.keys({
  MATERIAL_SHORTAGE: true,
  MACHINE_DOWN: true,
  QUALITY: true,
  CUSTOMER_ASKED: true,
  PAYMENT_RISK: true,
  OTHER: true,
} satisfies Record<ReasonOf<typeof HOLD>, true>) as ReasonOf<typeof HOLD>[];

export const SCHEDULE_CHANGE_REASONS = Object.keys({
  CUSTOMER_ASKED: true,
  CAPACITY: true,
  REWORK: true,
  DELAY: true,
  CORRECTION: true,
  OTHER: true,
} satisfies Record<ReasonOf<typeof PRIORITY>, true>) as ReasonOf<typeof PRIORITY>[];
