import { describe, expect, it } from '@jest/globals';
import { keepingLog } from '@order-ledger/testing/lines';
import fc from 'fast-check';
import { addToContext, withContext } from '../src/context.ts';
import type { LogFields } from '../src/log-fields.ts';
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

describe('a stack', () => {
  const thrownFrom = (folder: string, message: string) =>
    Object.assign(new Error(message), {
      stack: `Error: ${message}\n    at load (${folder}/index.js:10:5)\n    at async file://${folder}/main.mjs:2:13`,
    });
  const stackOf = (error: Error): string => {
    const { log, lines } = keepingLog();
    log.error('failed', { error });
    const [line] = lines() as unknown as [{ error: { stack: string } }];
    return line.error.stack;
  };
  const PACKAGE = '/srv/builds/5726128734520/node_modules/.pnpm/@scope+name@1.2.3/node_modules/@scope/name';

  it('keeps its paths, folders of packages and dates of builds included', () => {
    const error = thrownFrom(PACKAGE, 'not stored');
    expect(stackOf(error)).toBe(error.stack);
    const nameless = Object.assign(new Error(''), { stack: `Error\n    at ${PACKAGE}/index.js:10:5` });
    expect(stackOf(nameless)).toBe(nameless.stack);
  });

  it('loses what its message repeats, though it looks like a place in the code [M1]', () => {
    const planted = '79261234567 of\n    at jane@example.com (/79261234567/jane@example.com.js:1:1)';
    expect(stackOf(thrownFrom(PACKAGE, planted))).toMatch(
      /^Error: \[phone\] of\n {4}at \[email\] \(\/\[phone\]\/\[email\]:1:1\)\n {4}at load \(\/srv\/builds\/5726128734520/,
    );
    const changed = thrownFrom(PACKAGE, planted);
    changed.message = 'another';
    expect(stackOf(changed)).not.toMatch(/79261234567|jane/);
    expect(stackOf(Object.assign(new Error('x'), { stack: planted }))).not.toMatch(/79261234567|jane/);
  });

  it.each(['', ': ', 'Error', 'at'])('keeps nothing of a caller for the message "%s" [M1]', (message) => {
    const error = thrownFrom('/home/jane@example.com', message);
    error.stack +=
      '\n    at Object.79261234567 (/srv/app.js:1:1)\n    at eval (eval at 79261234567 (x), <anonymous>:1:1)';
    expect(stackOf(error)).not.toMatch(/79261234567|jane/);
  });
});

it('loses what an error repeats in its name, its cause and the errors in it [M1]', () => {
  const { log, text } = keepingLog();
  const inner = Object.assign(new Error('x'), { name: 'jane@example.com', code: '+79261234567' });
  log.error('failed', { error: new AggregateError([inner], 'y', { cause: inner }) });
  expect(text()).not.toMatch(/79261234567|jane/);
});

it('keeps the digits of a number that comes as text, where the field is one of numbers', () => {
  const { log, lines } = keepingLog();
  const numbers = {
    commit_position: '5726128734520',
    bytes: 4_111_111_111_111_111n,
    lag_ms: 1_763_886_115_128,
    position: '4111111111111111',
    duration_ms: '1763886115128.25',
    count: '-79261234567',
  };
  log.info('at', numbers);
  expect(lines()[0]).toMatchObject({ ...numbers, bytes: '4111111111111111' });
});

it.each([
  'call 79261234567',
  '79261234567 jane',
  '+79261234567',
  '8 926 123 45 67',
  'jane@example.com',
  '4111 1111 1111 1111',
])('masks "%s" in a field of numbers, because it is text [M1]', (planted) => {
  const { log, text } = keepingLog();
  log.info('at', { position: planted, checkpoint: [planted] });
  expect(text()).not.toContain(planted);
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
