import type { NextFunction, Request, RequestHandler, Response } from 'express';

/**
 * Handlers as one. It does what a layer of express each would do: each runs when the one before calls `next`, and what
 * one throws, rejects with or hands to `next` goes to the error handler. Express looks at the address before each layer.
 */
export const inOrder = (handlers: readonly RequestHandler[]): RequestHandler => {
  const run = (at: number, request: Request, response: Response, done: NextFunction): void => {
    const handler = handlers[at];
    if (handler === undefined) return void done();
    const next = (error?: unknown): void => (error ? done(error) : run(at + 1, request, response, done));
    try {
      const running: unknown = handler(request, response, next);
      if (running instanceof Promise) running.catch((error: unknown) => done(error ?? new Error('rejected')));
    } catch (error) {
      done(error);
    }
  };
  return (request, response, next) => run(0, request, response, next);
};
