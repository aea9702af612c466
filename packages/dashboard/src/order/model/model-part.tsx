import { useQuery } from '@tanstack/react-query';
import { Box } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../system/button.tsx';
import { Failed } from '../../system/failed.tsx';
import { late, ShownLate } from '../../system/late.tsx';
import { Skeleton, useLate } from '../../system/skeleton.tsx';
import type { OrderEvent } from '../order-queries.ts';
import { useValueText } from '../words.ts';
import { FaultList } from './fault-list.tsx';
import { type Model, modelOf } from './model-of-order.ts';
import { type Marks, marksQuery, previewQuery } from './preview-query.ts';
import './model.css';

/** Drawing in three dimensions takes more code than the rest of the page: it is loaded by who opens it. */
const MODEL_VIEWER = late(async () => (await import('./model-viewer.tsx')).default);

const Waiting = () => {
  const t = useTranslations('model');
  return useLate(true) ? (
    <div className="model-picture" role="status">
      <span className="only-read">{t('loading')}</span>
      <Skeleton width="100%" />
    </div>
  ) : null;
};

const NONE: Marks = [];

interface Shown {
  orderId: string;
  model: Model;
  size: string;
  brief: boolean;
}

const Opened = ({ orderId, model, size, brief }: Shown) => {
  const t = useTranslations('model');
  const preview = useQuery(previewQuery(orderId, model.sha256));
  const atFaces = model.faults.some(({ refuses, faces }) => refuses && faces.length > 0);
  const marks = useQuery({ ...marksQuery(orderId, model.sha256), enabled: atFaces });
  const { data } = preview;
  const found = atFaces ? marks.data : NONE;
  if (data === null)
    return (
      <>
        <p className="model-none" role="status">
          {t('no-preview')}
        </p>
        <FaultList faults={model.faults} brief={brief} />
      </>
    );
  if (data === undefined || found === undefined) {
    const error = preview.error ?? marks.error;
    const again = () => void Promise.all([preview.refetch(), marks.refetch()]);
    return error === null ? <Waiting /> : <Failed error={error} onRetry={again} />;
  }
  return <ShownLate of={MODEL_VIEWER} with={{ file: data, found, model, size, brief }} meanwhile={<Waiting />} />;
};

/** The same object as long as it is the same model: what is drawn is not drawn anew for every event of the order. */
const useModel = (events: readonly OrderEvent[]): Model | null => {
  const newest = useMemo(() => modelOf(events), [events]);
  const [model, setModel] = useState(newest);
  if (model !== newest && JSON.stringify(model) !== JSON.stringify(newest)) setModel(newest);
  return model;
};

interface ModelPartProps {
  orderId: string;
  events: readonly OrderEvent[];
  /** Of a moment of the past the faults are told, and no picture: that is of the model of now. */
  past?: boolean;
  /** For those who make the part: without what the customer should do to its model. */
  brief?: boolean;
}

/** The model of an order: how large it is, what is wrong with it, and on request how it looks. */
export const ModelPart = ({ orderId, events, past = false, brief = false }: ModelPartProps) => {
  const t = useTranslations('model');
  const text = useValueText();
  const [open, setOpen] = useState(false);
  const model = useModel(events);
  if (model === null) return <p className="quiet">{t('none')}</p>;
  const size = text('bounding_box', model.box);
  return (
    <div className="model">
      <p className="model-facts">
        <span>{size}</span>
        {!brief && (
          <span className="quiet">
            {text('format', model.format)} · {t('triangles', { count: model.triangles })}
          </span>
        )}
        {!past && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            <Box /> {t(open ? 'hide' : 'show')}
          </Button>
        )}
      </p>
      {open && !past ? (
        <Opened {...{ orderId, model, size, brief }} />
      ) : (
        <FaultList faults={model.faults} brief={brief} />
      )}
    </div>
  );
};
