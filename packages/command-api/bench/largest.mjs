import { REQUEST_BODIES } from '@order-ledger/domain/bodies';
import { z } from 'zod';

const UUID = '9f3a1c52-7d1e-5c33-8a57-6f0e5b1f2a77';
const TEXT = 'ж'.repeat(2_000);

/** Texts of as many characters as forms allow; the first that a leaf takes is its largest. */
const TEXTS = [TEXT, 'Ж'.repeat(100), 'x'.repeat(100), 'a'.repeat(64), UUID, '2026-12-01T09:30:00.000+03:00', 'RUB'];
const NUMBERS = [Number.MAX_SAFE_INTEGER, 2_147_483_647, 1_000_000, 1];

const first = (schema, values) => {
  const value = values.find((each) => schema.safeParse(each).success);
  if (value === undefined)
    throw new Error(`nothing is known that this takes: ${JSON.stringify(z.toJSONSchema(schema))}`);
  return value;
};

/** The largest that a schema takes, its refinements over several fields aside. */
const largest = (schema) => {
  const { def } = schema;
  switch (def.type) {
    case 'optional':
    case 'default':
      return largest(def.innerType);
    case 'object':
      return Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, largest(field)]));
    case 'array':
      return Array.from({ length: z.toJSONSchema(schema, { io: 'input' }).maxItems }, () => largest(def.element));
    case 'tuple':
      return def.items.map(largest);
    case 'union':
      return largest(def.options.at(-1));
    case 'enum':
      return Object.values(def.entries).sort((a, b) => b.length - a.length)[0];
    case 'boolean':
      return true;
    case 'number':
      return first(schema, NUMBERS);
  }
  return first(schema, TEXTS);
};

/** What two fields owe to each other. */
const consistent = (name, body) => {
  switch (name) {
    case 'SubmitOrder':
    case 'ReviseOrder':
      return { ...body, delivery: { ...body.delivery, method: 'CARRIER' } };
    case 'CompletePriceCalculation': {
      const amount = { amount: 1, currency: 'RUB' };
      const breakdown = body.breakdown.map((line) => ({ ...line, amount }));
      return { ...body, breakdown, price: { ...amount, amount: breakdown.length } };
    }
    case 'ConfirmDelivery': {
      const { handover_record_id: _one, ...proof } = body;
      return proof;
    }
    case 'CancelOrder':
      return { ...body, cost_decision: 'CUSTOMER' };
    default:
      return body;
  }
};

/** @throws where the schema does not take it after all: a benchmark of refusals would measure something else */
export const largestBody = (name) => {
  const body = consistent(name, largest(REQUEST_BODIES[name]));
  REQUEST_BODIES[name].parse(body);
  return body;
};
