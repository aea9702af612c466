#!/usr/bin/env node
// npm run fuzz: sends requests of every kind to all interfaces, and sees that none fails, hangs, lies or leaves a trace.
import { bootstrap, main } from './bootstrap.mjs';

await main(async () => {
  bootstrap();
  const { program } = await import('../packages/system-tests/dist/fuzz/program.js');
  return program(process.argv.slice(2));
});
