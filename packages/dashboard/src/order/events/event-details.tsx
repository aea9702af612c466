import { Copy, Link2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../system/button.tsx';
import { useDurationText } from '../../system/duration.tsx';
import { Time } from '../../system/time.tsx';
import type { OrderEvent } from '../order-queries.ts';
import { useValueText, useWord, whoOf } from '../words.ts';
import { differencesOf } from './differences.ts';
import { FreeTexts } from './free-texts.tsx';

interface EventDetailsProps {
  orderId: string;
  event: OrderEvent;
  events: readonly OrderEvent[];
}

/** A difference below this is nobody's business: clocks differ. */
const LATE_FROM_MS = 2_000;

/** Data that stand in the event's head, or that only machines read. */
const NOT_TOLD: readonly string[] = ['model', 'parameters', 'measures', 'faces', 'ref', 'hmac'];

const copy = (text: string): void => void navigator.clipboard.writeText(text);

const Changes = ({ event, events }: Omit<EventDetailsProps, 'orderId'>) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const text = useValueText();
  const differences = differencesOf(events, event.event_version);
  if (differences.length === 0) return null;
  return (
    <section>
      <h4 className="section-title">{t('changes')}</h4>
      <dl className="event-values">
        {differences.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{word('field', field) ?? field}</dt>
            <dd>
              {before !== undefined && before !== null && (
                <>
                  <del>{text(field, before)}</del> <span aria-hidden="true">→</span>{' '}
                </>
              )}
              <ins>{text(field, after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Data = ({ event, events }: Omit<EventDetailsProps, 'orderId'>) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const text = useValueText();
  const changed = new Set(differencesOf(events, event.event_version).map(({ field }) => field));
  const told = Object.entries(event.data).filter(([name]) => !changed.has(name) && !NOT_TOLD.includes(name));
  if (told.length === 0) return null;
  return (
    <section>
      <h4 className="section-title">{t('said-too')}</h4>
      <dl className="event-values">
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{word('field', name) ?? name}</dt>
            <dd>{text(name, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Times = ({ event }: { event: OrderEvent }) => {
  const t = useTranslations('orderPage');
  const duration = useDurationText();
  const late = Date.parse(event.recorded_at) - Date.parse(event.occurred_at);
  return (
    <>
      <dt>{t('happened')}</dt>
      <dd>
        <Time at={event.occurred_at} form="seconds" />
        {late >= LATE_FROM_MS && <span className="quiet"> · {t('late-by', { duration: duration(late) })}</span>}
      </dd>
    </>
  );
};

const Actor = ({ event: { actor, system } }: { event: OrderEvent }) => {
  const t = useTranslations('orderPage');
  const systems = useTranslations('systemName');
  const word = useWord();
  const roles = actor?.roles.map((role) => word('role', role) ?? role).join(', ');
  return (
    <>
      <dt>{t('by-whom')}</dt>
      <dd>
        {actor === undefined ? systems(system) : whoOf(actor.id)}
        {actor?.on_behalf_of !== undefined && ` ${t('in-name-of', { whom: actor.on_behalf_of })}`}
        {roles !== undefined && roles !== '' && <span className="quiet"> · {roles}</span>}
      </dd>
    </>
  );
};

const Ids = ({ event: { trace_id, correlation_id, causation_id } }: { event: OrderEvent }) => {
  const t = useTranslations('orderPage');
  const ids: [string, string | null | undefined][] = [
    [t('trace'), trace_id],
    [t('correlation'), correlation_id],
    [t('cause'), causation_id],
  ];
  return ids.map(([name, id]) =>
    id == null ? null : (
      <div key={name}>
        <dt>{name}</dt>
        <dd className="mono event-id">
          {id}
          <Button kind="plain" iconOnly aria-label={`${name}: ${t('copy-trace')}`} onClick={() => copy(id)}>
            <Copy />
          </Button>
        </dd>
      </div>
    ),
  );
};

/** Everything that is known of one event. */
export const EventDetails = ({ orderId, event, events }: EventDetailsProps) => {
  const t = useTranslations('orderPage');
  const link = () => {
    const address = new URL(`/orders/${orderId}`, location.origin);
    address.searchParams.set('event', String(event.event_version));
    copy(address.href);
  };
  const texts = event.texts ?? [];
  return (
    <div className="event-details">
      <Changes event={event} events={events} />
      <Data event={event} events={events} />
      {texts.length > 0 && (
        <section>
          <h4 className="section-title">{t('texts')}</h4>
          <FreeTexts orderId={orderId} version={event.event_version} fields={texts.map(({ field }) => field)} />
        </section>
      )}
      <dl className="event-values event-origin">
        <div>
          <Actor event={event} />
        </div>
        <div>
          <Times event={event} />
        </div>
        <Ids event={event} />
      </dl>
      <Button kind="plain" onClick={link}>
        <Link2 />
        {t('link-to-event')}
      </Button>
    </div>
  );
};
