#!/usr/bin/env node
// npm run faults: breaks each dependency in each way under load, and sees that everything comes back by itself.
import { bootstrap, main } from './bootstrap.mjs';

await main(async () => {
  bootstrap();
  const { program } = await import('../packages/system-tests/dist/faults/program.js');
  return program(process.argv.slice(2));
});
