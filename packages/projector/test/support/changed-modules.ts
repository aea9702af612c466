import type { StatusRecord } from '@order-ledger/domain/status-table';

/** A status that this build does not know: what is made is to be polished, by who claims it, before it is packed. */
export const NEW = 'POLISHING_REQUIRED';
const RECORD: StatusRecord = {
  owner: 'MES',
  final: false,
  frozen: null,
  holdable: true,
  failable: true,
  cancel: 'supervisor',
  claimable: true,
  making: 'begun',
  left: false,
  returnable: false,
  owed: 'price',
  carrier: false,
  display: null,
};

/** The rows are put into the tables before anything is derived from them. */
export const changedModules = async () => {
  const { STATUS } = await import('@order-ledger/domain/status-table');
  Object.assign(STATUS, { [NEW]: RECORD });

  const { z } = await import('zod');
  const bodies = await import('@order-ledger/domain/bodies');
  for (const each of [bodies.REQUEST_BODIES, bodies.COMMAND_BODIES, bodies.EVENT_BODIES])
    Object.assign(each, { RequirePolishing: z.strictObject({}) });
  (bodies.COMMAND_NAMES as string[]).push('RequirePolishing');

  const events = await import('@order-ledger/domain/events');
  Object.assign(events.EVENTS, { PolishingRequired: { exchange: 'orders.production.v1', data: z.strictObject({}) } });
  (events.EVENT_TYPES as string[]).push('PolishingRequired');

  const graph = await import('@order-ledger/domain/graph');
  const packing = graph.RULES.find(({ id }) => id === 'T16');
  (graph.RULES as unknown[]).push(
    {
      id: 'T36',
      from: ['MANUFACTURING_COMPLETED'],
      to: NEW,
      command: 'RequirePolishing',
      event: 'PolishingRequired',
      by: [{ to: 'mes.quality' }],
      guards: [],
    },
    { ...packing, id: 'T37', from: [NEW] },
  );

  const status = await import('@order-ledger/domain/status');
  const schema = await import('@order-ledger/read-model/schema');
  const identity = await import('@order-ledger/ledger/identity');
  const ledger = await import('@order-ledger/ledger/ledger');
  const projection = await import('@order-ledger/projector/projection');
  const api = await import('@order-ledger/testing/running/query-api');
  return { graph, status, schema, identity, ledger, projection, api };
};
