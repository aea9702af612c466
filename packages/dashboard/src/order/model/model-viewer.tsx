import { ChevronLeft, ChevronRight, Minus, Plus, RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useCallback, useId, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '../../system/button.tsx';
import { numberText } from '../../system/formats.ts';
import { Problem } from '../../system/problem.tsx';
import { FaultList } from './fault-list.tsx';
import { mmPerUnit } from './mm-per-unit.ts';
import { MODEL_KEYS, NEARER } from './model-keys.ts';
import type { Model } from './model-of-order.ts';
import { type Place, placesOf } from './places.ts';
import type { Marks } from './preview-query.ts';
import { useModelScene } from './use-model-scene.ts';

/** µm in a mm. */
const MICRO = 1_000;

interface FaultPlace extends Place {
  code: string;
}

/** The largest step of 1, 10, 100 … mm of which the model is a few long. */
const gridStepOf = ({ box }: Model): number => {
  const longest = Math.max(...box) / MICRO;
  return longest > 0 ? 10 ** Math.floor(Math.log10(longest / 2)) : 1;
};

const movesLittle = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A way round for a list of which nothing, or one, is chosen. */
const stepIn = (count: number, at: number, by: number): number =>
  at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;

interface ModelViewerProps {
  file: ArrayBuffer;
  found: Marks;
  model: Model;
  /** In words. */
  size: string;
  brief: boolean;
}

const Viewer = ({ file, found, model, size, brief, onRetry }: ModelViewerProps & { onRetry: () => void }) => {
  const t = useTranslations('model');
  const locale = useLocale();
  const keysId = useId();
  const gridStep = gridStepOf(model);
  const unit = mmPerUnit(model.unit);
  const { home, pin, scene, outcome, preview } = useModelScene({
    ...{ file, found, model },
    gridStep: unit === null ? null : gridStep / unit,
  });
  const [at, setAt] = useState(-1);

  const places = useMemo(
    (): FaultPlace[] =>
      preview === null
        ? []
        : model.faults.flatMap(({ code }) =>
            placesOf(preview.marks.get(code) ?? []).map((place) => ({ ...place, code })),
          ),
    [preview, model],
  );
  const show = useCallback(
    (next: number) => {
      const place = places[next];
      if (place === undefined) return;
      setAt(next);
      scene.current?.lookAt(place, !movesLittle());
    },
    [places, scene],
  );
  const step = (by: number): void => show(stepIn(places.length, at, by));
  const turn = (aside: number, up: number): void => scene.current?.turn(aside, up);
  const move = (factor: number): void => scene.current?.move(factor);
  const reset = (): void => {
    setAt(-1);
    scene.current?.reset();
  };

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const deed = MODEL_KEYS[event.code];
    if (deed === undefined) return;
    // Else the list beside it, or the page, would move too.
    event.preventDefault();
    event.stopPropagation();
    deed({ turn, move, reset, step });
  };

  const chosen = places[at];
  const label = t('picture', { size, count: model.faults.length });
  return (
    <div className="model-view">
      {outcome.is === 'failed' && <Problem error={outcome.error} onRetry={onRetry} />}
      {outcome.is === 'no-webgl' ? (
        <div className="model-none" role="status">
          <p>{t('no-webgl')}</p>
          <Button onClick={onRetry}>{t('again')}</Button>
        </div>
      ) : (
        <div
          className="model-picture"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys turn the model
          tabIndex={0}
          role="application"
          aria-label={label}
          aria-describedby={keysId}
          onKeyDown={press}
          onFocus={() => scene.current?.takeWheel(true)}
          onBlur={() => scene.current?.takeWheel(false)}
          onPointerDown={(event) => event.currentTarget.focus({ preventScroll: true })}
        >
          <div ref={home} className="model-canvas" />
          <span ref={pin} className="model-pin" hidden />
          <p className="model-scale" aria-hidden="true">
            {size} · {unit === null ? t('no-grid') : t('grid', { step: numberText(gridStep, locale) })}
          </p>
        </div>
      )}
      {outcome.is !== 'no-webgl' && (
        <div className="model-deeds" role="toolbar" aria-label={t('view')}>
          <Button kind="plain" iconOnly aria-label={t('nearer')} onClick={() => move(NEARER)}>
            <Plus />
          </Button>
          <Button kind="plain" iconOnly aria-label={t('farther')} onClick={() => move(1 / NEARER)}>
            <Minus />
          </Button>
          <Button kind="plain" iconOnly aria-label={t('reset')} onClick={reset}>
            <RotateCcw />
          </Button>
          {places.length > 0 && (
            <>
              <span className="model-space" />
              <span role="status">
                {chosen === undefined
                  ? t('places', { count: places.length })
                  : t('place', { at: at + 1, count: places.length })}
              </span>
              <Button kind="plain" iconOnly aria-label={t('previous-place')} onClick={() => step(-1)}>
                <ChevronLeft />
              </Button>
              <Button kind="plain" iconOnly aria-label={t('next-place')} onClick={() => step(1)}>
                <ChevronRight />
              </Button>
            </>
          )}
        </div>
      )}
      <p id={keysId} className="quiet" hidden={outcome.is === 'no-webgl'}>
        {t('keys')}
        {preview?.model.userData.whole === false && ` ${t('simplified', { count: model.triangles })}`}
      </p>
      <FaultList
        faults={model.faults}
        chosen={chosen?.code}
        brief={brief}
        shown={preview === null ? undefined : (code) => places.some((place) => place.code === code)}
        onChoose={(code) => show(places.findIndex((place) => place.code === code))}
      />
    </div>
  );
};

/** The model in three dimensions: turned by mouse, touch and keys, with what is wrong in colour, one place after another. */
export default function ModelViewer(props: ModelViewerProps) {
  const [tries, setTries] = useState(0);
  return <Viewer key={tries} {...props} onRetry={() => setTries(tries + 1)} />;
}
