#!/usr/bin/env node
import { backup } from './backup.ts';
import { parseFaults } from './faults.ts';
import { inspect } from './inspect.ts';
import { logLine } from './log-line.ts';
import { HELP, parseOptions, UsageError } from './options.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

const main = async (): Promise<void> => {
  const options = parseOptions(process.argv.slice(2), process.env);
  if (!options) return void process.stdout.write(`${HELP}\n`);
  const { data } = options;
  if (options.verify) {
    const result = await verify(data);
    if (result.problems.length > 0) process.exitCode = 1;
    logLine(result.problems.length > 0 ? 'error' : 'info', 'verified', { data, ...result });
  } else if (options.inspect !== undefined) {
    const events = await inspect(data, options.inspect, options.count);
    for (const event of events) process.stdout.write(`${JSON.stringify(event)}\n`);
    if (events.length === 0) process.stderr.write(`no event stands in ${options.inspect}\n`);
  } else if (options.backup !== undefined) {
    logLine('info', 'backed up', { data, to: options.backup, ...(await backup(data, options.backup)) });
  } else {
    await serve(options, parseFaults(process.env.EVENTSTORE_FAULTS ?? ''));
  }
};

main().catch((error: unknown) => {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${HELP}\n`);
    process.exit(2);
  }
  logLine('error', error instanceof Error ? error.message : String(error));
  process.exit(1);
});
