import { httpClient } from '@order-ledger/demo/http';
import { httpWorld } from '@order-ledger/demo/http-world';
import { type Known, learnAll } from '@order-ledger/demo/known';
import { play } from '@order-ledger/demo/player';
import { readSide } from '@order-ledger/demo/read-side';
import { openRecord } from '@order-ledger/demo/record';
import { newRun } from '@order-ledger/demo/run';
import type { Uploaded } from '@order-ledger/demo/scenario/bodies';
import { livesOf } from '@order-ledger/demo/scenario/lives';
import type { Account } from '@order-ledger/demo/scenario/who';
import { fold } from '@order-ledger/domain/evolve';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import type { OrderState } from '@order-ledger/domain/state';
import type { Status } from '@order-ledger/domain/status';
import { LASTING } from '../faults/load.ts';
import { choicesOf } from './choices.ts';
import type { Site } from './site.ts';

/** A whole model that may be attached to orders of an account. */
export interface Model {
  account: Account;
  upload: Uploaded;
}

export interface StockedOrder {
  order_id: string;
  account: Account;
  /** When it was last looked at; our own processes may have moved it since. */
  status: Status;
}

const PATIENCE_MS = 60_000;
const REPEAT_FOR_MS = 60_000;
const AT_ONCE = 8;
const MODELS_FOR = ['house', 'prepaid', 'invoice', 'deposit'] as const satisfies readonly Account[];

/** Plays lives of the demonstration and leaves each where the seed says, so that orders stand in many statuses. */
export const playOrders = async (site: Site, count: number, seed: number, round: number): Promise<StockedOrder[]> => {
  const { credentials } = site.system;
  const http = httpClient(REPEAT_FOR_MS);
  const reads = readSide({ http, address: credentials.addresses.query_api, bearer: credentials.reader });
  const world = httpWorld({ credentials, http, readSide: reads, lagLimitMs: REPEAT_FOR_MS });
  const run = newRun();
  const lives = livesOf(Math.max(count, LASTING.length), LASTING);
  const found: StockedOrder[] = [];
  const left = Array.from({ length: count }, (_, index) => index).values();
  const worker = async (): Promise<void> => {
    for (const index of left) {
      const choices = choicesOf(seed, round, index);
      const life = choices.one(lives);
      const cut = 4 + choices.below(life.steps.length - 3);
      const record = openRecord(index + 1, life.name);
      await play({
        life: { ...life, steps: life.steps.slice(0, cut) },
        record,
        world,
        run,
        patienceMs: PATIENCE_MS,
      });
      // A life that is left early is no failure of it.
      const standing = record.order_id === null ? null : await standingOf(site, record.order_id);
      if (standing === null) continue;
      const { order_id, status } = standing.state;
      found.push({ order_id, account: life.account, status });
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, worker));
  return found;
};

export const uploadModels = async (site: Site): Promise<Model[]> => {
  const { credentials } = site.system;
  const http = httpClient(REPEAT_FOR_MS);
  const reads = readSide({ http, address: credentials.addresses.query_api, bearer: credentials.reader });
  const world = httpWorld({ credentials, http, readSide: reads, lagLimitMs: REPEAT_FOR_MS });
  return Promise.all(
    MODELS_FOR.map(async (account) => ({ account, upload: await world.upload({ who: 'customer', account }, 'cube') })),
  );
};

/** An order as it stands in the ledger now. */
export interface Standing {
  state: OrderState;
  known: Known;
}

/** @returns null for an order that does not exist */
export const standingOf = async ({ ledger }: Site, orderId: string): Promise<Standing | null> => {
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readOrder(orderId)) events.push(event);
  const state = fold(events);
  if (state === null) return null;
  const learned = events.map(({ type, data, metadata: { event_version, status_version } }) => ({
    type,
    event_version,
    status_version,
    status: state.status,
    data: data as Record<string, unknown>,
  }));
  return { state, known: learnAll(learned) };
};
