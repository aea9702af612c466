import type { Method } from '@order-ledger/platform/http/route';

/** The processes that answer at this origin too, so that a web page speaks to one alone. */
export const INTERFACES = ['command-api', 'upload-api'] as const;
export type Interface = (typeof INTERFACES)[number];

interface ForwardedRoute {
  readonly method: Method;
  /** As in the table of the process that answers it. */
  readonly path: string;
}

const OF_AN_UPLOAD = '/v1/uploads/:upload_id';

/**
 * What goes on to whom. A test holds this against the tables of these processes: no route of theirs is missing, but that
 * of models, which are for the pricing worker alone.
 */
export const FORWARDED: Readonly<Record<Interface, readonly ForwardedRoute[]>> = {
  'command-api': [
    { method: 'POST', path: '/v1/orders' },
    { method: 'POST', path: '/v1/orders/:order_id/commands/:command' },
    { method: 'POST', path: '/v1/orders/:order_id/claim' },
    { method: 'POST', path: '/v1/orders/:order_id/claim/renew' },
    { method: 'POST', path: '/v1/orders/:order_id/release' },
    { method: 'POST', path: '/v1/orders/:order_id/reassign' },
    { method: 'POST', path: '/v1/shop-floor/next' },
    { method: 'POST', path: '/v1/orders/:order_id/retry' },
    { method: 'GET', path: '/v1/orders/:order_id/events/:event_version/texts' },
    { method: 'POST', path: '/v1/partners/:partner_id/keys' },
    { method: 'GET', path: '/v1/partners/:partner_id/keys' },
    { method: 'DELETE', path: '/v1/partners/:partner_id/keys/:key_id' },
  ],
  'upload-api': [
    { method: 'OPTIONS', path: '/v1/uploads' },
    { method: 'POST', path: '/v1/uploads' },
    { method: 'HEAD', path: OF_AN_UPLOAD },
    { method: 'PATCH', path: OF_AN_UPLOAD },
    { method: 'DELETE', path: OF_AN_UPLOAD },
    { method: 'GET', path: `${OF_AN_UPLOAD}/status` },
    { method: 'GET', path: `${OF_AN_UPLOAD}/preview` },
  ],
};

/** Bytes of a model may take as long as their sender's line needs. */
export const takesLong = (to: Interface): boolean => to === 'upload-api';

/** Where the OpenAPI document of another interface is at this origin. */
export const documentPath = (to: Interface): string => `/interfaces/${to}/openapi.json`;
