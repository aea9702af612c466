import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { pagesBelow, relocate } from '../src/relocate.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'order-ledger-relocate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, content: string | Buffer): string => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};

it('lets programs find their pages below the folder that they are started in, with nothing moved in them', () => {
  const code = Buffer.concat([
    Buffer.from([0, 255, 128]),
    Buffer.from('/usr/share/prometheus/web/static'),
    Buffer.from([7, 200]),
    Buffer.from('/usr/share/prometheus/alertmanager/default.tmpl'),
  ]);
  const program = put('usr/bin/prometheus-alertmanager', code);
  chmodSync(program, 0o755);
  relocate(folder);
  const relocated = readFileSync(program);
  expect(relocated).toHaveLength(code.length);
  expect([...relocated.subarray(0, 3)]).toEqual([0, 255, 128]);
  expect(relocated.toString('latin1')).toMatch(
    /\/proc\/self\/cwd\/+web\/static.*\/proc\/self\/cwd\/+alertmanager\/default/,
  );
  expect(statSync(program).mode & 0o111).toBe(0o111);
  // It may be unpacked again beside what is there.
  relocate(folder);
  expect(readFileSync(program)).toEqual(relocated);
});

it('lets pages find libraries of other packages, which they name by whole paths', () => {
  put('usr/share/javascript/d3/d3.js', 'a library');
  mkdirSync(join(pagesBelow(folder), 'web'), { recursive: true });
  const link = join(pagesBelow(folder), 'web', 'd3.js');
  symlinkSync('/usr/share/javascript/d3/d3.js', link);
  relocate(folder);
  expect(readFileSync(link, 'utf8')).toBe('a library');
  relocate(folder);
  expect(readFileSync(link, 'utf8')).toBe('a library');
});

it('lets Erlang start from where it lies', () => {
  const script = put('usr/lib/erlang/bin/erl', 'ROOTDIR=/usr/lib/erlang\n');
  relocate(folder);
  // Other packages are unpacked into the same folder later.
  relocate(folder);
  expect(readFileSync(script, 'utf8')).toBe(`ROOTDIR=${folder}/usr/lib/erlang\n`);
});
