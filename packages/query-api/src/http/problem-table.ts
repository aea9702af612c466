import { only, type Problems } from '@order-ledger/platform/http/problem-table';
import type { QueryRoute } from './query-routes.ts';

/** What a query may be refused with, beside what every interface may. */
const OWN = {
  'as-of-future': { status: 400, when: 'as_of lies in the future' },
  'cursor-invalid': { status: 400, when: 'the cursor is not one of ours: begin at the first page' },
  'cursor-mismatch': { status: 400, when: 'the cursor belongs to a list with other filters' },
  'empty-range': { status: 400, when: 'since is not before until' },
  'filter-of-today': { status: 400, when: 'the filter looks at today, and as_of at another time' },
  'last-event-id': { status: 400, when: 'Last-Event-ID is not one that this stream gave' },
  'filter-forbidden': { status: 403, when: 'a filter is not for this credential' },
  'sort-forbidden': { status: 403, when: 'the order of the list is not for this credential' },
  'unknown-order': { status: 404, when: 'there is no such order for this caller' },
  'no-preview': { status: 404, when: 'nothing can be shown of its model: there is none, or it cannot be read' },
  'unknown-person': { status: 404, when: 'nobody who signs in here has this id' },
  'too-many-streams': { status: [429, 503], when: 'more open streams than the caller may have, or all have' },
  'interface-unavailable': { status: [502, 503], when: 'the interface behind this origin cannot be reached' },
  'query-too-slow': { status: 503, when: 'the answer took too long: narrow the filters or the time range' },
  'not-published': { status: 503, when: 'what this is answered from has not been made yet' },
} as const satisfies Problems;

export const QUERY_PROBLEMS: Problems = OWN;

const OF_ALL = only(OWN, 'query-too-slow', 'not-published');
/** By the parameters that may bring them about. */
const OF_PARAMETERS: Readonly<Record<string, Problems>> = {
  as_of: only(OWN, 'as-of-future'),
  cursor: only(OWN, 'cursor-invalid', 'cursor-mismatch'),
  sort: only(OWN, 'sort-forbidden', 'filter-forbidden', 'filter-of-today'),
  last_event_id: only(OWN, 'last-event-id', 'filter-forbidden', 'too-many-streams'),
};

const ON_PATH: Readonly<Record<string, Problems>> = {
  '/v1/flow': only(OWN, 'empty-range'),
  '/v1/orders/:order_id/preview': only(OWN, 'no-preview'),
};

/** What a query may be refused with, by what it is about and what it takes. */
export const problemsOf = ({ path, parameters }: Pick<QueryRoute, 'path' | 'parameters'>): Problems => ({
  ...OF_ALL,
  ...(path.includes(':order_id') ? only(OWN, 'unknown-order') : {}),
  ...ON_PATH[path],
  ...Object.assign({}, ...Object.keys(parameters.shape).map((name) => OF_PARAMETERS[name] ?? {})),
});

export const PERSON_PROBLEMS = only(OWN, 'unknown-person');
