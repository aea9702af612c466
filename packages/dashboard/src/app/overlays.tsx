import { lazy, Suspense, useEffect } from 'react';
import { isTyping } from './keys.ts';
import { closeOverlay, openOverlay, useOverlay } from './overlay.ts';

const Palette = lazy(() => import('./palette.tsx'));
const Shortcuts = lazy(() => import('./shortcuts.tsx'));

/** What lies over every page, with the keys that call it. */
export const Overlays = () => {
  const overlay = useOverlay();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        openOverlay('palette');
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        openOverlay('shortcuts');
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <Palette onClose={closeOverlay} />}
      {overlay === 'shortcuts' && <Shortcuts onClose={closeOverlay} />}
    </Suspense>
  );
};
