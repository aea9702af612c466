import type { components as command, paths as commandPaths } from './command-api.gen.ts';
import type { components as query, paths as queryPaths } from './query-api.gen.ts';

// The shapes of both APIs under the names that the page uses.

export type Order = query['schemas']['Order'];
export type OrderList = query['schemas']['OrderList'];
export type OrderDetail = query['schemas']['OrderDetail'];
export type Board = query['schemas']['Board'];
export type TimelineEvent = query['schemas']['TimelineEvent'];
export type StreamedEvent = query['schemas']['StreamedEvent'];
export type StatusName = Order['status'];
export type Priority = NonNullable<Order['priority']>;
export type AllowedTransition = OrderDetail['allowed_transitions'][number];

export type CommandAnswer = command['schemas']['CommandAnswer'];
export type CommandProblem = command['schemas']['Problem'];

export type ListQuery = NonNullable<queryPaths['/v1/orders']['get']['parameters']['query']>;
export type Sort = NonNullable<ListQuery['sort']>;

/** Addresses that take a command. */
export type CommandPath = {
  [Path in keyof commandPaths]: commandPaths[Path] extends { post: { requestBody?: unknown } } ? Path : never;
}[keyof commandPaths];

type BodyOf<Path extends CommandPath> = commandPaths[Path] extends {
  post: { requestBody?: { content: { 'application/json': infer Body } } };
}
  ? Body
  : Record<string, never>;

/** What a command's body holds. */
export type CommandBody<Path extends CommandPath> = BodyOf<Path>;
