#!/usr/bin/env node
// npm run reset: removes the data of npm start, after asking.
import { bootstrap, main, ROOT } from './bootstrap.mjs';

const HELP = `npm run reset [-- --yes]

Removes .data: every order, key, credential and log of this clone. Asks first, unless --yes is given.
`;

await main(async () => {
  if (process.argv.includes('--help')) return void process.stdout.write(HELP);
  bootstrap();
  const { reset } = await import('./local/dist/reset.js');
  process.stdout.write(`${await reset(ROOT, process.argv.includes('--yes'))}\n`);
});
