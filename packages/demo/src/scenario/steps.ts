import type { CommandName, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import type { EventType } from '@order-ledger/domain/events';
import type { Status } from '@order-ledger/domain/status';
import type { z } from 'zod';
import type { ModelName } from '../models.ts';
import type { Moment } from './bodies.ts';
import type { Account, Who } from './who.ts';

/** Fields that replace those of the usual body (bodies.ts); a function where they follow from the order. */
export type Change = Readonly<Record<string, unknown>> | ((moment: Moment) => Readonly<Record<string, unknown>>);
type ChangeOf<Name extends CommandName> =
  | Partial<z.input<(typeof REQUEST_BODIES)[Name]>>
  | ((moment: Moment) => Partial<z.input<(typeof REQUEST_BODIES)[Name]>>);

/**
 * How often the button is pressed: twice in the same moment or once more after the answer, with the same key; or once
 * more with a new key, where the fact itself has an id by which it is known again.
 */
export type Clicks = 'once' | 'twice-at-once' | 'again-later' | 'again-with-a-new-key';

/** What a refused sender says of the order: what he knows, an older state, or nothing. */
export type Saying = 'what-he-knows' | 'an-older-state' | 'nothing';

export interface Sends {
  kind: 'sends';
  who: Who;
  command: CommandName;
  change: Change;
  clicks: Clicks;
}

/** One step of an order's life. */
export type Step =
  /** The model's file goes up; the next AttachModel or ReviseOrder takes it. */
  | { kind: 'uploads'; model: ModelName }
  | Sends
  /** The command must be refused with this problem code. `reusesKey`: with the key of the last command of this sender. */
  | {
      kind: 'is-refused';
      who: Who;
      command: CommandName;
      code: string;
      change: Change;
      says: Saying;
      reusesKey: boolean;
    }
  /** All send the same command at once: one of them wins, the others are refused with this code. */
  | { kind: 'race'; between: readonly Who[]; command: CommandName; losers: string }
  /** Until the order stands there, brought by somebody else. */
  | { kind: 'until'; status: Status }
  /** Until the timeline has an event of this type that is newer than the last command of ours. */
  | { kind: 'until-event'; event: EventType }
  /**
   * Until the order stands in a status that lasts only so long. Found past it already, it plays the remedy, which is to
   * bring the order there again; three times at most.
   */
  | { kind: 'catches'; status: Status; past: Status; remedy: readonly Step[] }
  /** Until the quote's validity is over. */
  | { kind: 'outlasts-quote' }
  /** Sends; refused with this code it plays the remedy and sends again, three times at most. */
  | { kind: 'insists'; sends: Sends; on: string; remedy: readonly Step[] };

export interface Life {
  name: string;
  /** What it shows, for the summary. */
  title: string;
  account: Account;
  /** How many of 60 orders live so. */
  share: number;
  /** Where the order stands in the end. */
  ends: Status;
  steps: readonly Step[];
}

export const uploads = (model: ModelName): Step => ({ kind: 'uploads', model });

export const sends = <Name extends CommandName>(
  who: Who,
  command: Name,
  change: NoInfer<ChangeOf<Name>> = {},
  clicks: Clicks = 'once',
): Sends => ({ kind: 'sends', who, command, change, clicks });

export const isRefused = <Name extends CommandName>(
  who: Who,
  command: Name,
  code: string,
  how: { change?: NoInfer<ChangeOf<Name>>; says?: Saying; reusesKey?: boolean } = {},
): Step => ({
  kind: 'is-refused',
  who,
  command,
  code,
  change: how.change ?? {},
  says: how.says ?? 'what-he-knows',
  reusesKey: how.reusesKey ?? false,
});

export const race = (between: readonly Who[], command: CommandName, losers: string): Step => ({
  kind: 'race',
  between,
  command,
  losers,
});

export const until = (status: Status): Step => ({ kind: 'until', status });
export const untilEvent = (event: EventType): Step => ({ kind: 'until-event', event });
export const catches = (status: Status, past: Status, remedy: readonly Step[]): Step => ({
  kind: 'catches',
  status,
  past,
  remedy,
});
export const OUTLASTS_QUOTE: Step = { kind: 'outlasts-quote' };
export const insists = (sent: Sends, on: string, remedy: readonly Step[]): Step => ({
  kind: 'insists',
  sends: sent,
  on,
  remedy,
});
