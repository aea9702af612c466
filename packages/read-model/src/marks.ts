import type { Status } from '@order-ledger/domain/status';

/** `order_mark` has six columns for each status: `<lower-case status>_<suffix>`. */
export const MARK_SUFFIXES = [
  'first_at',
  'first_held_ms',
  'first_errored_ms',
  'last_at',
  'last_held_ms',
  'last_errored_ms',
] as const;
export type MarkSuffix = (typeof MARK_SUFFIXES)[number];
export type MarkColumn = `${Lowercase<Status>}_${MarkSuffix}`;
export const markColumn = (status: Status, suffix: MarkSuffix): MarkColumn =>
  `${status.toLowerCase() as Lowercase<Status>}_${suffix}`;
