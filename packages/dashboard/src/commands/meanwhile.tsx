import { useTranslations } from 'use-intl';
import { useGist } from '../order/events/event-gist.ts';
import type { OrderEvent } from '../order/order-queries.ts';
import { useWord, whoOf } from '../order/words.ts';
import { Time } from '../system/time.tsx';
import './meanwhile.css';

/** What has happened since the version that the user saw: what, by whom, when. */
export const Meanwhile = ({ events, since }: { events: readonly OrderEvent[]; since: number }) => {
  const t = useTranslations('orderPage');
  const systems = useTranslations('systemName');
  const word = useWord();
  const gist = useGist();
  const later = events.filter(({ event_version }) => event_version > since);
  if (later.length === 0) return null;
  return (
    <ul className="meanwhile">
      {later.map((event) => {
        const { event_version, type, actor, system, recorded_at } = event;
        const whom = actor === undefined ? systems(system) : whoOf(actor.id);
        return (
          <li key={event_version}>
            {t('changed-by', { event: word('event', type) ?? type, whom })} · <Time at={recorded_at} form="seconds" />
            <span className="meanwhile-what">{gist(event)}</span>
          </li>
        );
      })}
    </ul>
  );
};
