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
  if (!options) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const { task, data } = options;
  switch (task.kind) {
    case 'serve':
      return serve(options, parseFaults(process.env.EVENTSTORE_FAULTS ?? ''));
    case 'inspect':
      for (const event of await inspect(data, task.stream, task.count))
        process.stdout.write(`${JSON.stringify(event)}\n`);
      return;
    case 'backup':
      return logLine('info', 'backed up', { data, to: task.to, ...(await backup(data, task.to)) });
    case 'verify': {
      const result = await verify(data);
      logLine(result.problems.length > 0 ? 'error' : 'info', 'verified', { data, ...result });
      if (result.problems.length > 0) process.exitCode = 1;
    }
  }
};

main().catch((error: unknown) => {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${HELP}\n`);
    process.exit(2);
  }
  logLine('error', error instanceof Error ? error.message : String(error), {});
  process.exit(1);
});
