import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addToContext, withContext } from '../src/context.ts';
import type { LogFields } from '../src/log-fields.ts';
import { keepingLog } from './support/lines.ts';
import { plantedPersonalData } from './support/personal-data.ts';

it('writes one JSON object a line with time, level and service', () => {
  const { log, lines } = keepingLog();
  log.info('ready', { port: 8081 });
  expect(lines()).toEqual([
    { time: expect.stringMatching(/^\d{4}-.*Z$/), level: 'info', service: 'test', message: 'ready', port: 8081 },
  ]);
});

it('carries the context through awaits, and nested work does not change that around it [L5] [B6]', async () => {
  const { log, lines } = keepingLog();
  await withContext({ correlation_id: 'chain' }, async () => {
    await withContext({ order_id: 'o-1' }, async () => {
      await Promise.resolve();
      log.info('inside');
    });
    log.info('around');
    addToContext({ order_id: 'o-2' });
    log.info('added');
  });
  log.info('outside');
  const ids = lines().map(({ correlation_id, order_id }) => [correlation_id, order_id]);
  expect(ids).toEqual([
    ['chain', 'o-1'],
    ['chain', undefined],
    ['chain', 'o-2'],
    [undefined, undefined],
  ]);
});

it('drops fields that are not on the list and names them', () => {
  const { log, lines, text } = keepingLog();
  const fields = { order_id: 'o-1', customer_name: 'Jane Doe' };
  log.info('order', fields as LogFields);
  expect(lines()[0]).toMatchObject({ order_id: 'o-1', dropped_fields: ['customer_name'] });
  expect(text()).not.toContain('Jane Doe');
});

it('logs of an error its name, message, code, stack and cause, and nothing that it carries', () => {
  const { log, lines, text } = keepingLog();
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (name)=(Jane Doe) exists' });
  log.error('failed', { error: new Error('not stored', { cause }) });
  expect(lines()[0]).toMatchObject({
    error: {
      name: 'Error',
      message: 'not stored',
      stack: expect.stringContaining('log.test'),
      cause: { code: '23505' },
    },
  });
  expect(text()).not.toContain('Jane Doe');
});

it('lets no planted personal data through, in message, fields, errors or context [M1] [M3]', () => {
  fc.assert(
    fc.property(plantedPersonalData, (planted) => {
      const { log, text } = keepingLog();
      withContext({ order_id: planted, correlation_id: `x ${planted}` }, () => {
        log.warn(`message ${planted} here`, { reason: planted, roles: [planted], [planted]: planted });
        const error = new AggregateError([new Error(planted)], planted, { cause: new Error(`at ${planted}`) });
        log.error('failed', { error });
        log.error('failed', { error: planted });
      });
      expect(text()).not.toContain(planted);
      expect(text().split('\n')).toHaveLength(4);
    }),
    { numRuns: 500 },
  );
});

it('keeps lines below its level back', () => {
  const { log, lines } = keepingLog({ level: 'warn' });
  log.info('not this');
  log.warn('but this');
  expect(lines().map(({ message }) => message)).toEqual(['but this']);
});

it('writes for people where asked', () => {
  const { log, text } = keepingLog({ format: 'pretty' });
  log.warn('slow', { duration_ms: 12, error: new Error('late') });
  expect(text()).toMatch(/^\d\d:\d\d:\d\d\.\d{3} WARN {2}test slow duration_ms=12\n {2}Error: late\n/);
});

it('has handed over every line once it is closed', async () => {
  const { log, lines } = keepingLog();
  for (let line = 0; line < 1_000; line += 1) log.info('line', { count: line });
  await log.close();
  expect(lines()).toHaveLength(1_000);
});
