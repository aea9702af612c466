import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { Wrong, whole } from '../arguments.ts';
import { runCampaign } from './campaign.ts';
import { EXCEPTIONS, RULES } from './checks.ts';
import { openSite } from './site.ts';
import { figuresOf, textOf } from './summary.ts';

const OPTIONS = {
  inputs: { type: 'string', default: '2000' },
  seed: { type: 'string' },
  only: { type: 'string' },
  json: { type: 'boolean', default: false },
  'keep-logs': { type: 'boolean', default: false },
} as const;

const exceptions = (): string =>
  EXCEPTIONS.length === 0
    ? 'No answer of 5xx is excepted.'
    : EXCEPTIONS.map(({ status, code, reason }) => `Excepted: ${status} ${code}, because ${reason}.`).join('\n');

export const HELP = `npm run fuzz [-- --inputs N] [--seed S] [--only K] [OPTIONS]

Starts a private system, brings orders into many statuses, and sends requests to all three interfaces: made of the
OpenAPI documents that they serve and of the tus protocol, valid, at the edges and broken, in methods, paths, queries,
headers, bodies, framing and credentials. Each answer is held against the rules below; in the end the ledger is held
against what callers were told, and the processes are looked at. ${exceptions()}

  --inputs N    how many (2000); some are sent again, so there are more requests
  --seed S      what they are made of (by the date if absent)
  --only K      the input of this number alone, as a finding names it
  --json        prints the result as one JSON object, on the last line of the standard output
  --keep-logs   leaves the logs of the processes where they are, and says where

Rules
${Object.entries(RULES)
  .map(([name, text]) => `  ${name.padEnd(12)} ${text}`)
  .join('\n')}

The form of an input follows from seed and number: route, caller, changes, values. What the server gives it does not: ids
of orders and uploads, and in which status an order stands that our own processes move too. --only K sends the same form
about an order of the same kind; a finding prints the whole request beside it, cut down to the changes that it needs.
Exit code 0: nothing was found.
`;

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new Wrong(`${(error as Error).message}\nnpm run fuzz -- --help shows what there is.`);
  }
};

const report = (line: string): void => void process.stderr.write(`${line}\n`);

const run = async (args: string[]): Promise<number> => {
  if (args.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const given = parsed(args);
  const seed = given.seed === undefined ? Math.floor(Date.now() / 86_400_000) : whole('seed', given.seed, 0);
  const inputs = whole('inputs', given.inputs, 1);
  const only = given.only === undefined ? null : whole('only', given.only, 0);
  const stop = new Promise<void>((resolve) => {
    // Once: whoever presses it again does not want to wait for the end of the services.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  report('Starting a system …');
  const site = await openSite();
  const result = await runCampaign(site, { inputs, seed, only, report, stop }).finally(async () => {
    await site.close(given['keep-logs']);
    if (given['keep-logs']) report(`The logs: ${join(site.system.folder, 'logs')}`);
  });
  process.stdout.write(
    given.json
      ? `${JSON.stringify({ seed, ...figuresOf(result), findings: result.findings })}\n`
      : textOf(result, seed),
  );
  return result.findings.length > 0 || result.stopped ? 1 : 0;
};

/** Runs the fuzzing as the command line says; the exit code. */
export const program = async (args: string[]): Promise<number> => {
  // The client of the event store names an IP address to TLS, and Node would warn of it between the lines.
  process.noDeprecation = true;
  try {
    return await run(args);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    report(`\n${error.name === 'ServiceProblem' ? error.message : inspect(error)}`);
    return 1;
  }
};
