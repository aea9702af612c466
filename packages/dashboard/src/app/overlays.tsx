import { useEffect } from 'react';
import { late, ShownLate } from '../system/late.tsx';
import { isTyping } from './keys.ts';
import { closeOverlay, openOverlay, useOverlay } from './overlay.ts';

const PALETTE = late(async () => (await import('./palette.tsx')).default);
const SHORTCUTS = late(async () => (await import('./shortcuts.tsx')).default);
const CLOSE = { onClose: closeOverlay };

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
    <>
      {overlay === 'palette' && <ShownLate of={PALETTE} with={CLOSE} />}
      {overlay === 'shortcuts' && <ShownLate of={SHORTCUTS} with={CLOSE} />}
    </>
  );
};
