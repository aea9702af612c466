import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@order-ledger/testing/waiting';
import { parse } from 'csv-parse/sync';
import { csv } from '../src/csv.ts';
import { cursorSecrets } from '../src/cursor-secrets.ts';
import { createSeals } from '../src/seal.ts';

const seals = createSeals('a secret for tests, 32 characters or more');
const others = createSeals('another secret, of an installation elsewhere');

describe('a signed text', () => {
  it('comes back as it went, and is refused with any character changed', () => {
    const value = { list: { status: 'SUBMITTED' }, key: ['1', 'x'], backwards: false };
    const text = seals.sign(value);
    expect(seals.verify(text)).toEqual(value);
    expect(others.verify(text)).toBeUndefined();
    for (let at = 0; at < text.length - 1; at += 1) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      expect([at, seals.verify(changed)]).toEqual([at, undefined]);
    }
  });
});

describe('an encrypted position', () => {
  it('is read only by whom it was made out to, and no two look alike', () => {
    const text = seals.encrypt(['12', '13'], 'partner:acme');
    expect(seals.decrypt(text, 'partner:acme')).toEqual(['12', '13']);
    expect(seals.decrypt(text, 'partner:bolt')).toBeUndefined();
    expect(others.decrypt(text, 'partner:acme')).toBeUndefined();
    expect(seals.encrypt(['12', '13'], 'partner:acme')).not.toBe(text);
    const changed = `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`;
    for (const bad of ['', 'x', '12/13', changed, `A${text}`]) {
      expect([bad, seals.decrypt(bad, 'partner:acme')]).toEqual([bad, undefined]);
    }
  });
});

describe('CSV', () => {
  it('quotes what needs it and lets no cell be a formula', () => {
    const text = csv(
      ['a', 'b'],
      [
        { a: '=1+1', b: 'x"y' },
        { a: '-A', b: null },
        { b: 12.5, a: 'plain, text' },
        { a: 'two\nlines', b: -1 },
      ],
    );
    expect(text).toBe('a,b\r\n\'=1+1,"x""y"\r\n\'-A,\r\n"plain, text",12.5\r\n"two\nlines",-1\r\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-A',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '-5',
    '=cmd|"/C calc"!A0',
  ])('has a parser read %j as a text, and numbers as they are', (text) => {
    const rows = [{ text, number: -12.5, other: 'a "b", c;\r\nd', none: null, yes: true }];
    const columns = ['text', 'number', 'other', 'none', 'yes'];
    expect(parse(csv(columns, rows), { columns: true })).toEqual([
      { text: `'${text}`, number: '-12.5', other: 'a "b", c;\r\nd', none: '', yes: 'true' },
    ]);
  });
});

describe('a secret that changes', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'order-ledger-cursors-'));
    file = join(folder, 'secrets');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const [FORMER, NEXT] = ['f'.repeat(32), 'n'.repeat(32)];
  const write = (...secrets: string[]) => writeFileSync(file, `${secrets.join('\n')}\n`);
  const failures: unknown[] = [];
  const reading = () => createSeals(cursorSecrets({ CURSOR_SECRET_FILE: file }, (error) => failures.push(error)));

  it('takes what the former one and the next one have made, and makes with the first', async () => {
    write(FORMER);
    const running = reading();
    const cursor = running.sign({ page: 1 });
    const place = running.encrypt([1], 'partner:acme');
    write(NEXT, FORMER);
    // Of another instance that has read it sooner.
    const sooner = reading().sign({ page: 2 });
    await until('the new secret is known', () => running.verify(sooner) !== undefined);
    expect(running.verify(cursor)).toEqual({ page: 1 });
    expect(running.decrypt(place, 'partner:acme')).toEqual([1]);
    const made = running.sign({ page: 3 });
    write(NEXT);
    await until('the former secret is forgotten', () => running.verify(cursor) === undefined);
    expect(running.verify(made)).toEqual({ page: 3 });
  });

  it('stays as it was where the file cannot be read', async () => {
    write(FORMER);
    const running = reading();
    const cursor = running.sign({ page: 1 });
    failures.length = 0;
    writeFileSync(file, 'short\n');
    await until('it was read again', () => {
      expect(running.verify(cursor)).toEqual({ page: 1 });
      return failures.length > 0;
    });
    rmSync(file);
    expect(running.verify(cursor)).toEqual({ page: 1 });
    expect(reading).toThrow();
    writeFileSync(file, '');
    expect(reading).toThrow('at least 32 characters');
  });
});
