import {
  ChartNoAxesColumn,
  Factory,
  Gauge,
  History,
  LayoutList,
  ListChecks,
  type LucideIcon,
  Route,
  ServerCog,
  Timer,
  TriangleAlert,
} from 'lucide-react';
import type { ComponentType } from 'react';

type Page = () => Promise<{ default: ComponentType }>;

export interface PageEntry {
  path: string;
  icon: LucideIcon;
  /** Loaded when it is first opened; absent: not built yet, so it is not offered. */
  page?: Page;
  /** Roles that may open it; absent: whoever is signed in. */
  roles?: readonly string[];
}

/** The pages of the rail, in its order. To add one: its folder, its entry here, its name in the texts. */
export const PAGES = {
  board: { path: '/', icon: LayoutList, page: () => import('../board/board-page.tsx') },
  floor: { path: '/floor', icon: Factory, page: () => import('../shop-floor/shop-floor-page.tsx') },
  stuck: { path: '/stuck', icon: TriangleAlert, page: () => import('../stuck/stuck-page.tsx') },
  'time-machine': {
    path: '/time-machine',
    icon: History,
    page: () => import('../time-machine/time-machine-page.tsx'),
  },
  durations: {
    path: '/durations',
    icon: ChartNoAxesColumn,
    page: () => import('../durations/durations-page.tsx'),
  },
  'lead-times': { path: '/lead-times', icon: Timer, page: () => import('../lead-times/lead-times-page.tsx') },
  flow: { path: '/flow', icon: Route, page: () => import('../flow/flow-page.tsx') },
  pricing: { path: '/pricing', icon: Gauge, page: () => import('../pricing/pricing-page.tsx') },
  projections: { path: '/projections', icon: ListChecks, page: () => import('../projections/projections-page.tsx') },
  system: { path: '/system', icon: ServerCog, page: () => import('../system-health/system-page.tsx') },
} as const satisfies Readonly<Record<string, PageEntry>>;

export type PageName = keyof typeof PAGES;

const ENTRIES: readonly [PageName, PageEntry][] = Object.entries(PAGES) as [PageName, PageEntry][];

/** What somebody with these roles is offered. */
export const offeredPages = (roles: readonly string[]): readonly [PageName, PageEntry][] =>
  ENTRIES.filter(
    ([, { page, roles: needed }]) =>
      page !== undefined && (needed === undefined || needed.some((role) => roles.includes(role))),
  );

/** The one page that is not of the rail: it is about one order. */
export const ORDER_PATH = '/orders/$orderId';
export const loadOrderPage: Page = () => import('../order/order-page.tsx');

/** What stands around every page: whoever is not signed in sees none of it. */
export const loadFrame = () => import('./frame.tsx');

/**
 * Loads ahead what an address of this page shows. What could not be loaded is told to whoever opens it, by the router.
 *
 * @param address path and search
 */
export const loadAhead = async (address: string): Promise<void> => {
  const { pathname } = new URL(address, location.origin);
  const isOrder = pathname.startsWith(ORDER_PATH.replace(/\$.*/, ''));
  const page = isOrder ? loadOrderPage : ENTRIES.find(([, { path }]) => path === pathname)?.[1].page;
  await Promise.allSettled([loadFrame(), page?.()]);
};
