import type { QueryClient } from '@tanstack/react-query';

/** Reads all that is shown once more; what is being read for the first time once it has come. */
export const readAgain = async (client: QueryClient): Promise<void> => {
  const underWay = client.getQueryCache().findAll({ fetchStatus: 'fetching' });
  // One that is under way may have been answered already, and is not asked again before it is here.
  await Promise.allSettled(underWay.map(({ promise }) => promise));
  await client.invalidateQueries();
};
