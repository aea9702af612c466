import { Pause, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { StatusName } from '../api/shapes.ts';
import { STATUS_LOOK } from './status-look.ts';
import './status.css';

const Sign = ({ status }: { status: StatusName }) => {
  if (STATUS_LOOK[status].hue === 'bad') return <TriangleAlert aria-hidden="true" />;
  if (status === 'ON_HOLD') return <Pause aria-hidden="true" />;
  return <span className="status-dot" aria-hidden="true" />;
};

export const Status = ({ status }: { status: StatusName }) => {
  const name = useTranslations('status')(status);
  const { hue, end, struck } = STATUS_LOOK[status];
  return (
    <span className="status" data-hue={hue} data-end={end} data-struck={struck} title={name}>
      <Sign status={status} />
      <span className="status-name">{name}</span>
    </span>
  );
};
