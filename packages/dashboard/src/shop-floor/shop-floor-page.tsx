import { Hand, PackageOpen } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Order } from '../api/shapes.ts';
import { useNow } from '../app/clock.tsx';
import { PAGES } from '../app/pages.ts';
import { usePageSearch } from '../app/use-page-search.ts';
import { WithOrderTexts } from '../order/with-order-texts.tsx';
import { useWho } from '../session/session.ts';
import { Button } from '../system/button.tsx';
import { Chip } from '../system/chip.tsx';
import { EmptyState } from '../system/empty-state.tsx';
import { Failed } from '../system/failed.tsx';
import { KeyHint } from '../system/key-hint.tsx';
import { usePointed } from '../system/use-pointed.ts';
import { FloorList } from './floor-list.tsx';
import { FloorOrder } from './floor-order.tsx';
import { useFloor, usualIn } from './floor-queries.ts';
import { type FloorSearch, readFloorSearch, SIDES, type Side, usualSide } from './floor-search.ts';
import { useFloorKeys } from './use-floor-keys.ts';
import { useFloorSize } from './use-floor-size.ts';
import { useRenewal } from './use-renewal.ts';
import { useTakeNext } from './use-take-next.ts';
import './floor.css';

const AGES_EVERY_MS = 5_000;

const NOBODY: readonly Order[] = [];

/** What stands in the lists beside the large order. */
const useLists = (side: Side, me: string, pointed: React.RefObject<boolean>) => {
  const floor = useFloor(side, me, () => !pointed.current);
  const { queue, mine, packing } = floor;
  const claimed = queue.data?.claimed.filter(({ claim }) => claim?.operator !== me);
  const packed = (order: Order): boolean => order.status === 'PACKAGING_COMPLETED';
  return {
    ...floor,
    mine: mine.data,
    mayClaim: queue.data?.may_claim === true,
    ready: side === 'make' ? queue.data?.ready : packing.data?.filter((order) => !packed(order)),
    packed: side === 'make' ? undefined : packing.data?.filter(packed),
    others: claimed,
    error: queue.error ?? mine.error ?? packing.error,
    again: () => void Promise.all([queue.refetch(), mine.refetch(), packing.refetch()]),
  };
};

/** Nothing stands large: what to do about it. */
const Nothing = ({ take, ready, side }: { take: (() => void) | undefined; ready: number | undefined; side: Side }) => {
  const t = useTranslations();
  return (
    <div className="floor-nothing">
      <EmptyState
        icon={<PackageOpen />}
        title={t('floor.none')}
        deeds={
          take !== undefined && (
            <Button kind="primary" onClick={take}>
              <Hand /> {t(side === 'make' ? 'board.take-next' : 'floor.pack-next')}
            </Button>
          )
        }
      >
        {ready === 0 ? t(`floor.none-ready.${side}`) : t('floor.none-says')}
      </EmptyState>
    </div>
  );
};

const Floor = () => {
  useFloorSize();
  const t = useTranslations();
  const { search, change } = usePageSearch(PAGES.floor.path, readFloorSearch);
  const { subject: me, roles } = useWho();
  const now = useNow(AGES_EVERY_MS);
  const [pointed, pointing] = usePointed();
  const side: Side = search.side ?? usualSide(roles);
  const { order } = search;
  const { mine, ready, packed, others, mayClaim, error, again, ...floor } = useLists(side, me, pointed);
  const go = useCallback((changed: FloorSearch, replace = false) => change(changed, { replace }), [change]);
  useRenewal(mine, again);
  const operators = floor.queue.data?.operators.map(({ operator }) => operator);
  const first = mine?.[0]?.order_id;
  // It stays large when somebody else takes it: what has become of it is told where it stood.
  useEffect(() => {
    if (order === undefined && first !== undefined) go({ order: first }, true);
  }, [order, first, go]);

  const { take, underWay } = useTakeNext(({ order_id }) => {
    go({ order: order_id });
    again();
  });
  const nextToPack = ready?.find(({ claim }) => claim == null);
  /** The API chooses among what is to be made; what is to be packed is taken as it stands in the list. */
  const packNext = nextToPack === undefined ? undefined : () => go({ order: nextToPack.order_id });
  const takeNext = side === 'pack' ? packNext : mayClaim ? take : undefined;
  const shown = [...(mine ?? NOBODY), ...(ready ?? NOBODY), ...(packed ?? NOBODY)];
  const step = (by: number): void => {
    const at = shown.findIndex(({ order_id }) => order_id === order);
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next !== undefined) go({ order: next.order_id });
  };
  const [forward, back] = [() => step(1), () => step(-1)];
  useFloorKeys({ KeyT: takeNext, KeyJ: forward, ArrowDown: forward, KeyK: back, ArrowUp: back });

  if (error !== null && floor.queue.data === undefined) return <Failed error={error} onRetry={again} />;
  const list = { chosen: order, onChoose: ({ order_id }: Order) => go({ order: order_id }), now };
  return (
    <div className="floor">
      <header className="floor-head">
        <h1>{t('floor.title')}</h1>
        <div className="floor-sides" role="toolbar" aria-label={t('floor.sides')}>
          {SIDES.map((one) => (
            <Chip key={one} pressed={one === side} onClick={() => go({ side: one })}>
              {t(`floor.side.${one}`)}
            </Chip>
          ))}
        </div>
        <span className="floor-space" />
        {takeNext !== undefined && (
          <Button kind={order === undefined ? 'primary' : 'normal'} pending={underWay} onClick={takeNext}>
            <Hand /> {t(side === 'make' ? 'board.take-next' : 'floor.pack-next')} <KeyHint keys="T" />
          </Button>
        )}
      </header>
      <div className="floor-body">
        <div className="floor-main">
          {order === undefined ? (
            <Nothing take={takeNext} ready={ready?.length} side={side} />
          ) : (
            <FloorOrder key={order} orderId={order} operators={operators} {...{ side, now, me }} />
          )}
        </div>
        <aside className="floor-lists" aria-label={t('floor.lists')} {...pointing}>
          {error !== null && <Failed error={error} onRetry={again} />}
          <FloorList {...list} title={t('floor.mine')} none={t('floor.none-mine')} orders={mine} />
          <FloorList
            {...list}
            title={t(`floor.ready.${side}`)}
            none={t(`floor.none-ready.${side}`)}
            orders={ready}
            usual={usualIn(side)}
          />
          {packed !== undefined && (
            <FloorList
              {...list}
              title={t('floor.packed')}
              none={t('floor.none-packed')}
              orders={packed}
              usual={usualIn(side)}
            />
          )}
          <FloorList {...list} title={t('floor.others')} none={t('floor.none-others')} orders={others} holders />
        </aside>
      </div>
    </div>
  );
};

/** The page of the shop floor: what I make, and what comes next, on a tablet. */
export default function ShopFloorPage() {
  return (
    <WithOrderTexts>
      <Floor />
    </WithOrderTexts>
  );
}
