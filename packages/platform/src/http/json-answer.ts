import type { Express, Response } from 'express';

/**
 * Has this app answer JSON as text that is ready. Express looks up its settings, the type, a tag and whether the answer is
 * fresh for each one anew, which is a tenth of what a command costs.
 */
export const answerJsonAtOnce = (app: Express): void => {
  const json = function (this: Response, value: unknown): Response {
    const text = JSON.stringify(value);
    if (!this.hasHeader('Content-Type')) this.setHeader('Content-Type', 'application/json; charset=utf-8');
    this.setHeader('Content-Length', Buffer.byteLength(text));
    // Node leaves the text out where the request is a HEAD.
    this.end(text);
    return this;
  };
  Object.defineProperty(app.response, 'json', { value: json });
};
