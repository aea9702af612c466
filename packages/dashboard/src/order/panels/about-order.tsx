import { useTranslations } from 'use-intl';
import { Time } from '../../system/time.tsx';
import { infillOf } from '../infill.ts';
import { useValueText, useWord, whoOf } from '../words.ts';
import { Fact, Panel, type PanelProps } from './panel.tsx';

/** Who ordered what, until when, and who has it. */
export const AboutOrder = ({ order, events }: PanelProps) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const text = useValueText();
  const field = (name: string): string => word('field', name) ?? name;
  const { customer_ref, partner_id, external_ref, channel, due_at, overdue, priority, claim, delivery_method } = order;
  const specification = [order.material, order.process, order.finishing].filter((each) => each != null).join(' · ');
  const infill = infillOf(events);
  return (
    <Panel title={t('about-order')}>
      <dl className="facts">
        <Fact name={field('customer_ref')}>{customer_ref}</Fact>
        {partner_id != null && <Fact name={field('partner_id')}>{partner_id}</Fact>}
        {external_ref != null && <Fact name={field('external_ref')}>{external_ref}</Fact>}
        <Fact name={field('channel')}>{text('channel', channel)}</Fact>
        {specification !== '' && <Fact name={field('material')}>{specification}</Fact>}
        {infill !== null && <Fact name={field('infill')}>{text('infill', infill)}</Fact>}
        {order.quantity != null && <Fact name={field('quantity')}>{text('quantity', order.quantity)}</Fact>}
        {delivery_method != null && <Fact name={field('delivery')}>{text('delivery_method', delivery_method)}</Fact>}
        <Fact name={field('priority')}>
          <span data-late={priority === 'URGENT' || undefined}>{text('priority', priority)}</span>
        </Fact>
        <Fact name={field('due_at')}>
          {due_at == null ? (
            <span className="quiet">–</span>
          ) : (
            <span data-late={overdue || undefined}>
              <Time at={due_at} />
              {overdue && ` · ${t('overdue')}`}
            </span>
          )}
        </Fact>
        {claim != null && (
          <Fact name={field('operator')}>
            {whoOf(claim.operator)}
            {claim.claimed_at !== undefined && (
              <span className="quiet">
                {' '}
                · <Time at={claim.claimed_at} />
              </span>
            )}
          </Fact>
        )}
        {order.work_centre != null && <Fact name={field('work_centre')}>{order.work_centre}</Fact>}
        {order.planned_finish_at != null && (
          <Fact name={field('planned_finish_at')}>
            <Time at={order.planned_finish_at} />
          </Fact>
        )}
        {(order.holds ?? []).map(({ hold_id, reason, side }) => (
          <Fact key={hold_id} name={t('holds')}>
            {text('reason', reason)} <span className="quiet">· {t('side', { side })}</span>
          </Fact>
        ))}
      </dl>
    </Panel>
  );
};
