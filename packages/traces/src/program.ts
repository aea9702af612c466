import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { segmentsOf } from './segments.ts';
import type { Span } from './spans.ts';
import { spansOf } from './spans-of.ts';
import { waterfall } from './waterfall.ts';

/** Exit codes. */
const SHOWN = 0;
const NOTHING = 1;
const USAGE = 2;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  reads: { type: 'boolean', default: false },
  folder: { type: 'string' },
} as const;

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** An id may be any of them: an order's first, which is the rule. */
const found = async (folder: string, id: string): Promise<{ what: string; spans: Span[] }> => {
  if (/^[0-9a-f]{32}$/.test(id)) return { what: 'trace', spans: await spansOf(folder, { traceId: id }) };
  const ofOrder = await spansOf(folder, { orderId: id.toLowerCase() });
  if (ofOrder.length > 0) return { what: 'order', spans: ofOrder };
  return { what: 'correlation id', spans: await spansOf(folder, { correlationId: id }) };
};

/** @returns the exit code */
export const program = async (root: string, args: string[]): Promise<number> => {
  let given: { json: boolean; reads: boolean; folder: string; id: string };
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [id] = positionals;
    if (id === undefined || id.trim() === '' || positionals.length > 1)
      throw new Error('Name one order id, correlation id or trace id');
    given = { json: values.json, reads: values.reads, folder: values.folder ?? join(root, '.data', 'traces'), id };
  } catch (error) {
    tell(`${(error as Error).message.split('. ')[0]}: npm run trace -- --help shows how.`);
    return USAGE;
  }
  const { folder, id } = given;
  if (segmentsOf(folder).length === 0) {
    tell(`No spans are kept in ${folder}: npm start keeps them there, unless a collector is named.`);
    return NOTHING;
  }
  const { what, spans } = await found(folder, id);
  if (spans.length === 0) {
    tell(`No span names ${id}: it is unknown, was not sampled, or its spans were the oldest and are gone.`);
    return NOTHING;
  }
  if (given.json) {
    process.stdout.write(`${JSON.stringify({ [`${what.replace(' id', '')}_id`]: id, spans })}\n`);
    return SHOWN;
  }
  const traces = new Set(spans.map(({ traceId }) => traceId)).size;
  const failures = spans.filter(({ error }) => error !== undefined).length;
  const { isTTY = false, columns = 160 } = process.stdout;
  const colours = isTTY && process.env.NO_COLOR === undefined;
  const head = `${what} ${id}: ${spans.length} spans in ${traces} traces${failures > 0 ? `, ${failures} failed` : ''}`;
  process.stdout.write(
    `${[head, '', ...waterfall(spans, { width: columns, colours, reads: given.reads })].join('\n')}\n`,
  );
  return SHOWN;
};
