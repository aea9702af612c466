import type { Position } from '@order-ledger/read-model/reading/timeline';
import { z } from 'zod';
import type { Seals } from '../seal.ts';

/** Before the first event of all. */
export const BEGINNING: Position = { commit: '-1', prepare: '-1' };

export const isAfter = (a: Position, b: Position): boolean => {
  const [commit, other] = [BigInt(a.commit), BigInt(b.commit)];
  return commit === other ? BigInt(a.prepare) > BigInt(b.prepare) : commit > other;
};

const digits = z.string().regex(/^-?\d{1,18}$/);
const sealed = z.tuple([digits, digits]);

/** How a position is written as the id of a streamed event. */
export interface PositionForm {
  write(position: Position): string;
  /** undefined for what is no position of this reader's. */
  read(id: string): Position | undefined;
}

const positionOf = (parts: unknown): Position | undefined => {
  const parsed = sealed.safeParse(parts);
  return parsed.success ? { commit: parsed.data[0], prepare: parsed.data[1] } : undefined;
};

export const PLAIN: PositionForm = {
  write: ({ commit, prepare }) => `${commit}/${prepare}`,
  read: (id) => positionOf(id.split('/')),
};

/** Strangers must not read from a position how much others order; each gets positions that only it can give back. */
export const sealedFor = (bearer: string, seals: Seals): PositionForm => ({
  write: ({ commit, prepare }) => seals.encrypt([commit, prepare], bearer),
  read: (id) => positionOf(seals.decrypt(id, bearer)),
});
