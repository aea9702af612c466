import { queryOptions } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answered, queries } from '../api/queries.ts';
import type { CommandAnswer, CommandPath } from '../api/shapes.ts';
import { usePending } from '../commands/pending.ts';
import { useCommands } from '../commands/use-commands.tsx';
import { tell } from '../system/toasts.ts';

const NEXT = '/v1/shop-floor/next' satisfies CommandPath;

/** Whether the API would give this caller an order at all. It follows from his roles, which a session does not change. */
export const rightsQuery = queryOptions({
  queryKey: ['shop-floor', 'rights'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => answered(queries.GET('/v1/shop-floor', { params: { query: { limit: 1 } }, signal })),
});

/** An order was chosen, and somebody was quicker with it: another is chosen for another key. */
const LOST = 'choice-lost';
/** So often another one is asked for by itself. */
const MOST_TRIES = 4;

/** Takes the best order that is ready: which one, the API decides. */
export const useTakeNext = (onTaken: (answer: CommandAnswer) => void): { take: () => void; underWay: boolean } => {
  const t = useTranslations('board');
  const run = useCommands();
  const underWay = usePending().has(NEXT);
  const onDone = (answer: CommandAnswer | null): void => {
    if (answer === null) tell({ kind: 'done', title: t('nothing-ready'), says: t('nothing-ready-says') });
    else {
      tell({ kind: 'done', title: t('taken') });
      onTaken(answer);
    }
  };
  const take = async (tries = 1): Promise<void> => {
    const outcome = await run({
      command: 'ClaimOrder',
      path: NEXT,
      body: {},
      name: t('take-next'),
      about: t('queue'),
      untold: tries < MOST_TRIES ? [LOST] : [],
      onDone,
    });
    if (outcome.is === 'refused' && outcome.problem.code === LOST && tries < MOST_TRIES) await take(tries + 1);
  };
  return { take: () => void take(), underWay };
};
