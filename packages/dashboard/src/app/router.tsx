import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router';
import { currentSession } from '../session/session.ts';
import { SignInPage } from '../session/sign-in-page.tsx';
import { NoPage } from './no-page.tsx';
import { loadFrame, loadOrderPage, ORDER_PATH, PAGES, type PageEntry } from './pages.ts';

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
  component: lazyRouteComponent(loadFrame, 'Frame'),
});

const componentOf = ({ page }: PageEntry): RouteComponent =>
  page === undefined ? NoPage : (lazyRouteComponent(page) as RouteComponent);

const order = createRoute({
  getParentRoute: () => framed,
  path: ORDER_PATH,
  component: lazyRouteComponent(loadOrderPage) as RouteComponent,
});

const pages = (Object.values(PAGES) as PageEntry[]).map((entry) =>
  createRoute({ getParentRoute: () => framed, path: entry.path, component: componentOf(entry) }),
);

export const router = createRouter({
  routeTree: root.addChildren([signIn, framed.addChildren([order, ...pages])]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
