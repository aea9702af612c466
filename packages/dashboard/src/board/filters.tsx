import { ArrowDownUp, ChevronDown, Flag, Layers, Search, X } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Board } from '../api/shapes.ts';
import { Chip } from '../system/chip.tsx';
import { numberText } from '../system/formats.ts';
import { KeyHint } from '../system/key-hint.tsx';
import { Menu } from '../system/menu.tsx';
import { type BoardChange, type BoardSearch, PRIORITIES, sortOf, sortsOf } from './board-search.ts';
import { countIn } from './use-board.ts';
import { isView, USUAL_VIEWS } from './views.ts';
import './filters.css';

interface FiltersProps {
  search: BoardSearch;
  change: (changed: BoardChange) => void;
  show: (view: BoardSearch) => void;
  board: Board | undefined;
  field: RefObject<HTMLInputElement | null>;
}

/** Finds what has exactly this id, reference or customer: that is how the API asks. */
const Find = ({ search: { q }, change, field }: FiltersProps) => {
  const t = useTranslations('board');
  const [typed, setTyped] = useState(q ?? '');
  useEffect(() => setTyped(q ?? ''), [q]);
  return (
    <search>
      <form
        className="board-find"
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: typed.trim() });
        }}
      >
        <Search aria-hidden="true" />
        <input
          ref={field}
          value={typed}
          placeholder={t('find')}
          aria-label={t('find-says')}
          title={t('find-says')}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setTyped('');
            change({ q: '' });
            event.currentTarget.blur();
          }}
        />
        {typed === '' && <KeyHint keys="/" />}
      </form>
    </search>
  );
};

const SortMenu = ({ search, change }: FiltersProps) => {
  const t = useTranslations('board');
  const sorts = sortsOf(search);
  const sort = sortOf(search);
  return (
    <Menu
      trigger={
        <Chip on={sort !== sorts[0]}>
          <ArrowDownUp aria-hidden="true" />
          {t(`sorts.${sort}`)}
        </Chip>
      }
      groups={[
        {
          id: 'sorts',
          title: t('sort'),
          entries: sorts.map((one) => ({
            id: one,
            name: t(`sorts.${one}`),
            chosen: one === sort,
            onChoose: () => change({ sort: one }),
          })),
        },
      ]}
    />
  );
};

const MoreMenu = ({ search: { priority, ended }, change }: FiltersProps) => {
  const t = useTranslations();
  return (
    <>
      <Menu
        trigger={
          <Chip on={priority !== undefined}>
            <Flag aria-hidden="true" />
            {priority === undefined ? t('board.any-priority') : t(`priority.${priority}`)}
            <ChevronDown aria-hidden="true" />
          </Chip>
        }
        groups={[
          {
            id: 'priority',
            title: t('board.priority'),
            entries: [undefined, ...PRIORITIES].map((one) => ({
              id: one ?? 'any',
              name: one === undefined ? t('board.any-priority') : t(`priority.${one}`),
              chosen: one === priority,
              onChoose: () => change({ priority: one }),
            })),
          },
        ]}
      />
      <Menu
        trigger={
          <Chip on={ended !== undefined}>
            <Layers aria-hidden="true" />
            {t(`board.ended.${ended ?? 'without'}`)}
            <ChevronDown aria-hidden="true" />
          </Chip>
        }
        groups={[
          {
            id: 'ended',
            entries: ([undefined, 'too', 'alone'] as const).map((one) => ({
              id: one ?? 'without',
              name: t(`board.ended.${one ?? 'without'}`),
              chosen: one === ended,
              onChoose: () => change({ ended: one }),
            })),
          },
        ]}
      />
    </>
  );
};

export const Filters = (props: FiltersProps) => {
  const { search, show, change, board } = props;
  const t = useTranslations();
  const locale = useLocale();
  return (
    <div className="board-filters" role="toolbar" aria-label={t('board.filters')}>
      {search.layout === undefined &&
        USUAL_VIEWS.map(({ id, search: view, counted }) => {
          const count = counted === undefined ? undefined : countIn(board, counted);
          return (
            <Chip
              key={id}
              pressed={isView(search, view)}
              count={count === undefined ? undefined : numberText(count, locale)}
              onClick={() => show(view)}
            >
              {t(`board.views.${id}`)}
            </Chip>
          );
        })}
      {search.status !== undefined && (
        <Chip on onClick={() => change({ status: undefined })}>
          {t(`status.${search.status}`)} <X aria-label={t('board.take-out')} />
        </Chip>
      )}
      {search.partner !== undefined && (
        <Chip on onClick={() => change({ partner: undefined })}>
          {search.partner} <X aria-label={t('board.take-out')} />
        </Chip>
      )}
      {search.layout === undefined && <SortMenu {...props} />}
      <MoreMenu {...props} />
      <Find {...props} />
    </div>
  );
};
