import { useTranslations } from 'use-intl';
import { useValueText, useWord } from '../words.ts';
import { Fact, Panel, type PanelProps } from './panel.tsx';

/** Parcels as they were packed last, and who has them. */
export const ParcelsPanel = ({ events }: Pick<PanelProps, 'events'>) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const say = useValueText();
  const field = (name: string): string => word('field', name) ?? name;
  const packed = events.findLast(({ type }) => type === 'PackagingCompleted')?.data.parcels;
  const asked = events.findLast(({ type }) => type === 'ShipmentRequested');
  const shipped = events.findLast(({ type }) => type === 'OrderShipped')?.data;
  const parcels = Array.isArray(packed) ? packed : [];
  if (parcels.length === 0 && asked === undefined && shipped === undefined) return null;
  return (
    <Panel title={t('parcels')}>
      <dl className="facts">
        {parcels.map((parcel, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parcels have no id, and never change their places
          <Fact key={index} name={t('parcel-number', { number: index + 1 })}>
            {say('parcels', parcel)}
          </Fact>
        ))}
        {asked !== undefined && <Fact name={field('carrier')}>{String(asked.data.carrier)}</Fact>}
        {shipped?.handover !== undefined && <Fact name={field('handover')}>{say('handover', shipped.handover)}</Fact>}
        {shipped?.tracking_number !== undefined && (
          <Fact name={field('tracking_number')}>
            <span className="mono">{String(shipped.tracking_number)}</span>
          </Fact>
        )}
      </dl>
    </Panel>
  );
};
