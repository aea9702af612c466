import type { Actor } from '@order-ledger/domain/grants';
import type { Scope } from '@order-ledger/domain/sight';
import { uuid } from '@order-ledger/domain/values';
import { addToContext } from '@order-ledger/platform/context';
import type { Caller } from '@order-ledger/platform/http/authenticate';
import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Request, Response } from 'express';
import type { Audience } from '../audience.ts';
import type { Source } from '../sources.ts';

/** One admitted request: who asks, what he sees, and what he asked. */
export interface Question {
  request: Request;
  response: Response;
  caller: Caller;
  actor: Actor;
  scope: Scope;
  audience: Audience;
}

export type Answer = (question: Question) => Promise<void>;

export const unknownOrder = (): ProblemError =>
  new ProblemError(404, 'unknown-order', 'There is no such order, or it is not yours to see.');

/** @throws ProblemError 404 for what cannot be the id of an order */
export const orderIdOf = ({ request }: Question): string => {
  const given = String(request.params.order_id).toLowerCase();
  if (!uuid.safeParse(given).success) throw unknownOrder();
  addToContext({ order_id: given });
  return given;
};

/** Says how fresh what was read is. Without a heartbeat nobody knows. */
export const tellFreshness = (response: Response, { lagMs }: Source): void => {
  response.set('X-Projection-Lag-Ms', lagMs === null ? 'unknown' : String(lagMs));
};

/** What an answer depends on, and that nobody may keep it for another caller. */
export const keepPrivate = (response: Response): void => {
  response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Authorization' });
};

/** Answers with JSON that is text already. */
export const answerText = (response: Response, text: string): void =>
  void response.set('Content-Type', 'application/json; charset=utf-8').send(text);
