#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { listen } from '@order-ledger/platform/http/server';
import { createLog } from '@order-ledger/platform/log';
import { receiveSpans } from './receiver.ts';
import { openSpanStore } from './span-store.ts';

/** Keeps the spans that processes export to it in the files of a folder; `npm start` runs it. */
const { folder, port, limit } = parseArgs({
  options: {
    folder: { type: 'string' },
    port: { type: 'string', default: '4318' },
    /** Bytes. */
    limit: { type: 'string', default: '268435456' },
  },
}).values;
if (folder === undefined) throw new Error('--folder says where the spans are kept');

const log = createLog({ service: 'span-store' });
const onFault = (error: unknown): void => log.error('spans were not kept', { error });
const store = openSpanStore({ folder, limitBytes: Number(limit), onFault });
// Not on the command line, where every user of the machine could read it.
const token = process.env.SPAN_STORE_TOKEN;
const server = await listen(receiveSpans({ store, token, onFault }), { port: Number(port), log });
log.info('ready', { url: server.url, path: folder });

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, async () => {
    await server.close(2_000);
    await store.settled();
    log.info('stopped', { signal });
    await log.close();
    process.exit(0);
  });
