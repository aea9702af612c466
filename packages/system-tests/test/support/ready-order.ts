import { createHash, randomUUID } from 'node:crypto';
import { cubeStl, openCubeStl } from '@order-ledger/testing/models/bodies';
import { tusClient } from '@order-ledger/testing/running/tus-client';
import { until } from '@order-ledger/testing/waiting';
import type { PrivateSystem } from '../../src/private-system.ts';

type Fields = Record<string, unknown>;

/** An order of a partner on invoice with a model, submitted: made over the interfaces. */
const submittedOrder = async (system: PrivateSystem, external_ref: string, model: Uint8Array) => {
  const partner = system.credentials.bearer({ who: 'customer', account: 'invoice' });
  const headers = { Authorization: `Bearer ${partner}`, 'Content-Type': 'application/json' };
  const post = async (path: string, body: object, version?: number): Promise<Fields> => {
    const answer = await fetch(`${system.url('command-api')}${path}`, {
      method: 'POST',
      headers: {
        ...headers,
        'Idempotency-Key': randomUUID(),
        ...(version === undefined ? {} : { 'X-Expected-Status-Version': String(version) }),
      },
      body: JSON.stringify(body),
    });
    const told = (await answer.json()) as Fields;
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(told)}`);
    return told;
  };
  // First in the queue, whatever other tests have left there.
  const made = await post('/v1/orders', { customer_ref: 'c-floor', channel: 'API', external_ref, priority: 'HIGH' });
  const id = String(made.order_id);
  const becomes = (status: string): Promise<Fields> =>
    until(
      `the order is ${status}`,
      async () => {
        const answer = await fetch(`${system.url('query-api')}/v1/orders/${id}`, { headers });
        const now = (await answer.json()) as Fields;
        return now.status === status && now;
      },
      120_000,
    );
  const send = (command: string, body: object, version: unknown) =>
    post(`/v1/orders/${id}/commands/${command}`, body, Number(version));
  const uploads = tusClient(system.url('upload-api'), partner);
  const { path } = await uploads.upload(model);
  await uploads.verdict(path);
  const sha256 = createHash('sha256').update(model).digest('hex');
  const attached = await send('attach-model', { upload_id: path.split('/').at(-1), sha256 }, made.status_version);
  const part = { material: 'PLA', process: 'FDM', quantity: 2, delivery: { method: 'PICKUP' } };
  await send('submit-order', part, attached.status_version);
  return { id, becomes, send };
};

/** An order that waits for an operator, priced by the workers. */
export const readyOrder = async (system: PrivateSystem, external_ref: string): Promise<string> => {
  const { id, becomes, send } = await submittedOrder(system, external_ref, cubeStl(19));
  const priced = await becomes('PRICE_CALCULATED');
  const { quote_version } = priced.quote as { quote_version: number };
  await send('accept-quote', { quote_version }, priced.status_version);
  await becomes('MANUFACTURING_APPROVED');
  return id;
};

/** An order that is refused, because its model has a hole. */
export const refusedOrder = async (system: PrivateSystem, external_ref: string): Promise<string> => {
  const { id, becomes } = await submittedOrder(system, external_ref, openCubeStl(19));
  await becomes('REJECTED');
  return id;
};
