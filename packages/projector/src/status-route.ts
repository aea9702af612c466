import type { Route } from '@order-ledger/platform/http/route';
import type { Projection } from './projection.ts';

/** The whole state of the loop on one line: whether this instance writes or stands by, where it is, how far behind. */
export const statusRoute = (projection: Pick<Projection, 'status'>): Route => ({
  method: 'GET',
  path: '/status',
  access: 'public',
  logLevel: 'debug',
  handlers: [(_request, response) => void response.set('Cache-Control', 'no-store').json(projection.status())],
});
