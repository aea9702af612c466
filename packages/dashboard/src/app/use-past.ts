import { useRouterState } from '@tanstack/react-router';
import { PAGES } from './pages.ts';

/** Whether the page that is open shows a moment of the past: nothing can be changed there. */
export const usePast = (): boolean =>
  useRouterState({
    select: ({ location: { pathname, search } }) =>
      pathname === PAGES['time-machine'].path || (search as { as_of?: unknown }).as_of !== undefined,
  });
