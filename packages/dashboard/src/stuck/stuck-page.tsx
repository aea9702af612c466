import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, RefreshCw, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { answered, queries } from '../api/queries.ts';
import { useNow } from '../app/clock.tsx';
import { PAGES } from '../app/pages.ts';
import { usePageSearch } from '../app/use-page-search.ts';
import { WithOrderTexts } from '../order/with-order-texts.tsx';
import { useWord } from '../order/words.ts';
import { Button } from '../system/button.tsx';
import { Chip } from '../system/chip.tsx';
import { EmptyState } from '../system/empty-state.tsx';
import { Failed } from '../system/failed.tsx';
import { Menu } from '../system/menu.tsx';
import { Skeleton, useLate } from '../system/skeleton.tsx';
import { StuckRow } from './stuck-row.tsx';
import { readStuckSearch, STAGES, type StuckSearch } from './stuck-search.ts';
import { SystemState } from './system-state.tsx';
import { VERDICTS } from './verdict-look.ts';
import './stuck.css';

/** Every process is asked for an answer: often enough to see that something has moved. */
const AGAIN_MS = 30_000;
const AGES_EVERY_MS = 5_000;
const PAGE = 20;

type Change = { [Name in keyof StuckSearch]?: StuckSearch[Name] | undefined };

const useStuck = ({ verdict, stage }: StuckSearch) =>
  useInfiniteQuery({
    queryKey: ['stuck', verdict ?? null, stage ?? null],
    refetchInterval: AGAIN_MS,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE,
        ...(verdict === undefined ? {} : { verdict }),
        ...(stage === undefined ? {} : { stage: stage as never }),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      };
      return answered(queries.GET('/v1/stuck', { params: { query }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });

const Filters = ({ search, change }: { search: StuckSearch; change: (changed: Change) => void }) => {
  const t = useTranslations();
  const word = useWord();
  const { verdict, stage } = search;
  return (
    <div className="stuck-filters" role="toolbar" aria-label={t('board.filters')}>
      <Menu
        trigger={
          <Chip on={verdict !== undefined}>
            {verdict === undefined ? t('stuck.any-verdict') : word('verdict', verdict)}
          </Chip>
        }
        groups={[
          {
            id: 'verdicts',
            title: t('stuck.verdict'),
            entries: [undefined, ...VERDICTS].map((one) => ({
              id: one ?? 'any',
              name: one === undefined ? t('stuck.any-verdict') : word('verdict', one),
              chosen: one === verdict,
              onChoose: () => change({ verdict: one }),
            })),
          },
        ]}
      />
      <Menu
        trigger={
          <Chip on={stage !== undefined}>{stage === undefined ? t('stuck.any-stage') : t(`status.${stage}`)}</Chip>
        }
        groups={[
          {
            id: 'stages',
            title: t('stuck.stage'),
            entries: [undefined, ...STAGES].map((one) => ({
              id: one ?? 'any',
              name: one === undefined ? t('stuck.any-stage') : t(`status.${one}`),
              chosen: one === stage,
              onChoose: () => change({ stage: one }),
            })),
          },
        ]}
      />
      {(verdict !== undefined || stage !== undefined) && (
        <Button kind="plain" onClick={() => change({ verdict: undefined, stage: undefined })}>
          <X /> {t('stuck.all')}
        </Button>
      )}
    </div>
  );
};

const Stuck = () => {
  const t = useTranslations('stuck');
  const { search, change: changeSearch } = usePageSearch(PAGES.stuck.path, readStuckSearch);
  const now = useNow(AGES_EVERY_MS);
  const list = useStuck(search);
  const late = useLate(list.isPending);
  const change = (changed: Change): void => changeSearch(changed, { replace: 'order' in changed });
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap(({ stuck }) => stuck);
  const orders = new Map(pages.flatMap(({ orders: listed }) => listed).map((order) => [order.order_id, order]));
  const system = pages.at(0)?.system;
  const narrowed = search.verdict !== undefined || search.stage !== undefined;
  return (
    <div className="stuck">
      <header className="stuck-head">
        <h1>{t('title')}</h1>
        <span className="quiet">
          {list.data !== undefined && t(list.hasNextPage ? 'at-least' : 'count', { count: rows.length })}
        </span>
        <span className="stuck-space" />
        <Button pending={list.isFetching && !list.isPending} onClick={() => void list.refetch()}>
          <RefreshCw /> {t('ask-again')}
        </Button>
      </header>
      <Filters search={search} change={change} />
      {list.error !== null && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {system !== undefined && <SystemState system={system} />}
      {late && <Skeleton width="100%" />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState icon={<CircleCheck />} title={t(narrowed ? 'none-found' : 'none')}>
          {t(narrowed ? 'none-found-says' : 'none-says')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ol className="stuck-list">
          {rows.map((stuck, index) => (
            <StuckRow
              key={stuck.order_id}
              stuck={stuck}
              order={orders.get(stuck.order_id)}
              rank={index + 1}
              sinceMs={Math.max(0, now - list.dataUpdatedAt)}
              now={now}
              open={stuck.order_id === search.order}
              onOpen={(open) => change({ order: open ? stuck.order_id : undefined })}
            />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
};

/** Orders past their limit, the longest past first: why each stands, and what leads it on. */
export default function StuckPage() {
  return (
    <WithOrderTexts>
      <Stuck />
    </WithOrderTexts>
  );
}
