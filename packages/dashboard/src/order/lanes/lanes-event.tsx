import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../system/button.tsx';
import { Time } from '../../system/time.tsx';
import { useGist } from '../events/event-gist.ts';
import type { OrderEvent } from '../order-queries.ts';
import { useWord } from '../words.ts';

interface LanesEventProps {
  event: OrderEvent;
  events: readonly OrderEvent[];
  onSelect: (version: number | null) => void;
  children: ReactNode;
}

/** The event whose dot was pressed, under the lanes, with the way to its neighbours. */
export const LanesEvent = ({ event, events, onSelect, children }: LanesEventProps) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const gist = useGist();
  const index = events.indexOf(event);
  const [before, after] = [events[index - 1], events[index + 1]];
  return (
    <section className="lanes-event" aria-label={word('event', event.type) ?? event.type}>
      <header>
        <b>{word('event', event.type) ?? event.type}</b>
        <span className="quiet">
          #{event.event_version} · <Time at={event.occurred_at} form="seconds" />
        </span>
        <span className="order-grow" />
        <Button
          kind="plain"
          iconOnly
          aria-label={t('previous-event')}
          notNow={before === undefined ? t('nothing') : undefined}
          onClick={() => before !== undefined && onSelect(before.event_version)}
        >
          <ChevronLeft />
        </Button>
        <Button
          kind="plain"
          iconOnly
          aria-label={t('next-event')}
          notNow={after === undefined ? t('nothing') : undefined}
          onClick={() => after !== undefined && onSelect(after.event_version)}
        >
          <ChevronRight />
        </Button>
        <Button kind="plain" iconOnly aria-label={t('close')} onClick={() => onSelect(null)}>
          <X />
        </Button>
      </header>
      <p className="event-gist">{gist(event)}</p>
      {children}
    </section>
  );
};
