import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Route } from '@order-ledger/platform/http/route';
import type { Projection } from './projection.ts';

/** The whole state of the loop on one line: whether this instance writes or stands by, where it is, how far behind. */
export const statusRoute = (projection: () => Pick<Projection, 'status'> | undefined): Route => ({
  method: 'GET',
  path: '/status',
  access: 'operator',
  logLevel: 'debug',
  handlers: [
    (_request, response) => {
      const running = projection();
      if (running === undefined) throw new ProblemError(503, 'starting', 'The projection has not begun yet.');
      response.set('Cache-Control', 'no-store').json(running.status());
    },
  ],
});
