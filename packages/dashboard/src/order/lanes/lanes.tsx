import { Ban, Check, Pause, TriangleAlert } from 'lucide-react';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { StatusName } from '../../api/shapes.ts';
import { useNow } from '../../app/clock.tsx';
import { useDurationText } from '../../system/duration.tsx';
import { dayOf, timeText } from '../../system/formats.ts';
import { usePlantTimeZone } from '../../system/plant-time-zone.ts';
import { STATUS_LOOK } from '../../system/status-look.ts';
import { useWord } from '../words.ts';
import { type Band, type Bar, type Dot, type Gap, type Lane, layoutOf, NOW_NAME } from './layout.ts';
import type { LifeEvent, Visit } from './segments.ts';
import './lanes.css';

interface LanesProps {
  visits: readonly Visit[];
  events: readonly LifeEvent[];
  /** The moment that is looked at; absent: now. */
  asOf?: string | undefined;
  selected: number | null;
  onSelect: (version: number) => void;
}

/** How often what goes on now grows. */
const GROWS_EVERY_MS = 5_000;

const useWidth = () => {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
};

const at = ({ x, width }: { x: number; width: number }) => ({ left: x, width });

/** Times of a stretch in words: when it began and how long it was. */
const useSpanWords = () => {
  const t = useTranslations('orderPage');
  const duration = useDurationText();
  const locale = useLocale();
  const zone = usePlantTimeZone();
  return ({ from, to, open }: { from: number; to: number; open: boolean }): string => {
    const long = duration(to - from);
    return `${timeText(new Date(from), 'seconds', locale, zone)} · ${open ? t('still-open', { duration: long }) : long}`;
  };
};

const EndSign = ({ stage }: { stage: Bar['stage'] }) =>
  stage === 'CLOSED' ? <Check aria-hidden="true" /> : <Ban aria-hidden="true" />;

/** Narrower than this, a name would be two letters and dots. */
const NAMED_FROM = 52;

const LifeBar = ({ bar }: { bar: Bar }) => {
  const t = useTranslations('orderPage');
  const name = useTranslations('status')(bar.stage as StatusName);
  const words = useSpanWords();
  const { hue } = STATUS_LOOK[bar.stage as StatusName];
  const attempt = bar.lost
    ? t('attempt-lost', { attempt: bar.attempt })
    : bar.attempt > 1
      ? t('attempt', { attempt: bar.attempt })
      : null;
  const whole = [name, attempt, words(bar)].filter((each) => each !== null).join(' · ');
  return (
    <div
      className="lanes-bar"
      style={at(bar)}
      data-hue={bar.lost ? 'bad' : hue}
      data-kind={bar.kind}
      data-open={bar.open || undefined}
      data-lost={bar.lost || undefined}
      title={whole}
    >
      {bar.kind === 'end' ? <EndSign stage={bar.stage} /> : bar.lost && <TriangleAlert aria-hidden="true" />}
      {bar.kind !== 'end' && bar.width >= NAMED_FROM && <span className="cut">{name}</span>}
      <span className="only-read">{whole}</span>
    </div>
  );
};

const LifeDot = ({
  dot,
  names,
  selected,
  onSelect,
}: {
  dot: Dot;
  names: string;
  selected: number | null;
  onSelect: (version: number) => void;
}) => {
  const t = useTranslations('orderPage');
  const { versions, x } = dot;
  const chosen = versions.indexOf(selected ?? Number.NaN);
  // A further press goes on to the next of those that lie here.
  const next = versions[(chosen + 1) % versions.length] as number;
  return (
    <button
      type="button"
      className="lanes-dot"
      style={{ left: x }}
      data-many={versions.length > 1 || undefined}
      aria-pressed={chosen >= 0}
      aria-label={t('events-here', { count: versions.length, names })}
      title={names}
      onClick={() => onSelect(next)}
    >
      {versions.length > 1 ? versions.length : null}
    </button>
  );
};

const GapName = ({ gap }: { gap: Gap }) => {
  const t = useTranslations('gap');
  const duration = useDurationText();
  return (
    <div className="lanes-gap-name" style={at(gap)} data-named={gap.named}>
      <b>{duration(gap.to - gap.from)}</b>
      {gap.named === 'whole' && <span>{t(gap.stage)}</span>}
    </div>
  );
};

/** How long it was stopped, and why, where there is room for it. */
const BandReason = ({ band }: { band: Band }) => {
  const word = useWord();
  const duration = useDurationText();
  return (
    <div className="lanes-gap-name" style={at(band)}>
      <b>{duration(band.to - band.from)}</b>
      {band.reason !== null && <span>{word('code', band.reason) ?? band.reason}</span>}
    </div>
  );
};

/** Below this, a duration does not fit. */
const STOP_NAMED_FROM = 46;

