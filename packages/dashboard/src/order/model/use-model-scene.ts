import { useEffect, useRef, useState } from 'react';
import { themeColour } from '../../system/plot.tsx';
import { type Preview, readPreview } from './model-file.ts';
import type { Model } from './model-of-order.ts';
import { createModelScene, type ModelScene, NoWebGlError, type SceneColours } from './model-scene.ts';
import type { Marks } from './preview-query.ts';

const coloursNow = (): SceneColours => ({
  model: themeColour('--model'),
  grid: themeColour('--line-strong'),
  refuses: themeColour('--danger'),
  warns: themeColour('--bar-warn'),
});

type Outcome = { is: 'reading' } | { is: 'shown' } | { is: 'no-webgl' } | { is: 'failed'; error: Error };

interface SceneUse {
  file: ArrayBuffer;
  found: Marks;
  model: Model;
  /** In units of the file; null: no grid. */
  gridStep: number | null;
}

/** The scene in its place, painted as the theme changes. */
export const useModelScene = ({ file, found, model, gridStep }: SceneUse) => {
  const home = useRef<HTMLDivElement>(null);
  const pin = useRef<HTMLSpanElement>(null);
  const scene = useRef<ModelScene | null>(null);
  const [outcome, setOutcome] = useState<Outcome>({ is: 'reading' });
  const [preview, setPreview] = useState<Preview | null>(null);

  useEffect(() => {
    const place = home.current;
    if (place === null) return;
    let gone = false;
    const refusing = new Set(model.faults.filter(({ refuses }) => refuses).map(({ code }) => code));
    const open = async (): Promise<void> => {
      const read = await readPreview(file.slice(0), model.faults, found);
      if (gone) return;
      scene.current = createModelScene({
        home: place,
        preview: read,
        refuses: (code) => refusing.has(code),
        gridStep,
        colours: coloursNow(),
        onPin: (at) => {
          const mark = pin.current;
          if (mark === null) return;
          mark.hidden = at === null;
          if (at !== null) mark.style.transform = `translate(${at.x}px, ${at.y}px)`;
        },
        onLost: () => setOutcome({ is: 'no-webgl' }),
      });
      setPreview(read);
      setOutcome({ is: 'shown' });
    };
    setOutcome({ is: 'reading' });
    open().catch((error: Error) =>
      setOutcome(error instanceof NoWebGlError ? { is: 'no-webgl' } : { is: 'failed', error }),
    );
    const themed = new MutationObserver(() => scene.current?.paint(coloursNow()));
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      gone = true;
      themed.disconnect();
      scene.current?.dispose();
      scene.current = null;
    };
  }, [file, found, model, gridStep]);
  return { home, pin, scene, outcome, preview };
};
