import type { Request, Response } from 'express';
import { defineMetrics } from '../metrics.ts';
import { entityTags } from './entity-tags.ts';
import type { ProblemError } from './problem.ts';

// How a model looks is told by the process that keeps it and by the one that knows whose order it is: in one form.

const { answers } = defineMetrics({
  answers: {
    type: 'counter',
    name: 'preview_answers_total',
    help: 'Answers to who asked how a model looks; unchanged: the caller had it',
    labels: ['outcome'],
  },
});

/** Counts an answer that there is none. */
export const counted = (problem: ProblemError): ProblemError => {
  answers.inc({ outcome: 'none' });
  return problem;
};

/** Digests of the previews that the caller has. */
export const digestsHad = ({ headers }: Request): readonly string[] => {
  const tags = entityTags(headers['if-none-match'] ?? '');
  return tags === undefined || tags === '*' ? [] : tags;
};

/**
 * @param file null: the caller has it
 */
export const answerPreview = (response: Response, { digest, file }: { digest: string; file: Buffer | null }): void => {
  // Kept by the caller's own browser alone, and asked about each time: whether he may see it can have changed.
  response.set({ ETag: `"${digest}"`, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' });
  answers.inc({ outcome: file === null ? 'unchanged' : 'sent' });
  if (file === null) response.status(304).end();
  else response.status(200).set('Content-Type', 'model/gltf-binary').send(file);
};
