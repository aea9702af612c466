#!/usr/bin/env node
import { logLine } from './log-line.ts';
import { HELP, parseOptions, UsageError } from './options.ts';
import { serve } from './serve.ts';

const main = async (): Promise<void> => {
  const options = parseOptions(process.argv.slice(2), process.env);
  if (!options) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  await serve(options, process.env);
};

main().catch((error: unknown) => {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${HELP}\n`);
    process.exit(2);
  }
  logLine('error', error instanceof Error ? error.message : String(error), {});
  process.exit(1);
});
