import { answerPreview, digestsHad, noPreview } from '@order-ledger/platform/http/preview';
import { readModelOf } from '@order-ledger/read-model/reading/model-of-order';
import { readPreview } from '../previews.ts';
import type { Sources } from '../sources.ts';
import { readParameters } from './parameter-forms.ts';
import { noParameters } from './parameters.ts';
import { type Answer, orderIdOf, tellFreshness, unknownOrder } from './question.ts';

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
    if (order.sha256 === null) throw noPreview('No model is attached to the order yet.');
    const found = await readPreview(source.pool, order.sha256, digestsHad(request));
    if (found === undefined) throw noPreview('Of the model of this order there is no preview.');
    answerPreview(response, found);
  };
  return { readPreview: preview };
};
