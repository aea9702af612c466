import { type Route, routeFinder } from '@order-ledger/platform/http/route';
import type { RequestHandler } from 'express';
import { createForward } from './forward.ts';
import { documentPath, FORWARDED, INTERFACES, type Interface, takesLong } from './forwarded-routes.ts';

/** Base addresses of the interfaces that answer at this origin too. */
export type ForwardTo = Readonly<Partial<Record<Interface, string>>>;

const FORWARDED_AS = { access: 'forwarded', body: 'raw' } as const;

const asDocument: RequestHandler = (request, _response, next) => {
  request.url = '/openapi.json';
  next();
};

/** The routes that go on to other interfaces, and the documents of these. @param own the routes that are answered here */
export const forwardingRoutes = (to: ForwardTo, own: readonly Route[]): readonly Route[] => {
  const routes: Route[] = [];
  const finds = () => routeFinder([...own, ...routes]);
  let find: ReturnType<typeof finds> | undefined;
  const isHere = (path: string): boolean => {
    find ??= finds();
    return find('GET', path).kind !== 'unknown';
  };
  for (const name of INTERFACES) {
    const url = to[name];
    if (url === undefined) continue;
    const forward = createForward(name, { url, isHere });
    const slow = takesLong(name) ? ({ slow: true, methodFrom: 'header' } as const) : {};
    routes.push(
      ...FORWARDED[name].map(
        ({ method, path }): Route => ({ ...FORWARDED_AS, ...slow, method, path, handlers: [forward] }),
      ),
      { ...FORWARDED_AS, method: 'GET', path: documentPath(name), handlers: [asDocument, forward] },
    );
  }
  return routes;
};

/** The OpenAPI document of each interface at this origin, by its path. */
export const interfaceDocuments = (to: ForwardTo): Readonly<Record<string, string>> => ({
  query_api: '/openapi.json',
  ...Object.fromEntries(
    INTERFACES.filter((name) => to[name] !== undefined).map((name) => [name.replaceAll('-', '_'), documentPath(name)]),
  ),
});
