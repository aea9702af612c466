import { useCallback, useMemo, useRef } from 'react';
import { useNow } from '../app/clock.tsx';
import { PAGES } from '../app/pages.ts';
import { usePageSearch } from '../app/use-page-search.ts';
import { useWho } from '../session/session.ts';
import { usePointed } from '../system/use-pointed.ts';
import { BoardHead } from './board-head.tsx';
import { BoardList } from './board-list.tsx';
import { type BoardSearch, readBoardSearch } from './board-search.ts';
import type { CellContext } from './cells.tsx';
import { Filters } from './filters.tsx';
import { OrderPanel } from './order-panel.tsx';
import { Stages } from './stages.tsx';
import { limitsOf, useBoard } from './use-board.ts';
import './board-page.css';

/** Ages are told by the minute, the shortest by the second: often enough for both. */
const AGES_EVERY_MS = 5_000;

export default function BoardPage() {
  const { search, change, show: showAll } = usePageSearch(PAGES.board.path, readBoardSearch);
  const { subject } = useWho();
  const { data: board } = useBoard();
  const now = useNow(AGES_EVERY_MS);
  const field = useRef<HTMLInputElement>(null);
  const [pointed, pointing] = usePointed();
  const limits = useMemo(() => limitsOf(board), [board]);
  const context = useMemo((): CellContext => ({ limits, now, me: subject }), [limits, now, subject]);

  /** A view is a list of its own: what narrowed the one before does not. Layout, sort and the open order stay. */
  const show = useCallback(
    (view: BoardSearch) => {
      const { layout, sort, order } = search;
      showAll({ layout, sort, order, ...view });
    },
    [showAll, search],
  );
  const close = useCallback(() => change({ order: undefined }), [change]);

  return (
    <div className="board" data-open={search.order !== undefined || undefined}>
      <div className="board-list">
        <BoardHead {...{ search, change, show, board }} />
        <Filters {...{ search, change, show, board, field }} />
        <div style={{ minHeight: 0 }} {...pointing}>
          {search.layout === 'stages' ? (
            <Stages
              {...{ search, board, context }}
              mayMove={() => !pointed.current}
              onOpen={({ order_id }) => change({ order: order_id })}
            />
          ) : (
            <BoardList {...{ search, change, show, context, field, pointed }} />
          )}
        </div>
      </div>
      {search.order !== undefined && <OrderPanel orderId={search.order} onClose={close} />}
    </div>
  );
}
