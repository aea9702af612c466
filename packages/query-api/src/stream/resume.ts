import { BEGINNING, isAfter, type Place, readEnd, readPlaceAt } from '@order-ledger/read-model/reading/told-events';
import type { Source } from '../sources.ts';
import type { Given } from './place-form.ts';

/**
 * Where a reader continues who gives an id back. An id of a read model that was dropped since, or of one whose last
 * transactions are lost, does not say what he has of this one: he is sent everything from the beginning, because a
 * place that never comes would leave him waiting in silence.
 */
export const resumeAt = async (source: Source, given: Given): Promise<{ place: Place; again: boolean }> => {
  if ('order_id' in given) return { place: given, again: false };
  const place = 'cursor' in given ? await known(source, given) : await readPlaceAt(source, given);
  return place === null ? { place: BEGINNING, again: true } : { place, again: false };
};

const known = async (source: Source, given: Extract<Given, { cursor: string }>): Promise<Place | null> => {
  const end = await readEnd(source);
  const isOurs = end !== null && 'cursor' in end && end.origin === given.origin && !isAfter(given, end);
  return isOurs ? given : null;
};
