import { answerPreview, counted, digestsHad } from '@order-ledger/platform/http/preview';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { readModelOf } from '@order-ledger/read-model/reading/model-of-order';
import { readMarks, readPreview } from '../previews.ts';
import type { Sources } from '../sources.ts';
import { readParameters } from './parameter-forms.ts';
import { noParameters } from './parameters.ts';
import { type Answer, keepPrivate, orderIdOf, tellFreshness, unknownOrder } from './question.ts';

/** How the model of an order looks, to who may see what the order is about. */
export const previewAnswers = (sources: Sources) => {
  const preview: Answer = async (question) => {
    const { request, response, scope } = question;
    const orderId = orderIdOf(question);
    readParameters(noParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    const order = await readModelOf(source, scope, orderId);
    if (order === undefined) throw unknownOrder();
    if (order.sha256 === null)
      throw counted(new ProblemError(404, 'no-preview', 'No model is attached to the order yet.'));
    const found = await readPreview(source.pool, order.sha256, digestsHad(request));
    if (found === undefined)
      throw counted(new ProblemError(404, 'no-preview', 'Of the model of this order there is no preview.'));
    answerPreview(response, found);
  };
  const marks: Answer = async (question) => {
    const { request, response, scope } = question;
    const order_id = orderIdOf(question);
    readParameters(noParameters, request.query);
    const source = await sources.primary();
    tellFreshness(response, source);
    if ((await readModelOf(source, scope, order_id)) === undefined) throw unknownOrder();
    keepPrivate(response);
    response.json({ order_id, marks: await readMarks(source.pool, order_id) });
  };

  return { readPreview: preview, readMarks: marks };
};
