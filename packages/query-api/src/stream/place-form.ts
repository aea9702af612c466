import type { Place, Position } from '@order-ledger/read-model/reading/told-events';
import { z } from 'zod';
import type { Seals } from '../seal.ts';

/** What an id can say: a place, or as ids did before events had cursors, a position in the ledger. */
export type Given = Place | Position;

/** How a place is written as the id of a streamed event. */
export interface PlaceForm {
  write(place: Place): string;
  /** undefined for what is no id of this reader's. */
  read(id: string): Given | undefined;
}

const CURSOR = /^(\d{1,18})\.(\d{1,18})$/;
const POSITION = /^(-?\d{1,18})\/(-?\d{1,18})(?:\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,9}))?$/i;

const given = (id: string): Given | undefined => {
  const [, origin, cursor] = CURSOR.exec(id) ?? [];
  if (origin !== undefined && cursor !== undefined) return { origin, cursor };
  const [, commit, prepare, order_id, event_version] = POSITION.exec(id) ?? [];
  if (commit === undefined || prepare === undefined) return undefined;
  return order_id === undefined
    ? { commit, prepare }
    : { commit, prepare, order_id: order_id.toLowerCase(), event_version: Number(event_version) };
};

export const PLAIN: PlaceForm = {
  write: (place) =>
    'cursor' in place
      ? `${place.origin}.${place.cursor}`
      : `${place.commit}/${place.prepare}/${place.order_id}/${place.event_version}`,
  read: given,
};

/** As they were sealed before events had cursors. */
const sealedPosition = z.tuple([z.string(), z.string()]);

/** Strangers must not read from an id how much others order; each gets ids that only it can give back. */
export const sealedFor = (bearer: string, seals: Seals): PlaceForm => ({
  write: (place) => seals.encrypt(PLAIN.write(place), bearer),
  read: (id) => {
    const opened = seals.decrypt(id, bearer);
    const { data: position } = sealedPosition.safeParse(opened);
    const text = position === undefined ? opened : position.join('/');
    return typeof text === 'string' ? given(text) : undefined;
  },
});
