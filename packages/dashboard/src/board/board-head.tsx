import { useQuery } from '@tanstack/react-query';
import { Bookmark, ChevronDown, Columns3, Hand, LayoutList, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Board, CommandAnswer } from '../api/shapes.ts';
import { rightsQuery, useTakeNext } from '../shop-floor/use-take-next.ts';
import { Button } from '../system/button.tsx';
import { Dialog } from '../system/dialog.tsx';
import { Menu } from '../system/menu.tsx';
import type { BoardChange, BoardSearch } from './board-search.ts';
import { removeView, saveView, useSavedViews } from './saved-views.ts';

interface BoardHeadProps {
  search: BoardSearch;
  change: (changed: BoardChange) => void;
  show: (view: BoardSearch) => void;
  board: Board | undefined;
}

const SaveDialog = ({ search, onClose }: { search: BoardSearch; onClose: () => void }) => {
  const t = useTranslations();
  const [name, setName] = useState('');
  const save = (): void => {
    if (name.trim() === '') return;
    const { order: _order, ...view } = search;
    saveView({ name: name.trim().slice(0, 60), search: view });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('board.save-view')}
      says={t('board.save-view-says')}
      deeds={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind="primary" onClick={save} notNow={name.trim() === '' ? t('board.view-needs-name') : undefined}>
            {t('board.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className="save-view-label">
          {t('board.view-name')}
          <input className="save-view-field" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
      </form>
    </Dialog>
  );
};

const ViewsMenu = ({ search, show }: BoardHeadProps) => {
  const t = useTranslations('board');
  const views = useSavedViews();
  const [saving, setSaving] = useState(false);
  const current = views.find((view) => JSON.stringify(view.search) === JSON.stringify({ ...search, order: undefined }));
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button aria-label={current?.name ?? t('views-menu')}>
            <Bookmark />
            <span className="board-head-name cut">{current?.name ?? t('views-menu')}</span>
            <ChevronDown />
          </Button>
        }
        groups={[
          ...(views.length === 0
            ? []
            : [
                {
                  id: 'views',
                  title: t('views-menu'),
                  entries: views.map((view) => ({
                    id: view.name,
                    name: view.name,
                    onChoose: () => show(view.search),
                  })),
                },
              ]),
          {
            id: 'save',
            entries: [
              { id: 'save', name: t('save-view'), icon: <Bookmark />, onChoose: () => setSaving(true) },
              ...(current === undefined
                ? []
                : [
                    {
                      ...{ id: 'remove', name: t('remove-view', { name: current.name }), icon: <Trash2 /> },
                      danger: true,
                      onChoose: () => removeView(current.name),
                    },
                  ]),
            ],
          },
        ]}
      />
      {saving && <SaveDialog search={search} onClose={() => setSaving(false)} />}
    </>
  );
};

const TakeNext = ({ onTaken }: { onTaken: (answer: CommandAnswer) => void }) => {
  const t = useTranslations('board');
  const { data: floor } = useQuery(rightsQuery);
  const { take, underWay } = useTakeNext(onTaken);
  if (floor?.may_claim !== true) return null;
  return (
    <Button kind="primary" pending={underWay} onClick={take}>
      <Hand /> {t('take-next')}
    </Button>
  );
};

export const BoardHead = (props: BoardHeadProps) => {
  const { search, change, board } = props;
  const t = useTranslations('board');
  const byStage = search.layout === 'stages';
  return (
    <div className="board-head">
      <h1>{t('title')}</h1>
      {board !== undefined && <span className="quiet">{t('active', { count: board.active })}</span>}
      <span className="board-head-space" />
      <Button
        onClick={() => change({ layout: byStage ? undefined : 'stages', group: undefined })}
        aria-pressed={byStage}
        aria-label={t(byStage ? 'as-table' : 'by-stage')}
      >
        {byStage ? <LayoutList /> : <Columns3 />}
        <span className="board-head-name">{t(byStage ? 'as-table' : 'by-stage')}</span>
      </Button>
      <ViewsMenu {...props} />
      <TakeNext onTaken={({ order_id }) => change({ order: order_id })} />
    </div>
  );
};
