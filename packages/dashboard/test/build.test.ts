import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Piece {
  file: string;
  imports?: string[];
}

/** What the first page may take, gzipped: it is opened on tablets of the shop floor. */
const MOST_BYTES = 200_000;
/** The frame and the board in its longer language, with what they import. */
const FIRST_PAGE = ['index.html', 'src/app/frame.tsx', 'src/board/board-page.tsx', 'src/texts/ru.ts'];

const HOME = fileURLToPath(new URL('../', import.meta.url));
let built: string;
let manifest: Readonly<Record<string, Piece>>;
beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'order-ledger-page-'));
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', built, '--emptyOutDir'], {
    cwd: HOME,
    stdio: 'pipe',
    // jest's own says "test", which would build React for its developers.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8'));
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

const withImports = (name: string): string[] => [name, ...(manifest[name]?.imports ?? []).flatMap(withImports)];

describe('the built page', () => {
  it('takes less than 200 kB of JavaScript, gzipped, until the board stands there', () => {
    const files = new Set(
      FIRST_PAGE.flatMap(withImports).map((name) => manifest[name]?.file ?? `${name} is not there`),
    );
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0);
    expect(files.size).toBeGreaterThanOrEqual(FIRST_PAGE.length);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it('loads what only some need when they need it', () => {
    const first = new Set(FIRST_PAGE.flatMap(withImports));
    for (const late of [
      ...['src/session/oidc.ts', 'src/app/palette.tsx', 'src/texts/en.ts', 'src/texts/ru-analysis.ts'],
      ...['src/order/order-page.tsx', 'src/durations/durations-page.tsx', 'src/flow/flow-page.tsx'],
    ]) {
      expect([late, first.has(late), manifest[late] !== undefined]).toEqual([late, false, true]);
    }
  });

  it('has neither scripts nor styles in its HTML, which the CSP would not run', () => {
    const html = readFileSync(join(built, 'index.html'), 'utf8');
    expect(html).toMatch(/<script type="module"[^>]* src="\/assets\/[^"]+\.js"><\/script>/);
    expect([...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=|\sstyle=/g)]).toEqual([]);
  });
});
