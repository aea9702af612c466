import { Outlet } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Conflicts } from '../commands/conflicts.tsx';
import { useStream } from '../live/use-stream.ts';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { Overlays } from './overlays.tsx';
import { usePreferences } from './preferences.ts';
import { Rail } from './rail.tsx';
import { StaleLine } from './stale-line.tsx';
import { TopLine } from './top-line.tsx';
import { usePast } from './use-past.ts';
import './frame.css';

/** What stands around every page behind the sign-in. */
export const Frame = () => {
  const t = useTranslations('frame');
  const { railPinned } = usePreferences();
  const past = usePast();
  useStream();
  return (
    <div className="frame" data-pinned={railPinned || undefined} data-past={past || undefined}>
      <a className="frame-skip" href="#content">
        {t('skip')}
      </a>
      <Rail />
      <div className="frame-body">
        <TopLine />
        <StaleLine />
        <main id="content" className="frame-content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Overlays />
      <Conflicts />
      <SignInAgain />
    </div>
  );
};
