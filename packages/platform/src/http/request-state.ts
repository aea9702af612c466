import type { ServerResponse } from 'node:http';
import type { Caller } from './authenticate.ts';
import type { CorrelationFault } from './correlation.ts';
import { ProblemError } from './problem.ts';
import type { RouteMatch } from './route.ts';

/** What the layers of one request tell each other. */
interface RequestState {
  readonly correlationId: string;
  /** Why the caller's own was not taken. */
  readonly replaced: CorrelationFault | undefined;
  readonly matched: RouteMatch;
  caller?: Caller;
  problemCode?: string;
}

const states = new WeakMap<ServerResponse, RequestState>();

export const beginRequestState = (response: ServerResponse, state: RequestState): void => {
  states.set(response, state);
};

export const requestState = (response: ServerResponse): RequestState => {
  const state = states.get(response);
  if (state === undefined) throw new Error('this response was not made by an app of createApp');
  return state;
};

/** Who asks; on routes with access `caller` there always is one. */
export const callerOf = (response: ServerResponse): Caller => {
  const { caller } = requestState(response);
  if (caller === undefined) throw new ProblemError(401, 'credential-missing', 'This needs a credential.');
  return caller;
};

export const correlationIdFor = (response: ServerResponse): string => {
  return requestState(response).correlationId;
};
