import type { CommandName } from '@order-ledger/domain/bodies';
import { jsonBody } from '@order-ledger/platform/http/json-body';
import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Request } from 'express';
import { type FieldError, MOST_VALUES, type ReadBody, readBody } from '../request-body.ts';

/** The body of a command's request, which is read when it is first asked for, and once. */
export interface BodyReader {
  read(): ReadBody | { errors: FieldError[] };
  /** What is told of a body that is no JSON of ours, once that is known. */
  unreadable(): ProblemError | undefined;
}

export const bodyReader = (name: CommandName, request: Request): BodyReader => {
  let body: ReturnType<BodyReader['read']> | undefined;
  let unreadable: ProblemError | undefined;
  const readNow = (): ReturnType<BodyReader['read']> => {
    try {
      return readBody(name, jsonBody(request, MOST_VALUES[name]));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      unreadable = error;
      return { errors: [{ pointer: '', text: error.message }] };
    }
  };
  return {
    read: () => {
      body ??= readNow();
      return body;
    },
    unreadable: () => unreadable,
  };
};