const BandName = ({ band }: { band: Band }) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const words = useSpanWords();
  const why = band.reason === null ? null : (word('code', band.reason) ?? band.reason);
  const key = band.kind === 'hold' ? 'held' : 'errored';
  const name = why === null ? t(key) : t(`${key}-why`, { reason: why });
  return (
    <div
      className="lanes-band"
      style={at(band)}
      data-hue={band.kind === 'hold' ? 'hold' : 'bad'}
      data-open={band.open || undefined}
      title={`${name} · ${words(band)}`}
    >
      <span className="lanes-band-name">
        {band.kind === 'hold' ? <Pause aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        <span className="cut">{t(key)}</span>
      </span>
    </div>
  );
};

/** An order's history: who had it when, what was waited for, what stopped it, and what goes on now. */
export const Lanes = ({ visits, events, asOf, selected, onSelect }: LanesProps) => {
  const t = useTranslations('orderPage');
  const system = useTranslations('systemName');
  const gapNames = useTranslations('gap');
  const word = useWord();
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const words = useSpanWords();
  const id = useId();
  const { ref, width } = useWidth();
  const clock = useNow(GROWS_EVERY_MS);
  const now = asOf === undefined ? clock : Date.parse(asOf);
  const layout = useMemo(
    () => layoutOf({ visits, events, now }, width, (time) => dayOf(new Date(time), zone)),
    [visits, events, now, width, zone],
  );
  const nameOf = useMemo(() => new Map(events.map(({ event_version, type }) => [event_version, type])), [events]);
  const namesOf = ({ versions }: Dot): string =>
    versions.map((version) => word('event', nameOf.get(version) ?? '') ?? nameOf.get(version)).join(', ');
  const wide = layout.width > width + 1;
  return (
    <div
      className="lanes"
      data-bands={layout.bands.length > 0 || undefined}
      data-gaps={layout.gaps.some(({ named }) => named !== 'no') || layout.bands.length > 0 || undefined}
    >
      <div className="lanes-names" aria-hidden="true">
        {layout.lanes.map(({ name }) => (
          <div key={name} className="lanes-name">
            {system(name)}
          </div>
        ))}
      </div>
      <div
        className="lanes-view"
        ref={ref}
        data-wide={wide || undefined}
        {...(wide ? { tabIndex: 0, role: 'region', 'aria-label': t('whole-width') } : {})}
      >
        {width > 0 && (
          <div className="lanes-plane" style={{ width: layout.width }}>
            {layout.gaps.map((gap) => (
              <div
                key={gap.x}
                className="lanes-gap"
                style={at(gap)}
                data-open={gap.open || undefined}
                title={`${gapNames(gap.stage)} · ${words(gap)}${gap.squeezed ? ` · ${t('squeezed')}` : ''}`}
              />
            ))}
            {layout.bands.map((band) => (
              <BandName key={band.version} band={band} />
            ))}
            <div className="lanes-rows">
              {layout.lanes.map((lane: Lane) => (
                <section key={lane.name} className="lanes-lane" aria-labelledby={`${id}-${lane.name}`}>
                  <h3 id={`${id}-${lane.name}`} className="only-read">
                    {t('lane-of', { lane: system(lane.name) })}
                  </h3>
                  {lane.bars.map((bar) => (
                    <LifeBar key={bar.version} bar={bar} />
                  ))}
                  {lane.dots.map((dot) => (
                    <LifeDot
                      key={dot.versions[0]}
                      dot={dot}
                      names={namesOf(dot)}
                      selected={selected}
                      onSelect={onSelect}
                    />
                  ))}
                </section>
              ))}
            </div>
            <div className="lanes-gap-names">
              {layout.gaps
                .filter(({ named }) => named !== 'no')
                .map((gap) => (
                  <GapName key={gap.x} gap={gap} />
                ))}
              {layout.bands
                .filter(({ width: wide }) => wide >= STOP_NAMED_FROM)
                .map((band) => (
                  <BandReason key={band.version} band={band} />
                ))}
            </div>
            <div className="lanes-axis">
              {layout.ticks.map((tick) => (
                <time
                  key={tick.x}
                  className="lanes-tick"
                  style={{ left: tick.x }}
                  dateTime={new Date(tick.at).toISOString()}
                  title={`${timeText(new Date(tick.at), 'seconds', locale, 'UTC')} UTC`}
                >
                  {timeText(
                    new Date(tick.at),
                    layout.brief ? (tick.dated ? 'seconds' : 'brief') : tick.dated ? 'full' : 'time',
                    locale,
                    zone,
                  )}
                </time>
              ))}
            </div>
            {layout.nowAt !== null && (
              <div
                className="lanes-now"
                style={{ left: layout.nowAt }}
                // On the side on which no time stands, where there is room.
                data-after={layout.nowAt + NOW_NAME <= width || undefined}
                aria-hidden="true"
              >
                <span>{t('now')}</span>
              </div>
            )}
          </div>
        )}
      </div>
    </div>
  );
};
