import react from '@vitejs/plugin-react';
import { defineConfig, transformWithOxc } from 'vite';
import { compiledTexts, FORMAT_ONLY } from './compiled-texts.ts';

/** The one origin: query-api, which passes on what the others answer. */
const ORIGIN = process.env.ORDER_LEDGER_ORIGIN ?? 'http://127.0.0.1:8082';

export default defineConfig({
  plugins: [react(), compiledTexts(transformWithOxc)],
  resolve: { alias: FORMAT_ONLY },
  build: {
    outDir: 'dist',
    // What is loaded with what: a test adds up what the first page takes.
    manifest: true,
    // Strict CSP: nothing is written into the page as data: or as an inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(['/v1', '/dashboard.json', '/dashboard/'].map((path) => [path, { target: ORIGIN }])),
  },
});
