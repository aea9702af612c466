import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readBoardSearch } from '../board/board-search.ts';
import { readOrderSearch } from '../order/order-search.ts';
import { currentSession } from '../session/session.ts';
import { SignInPage } from '../session/sign-in-page.tsx';
import { readFloorSearch } from '../shop-floor/floor-search.ts';
import { readStuckSearch } from '../stuck/stuck-search.ts';
import { Frame } from './frame.tsx';
import { NoPage } from './no-page.tsx';
import { ORDER_PATH, PAGES, type PageEntry } from './pages.ts';

const root = createRootRoute({ notFoundComponent: NoPage });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Only an address of this page: a link cannot lead somebody elsewhere after the sign-in. */
const ownAddress = (value: unknown): string | undefined => {
  const to = text(value);
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : undefined;
};

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = ownAddress(search.to);
    return to === undefined ? {} : { to };
  },
  component: SignInPage,
});

/** Everything behind the sign-in. */
const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  beforeLoad: ({ location }) => {
    if (currentSession().state === 'out') throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
  component: Frame,
});

const componentOf = ({ page }: PageEntry): RouteComponent =>
  page === undefined ? NoPage : (lazyRouteComponent(page) as RouteComponent);

const board = createRoute({
  getParentRoute: () => framed,
  path: PAGES.board.path,
  validateSearch: readBoardSearch,
  component: componentOf(PAGES.board),
});

const floor = createRoute({
  getParentRoute: () => framed,
  path: PAGES.floor.path,
  validateSearch: readFloorSearch,
  component: componentOf(PAGES.floor),
});

const stuck = createRoute({
  getParentRoute: () => framed,
  path: PAGES.stuck.path,
  validateSearch: readStuckSearch,
  component: componentOf(PAGES.stuck),
});

const order = createRoute({
  getParentRoute: () => framed,
  path: ORDER_PATH,
  validateSearch: readOrderSearch,
  component: lazyRouteComponent(() => import('../order/order-page.tsx')) as RouteComponent,
});

const others = (Object.entries(PAGES) as [string, PageEntry][])
  .filter(([name]) => !['board', 'floor', 'stuck'].includes(name))
  .map(([, entry]) => createRoute({ getParentRoute: () => framed, path: entry.path, component: componentOf(entry) }));

export const router = createRouter({
  routeTree: root.addChildren([signIn, framed.addChildren([board, floor, stuck, order, ...others])]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
