import { isFinal, STATUSES, type Status } from '@order-ledger/domain/status';

/** The limit of what the system itself has to do next, in whichever status that is. */
export const SYSTEM = 'SYSTEM';

/** What a limit is set for. */
export type LimitName = Status | typeof SYSTEM;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds in a status from which on an order is looked at, where nobody has set them and too few have passed it. */
const DEFAULT_LIMITS_S: Readonly<Partial<Record<LimitName, number>>> = {
  [SYSTEM]: MINUTE,
  INITIATED: 7 * DAY,
  FILE_UPLOADED: 7 * DAY,
  SUBMITTED: 5 * MINUTE,
  PRICE_CALCULATION_STARTED: 10 * MINUTE,
  PRICE_CALCULATED: 3 * DAY,
  WAITING_PAYMENT: 3 * DAY,
  MANUFACTURING_APPROVED: 2 * DAY,
  MANUFACTURING_STARTED: 2 * DAY,
  MANUFACTURING_FAILED: 4 * HOUR,
  REWORK_REQUIRED: 4 * HOUR,
  MANUFACTURING_COMPLETED: 8 * HOUR,
  PACKAGING_STARTED: 4 * HOUR,
  PACKAGING_COMPLETED: 8 * HOUR,
  WAITING_SHIPMENT_CONFIRMATION: 8 * HOUR,
  SHIPPED: 7 * DAY,
  DELIVERED: 3 * DAY,
  RETURN_REQUESTED: 7 * DAY,
  RETURNED: 3 * DAY,
  ON_HOLD: DAY,
  ERROR: 15 * MINUTE,
};

export const LIMITED: readonly Status[] = STATUSES.filter((status) => !isFinal(status));
const NAMES: readonly LimitName[] = [SYSTEM, ...LIMITED];

export type LimitSettings = Readonly<Partial<Record<LimitName, number>>>;

/** Hundred years: no sum with a time leaves what Postgres knows. */
const LONGEST_S = 100 * 365 * DAY;

/**
 * Limits as they are set: `SUBMITTED=120,ON_HOLD=3600,SYSTEM=30`; a figure alone is for everything that is not named.
 *
 * @throws Error that says what is wrong with it
 */
export const limitSettings = (text: string): LimitSettings => {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const named: Partial<Record<LimitName, number>> = {};
  let others: number | undefined;
  for (const part of parts) {
    const [, name, figure] = /^(?:([A-Z_]+)=)?(\d{1,10})$/.exec(part) ?? [];
    const seconds = Number(figure);
    if (figure === undefined || seconds > LONGEST_S)
      throw new Error(`"${part}" is no limit: write seconds, or STATUS=seconds, separated by commas`);
    if (name === undefined) others = seconds;
    else if ((NAMES as readonly string[]).includes(name)) named[name as LimitName] = seconds;
    else throw new Error(`${name} has no limit: there are ${NAMES.join(', ')}`);
  }
  if (others === undefined) return named;
  const rest = others;
  return { ...Object.fromEntries(NAMES.map((name) => [name, rest])), ...named };
};

/** How long orders have stayed in a status lately, those that have left it. */
export interface StageStatistics {
  readonly status: Status;
  readonly visits: number;
  readonly p95_s: number;
}

/** Fewer visits say nothing about what is usual. */
const ENOUGH_VISITS = 200;

export interface StageLimit {
  readonly seconds: number;
  readonly from: 'configuration' | 'p95' | 'default';
}

export type StageLimits = Readonly<Record<LimitName, StageLimit>>;

/** The limit of each status: as it is set; else the status's own p95, never below the system's; else the default. */
export const stageLimits = (settings: LimitSettings, statistics: readonly StageStatistics[] = []): StageLimits => {
  const usual = new Map(
    statistics.filter(({ visits }) => visits >= ENOUGH_VISITS).map((one) => [one.status, one.p95_s]),
  );
  const least = settings[SYSTEM] ?? DEFAULT_LIMITS_S[SYSTEM] ?? MINUTE;
  const limitOf = (name: LimitName): StageLimit => {
    const set = settings[name];
    if (set !== undefined) return { seconds: set, from: 'configuration' };
    const p95 = name === SYSTEM ? undefined : usual.get(name);
    if (p95 !== undefined) return { seconds: Math.max(least, Math.ceil(p95)), from: 'p95' };
    return { seconds: DEFAULT_LIMITS_S[name] ?? DAY, from: 'default' };
  };
  return Object.fromEntries(NAMES.map((name) => [name, limitOf(name)])) as StageLimits;
};
