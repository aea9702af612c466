import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StatusName } from '../../api/shapes.ts';
import { Chip } from '../../system/chip.tsx';
import { Status } from '../../system/status.tsx';
import { Time } from '../../system/time.tsx';
import type { OrderEvent } from '../order-queries.ts';
import { useWord, whoOf } from '../words.ts';
import { EventDetails } from './event-details.tsx';
import { useGist } from './event-gist.ts';
import './events.css';

interface EventsPanelProps {
  orderId: string;
  events: readonly OrderEvent[];
  selected: number | null;
  /** Open elsewhere on the page. */
  marked?: number | null;
  onSelect: (version: number | null) => void;
}

interface RowProps extends EventsPanelProps {
  event: OrderEvent;
}

const Row = ({ orderId, event, events, selected, marked, onSelect }: RowProps) => {
  const word = useWord();
  const gist = useGist();
  const systems = useTranslations('systemName');
  const open = selected === event.event_version;
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li
      ref={ref}
      className="event"
      data-open={open || undefined}
      data-marked={marked === event.event_version || undefined}
    >
      <button
        type="button"
        className="event-head"
        aria-expanded={open}
        onClick={() => onSelect(open ? null : event.event_version)}
      >
        <ChevronRight className="event-chevron" aria-hidden="true" />
        <span className="event-time">
          <Time at={event.occurred_at} form="seconds" />
        </span>
        <span className="event-what">
          <b>{word('event', event.type) ?? event.type}</b> <span className="event-gist">{gist(event)}</span>
        </span>
        <span className="event-status">{event.to !== null && <Status status={event.to as StatusName} />}</span>
        <span className="event-who cut">
          {event.actor === undefined ? systems(event.system) : whoOf(event.actor.id)}
        </span>
        <span className="event-version">#{event.event_version}</span>
      </button>
      {open && <EventDetails orderId={orderId} event={event} events={events} />}
    </li>
  );
};

/** Every event of the order, for those who read. */
export const EventsPanel = (props: EventsPanelProps) => {
  const t = useTranslations('orderPage');
  const [newestFirst, setNewestFirst] = useState(true);
  const [onlyStatus, setOnlyStatus] = useState(false);
  const shown = props.events.filter(
    ({ to, event_version }) => !onlyStatus || to !== null || event_version === props.selected,
  );
  const ordered = newestFirst ? shown.toReversed() : shown;
  return (
    <section className="order-section" aria-label={t('events')}>
      <header className="order-section-head">
        <h2 className="section-title">{t('events')}</h2>
        <span className="quiet">{t('events-count', { count: props.events.length })}</span>
        <span className="order-grow" />
        <Chip pressed={onlyStatus} onClick={() => setOnlyStatus(!onlyStatus)}>
          {t('only-status')}
        </Chip>
        <Chip onClick={() => setNewestFirst(!newestFirst)}>{t(newestFirst ? 'newest-first' : 'oldest-first')}</Chip>
      </header>
      <ol className="events">
        {ordered.map((event) => (
          <Row key={event.event_version} event={event} {...props} />
        ))}
      </ol>
    </section>
  );
};
