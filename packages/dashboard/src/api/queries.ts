import createClient, { type Middleware } from 'openapi-fetch';
import { noteLag } from '../live/freshness.ts';
import { credential, noticeRefusal } from './credential.ts';
import { patience } from './patience.ts';
import { problemOf } from './problem.ts';
import type { paths } from './query-api.gen.ts';

const carried: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(credential())) request.headers.set(name, value);
    return new Request(request, { signal: AbortSignal.any([request.signal, patience()]) });
  },
  async onResponse({ response }) {
    noteLag(response.headers.get('X-Projection-Lag-Ms'));
    if (response.ok || response.status === 304) return;
    noticeRefusal(response);
    throw await problemOf(response);
  },
};

/** The query API by its document. A refusal is thrown as ApiProblem. */
export const queries = createClient<paths>({ baseUrl: location.origin });
queries.use(carried);

/** The answer itself: a refusal has been thrown already. */
export const answered = async <Data>(asked: Promise<{ data?: Data; response: Response }>): Promise<Data> => {
  const { data, response } = await asked;
  if (data === undefined) throw await problemOf(response);
  return data;
};
