import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { askProgram } from '@order-ledger/diagnosis/asking-processes';
import { diagnose } from '@order-ledger/diagnosis/diagnose';
import { type Incident, incidentOf } from '@order-ledger/diagnosis/incident/incident';
import { incidentPage } from '@order-ledger/diagnosis/incident/page';
import { limitSettings } from '@order-ledger/diagnosis/stage-limits';
import { ServiceProblem } from '@order-ledger/local/problem';
import { linesOf, logFilesIn } from '@order-ledger/logs/lines-of';
import { createLog } from '@order-ledger/platform/log';
import { type Answer, within } from '@order-ledger/platform/within';
import { namedProcess, type Subject } from '@order-ledger/status/subject';
import { spansOf } from '@order-ledger/traces/spans-of';
import { collect, isUnknown } from './collecting.ts';
import { orderId } from './order-id.ts';
import { servers } from './servers.ts';

const OPTIONS = {
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  logs: { type: 'string' },
  traces: { type: 'string' },
  process: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** Exit codes. */
const MADE = 0;
const USAGE = 2;

/** The newest, of all processes together: an order has some hundred. */
const MOST_LINES = 5_000;
const FILES_LIMIT_MS = 30_000;

interface Asked {
  readonly order: string;
  readonly out: string;
  readonly json: boolean;
  readonly logs: string;
  readonly traces: string;
  readonly named: ReturnType<typeof namedProcess>[];
}

/** @throws ServiceProblem that says what is wrong with the command line */
const askedBy = (root: string, args: readonly string[]): Asked => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [order, ...others] = positionals;
  if (order === undefined || others.length > 0) throw new ServiceProblem('Name one order by its id.');
  const data = join(root, '.data');
  return {
    order: orderId(order),
    out: values.out ?? join(data, 'incidents'),
    json: values.json,
    logs: values.logs ?? join(data, 'logs'),
    traces: values.traces ?? join(data, 'traces'),
    named: values.process.map(namedProcess),
  };
};

const logsIn = async (folder: string, order: string): Promise<Answer<Awaited<ReturnType<typeof linesOf>>>> =>
  logFilesIn(folder).length === 0
    ? { unknown: `there are no logs in ${folder}: --logs DIR, where they are kept elsewhere` }
    : within(linesOf(folder, { orderId: order }, MOST_LINES), FILES_LIMIT_MS);

const spansIn = async (folder: string, order: string): Promise<Answer<readonly object[]>> => {
  const found = await within(spansOf(folder, { orderId: order }), FILES_LIMIT_MS);
  if (!('is' in found) || found.is.length > 0) return found;
  return {
    unknown: `no span of the order is kept in ${folder}: OTEL_EXPORTER_OTLP_ENDPOINT may send them elsewhere, or they are too old`,
  };
};

/** Everything about an order, as it can be asked now. @throws ServiceProblem where nobody knows the order */
export const makeIncident = async (
  subject: Subject,
  { order, logs, traces }: Pick<Asked, 'order' | 'logs' | 'traces'>,
  env: NodeJS.ProcessEnv,
): Promise<Incident> => {
  const log = createLog({ service: 'incident', level: 'error', destination: process.stderr });
  const limits = limitSettings(env.STUCK_LIMITS ?? '');
  const collecting = await collect(subject, { prefix: env.AMQP_PREFIX ?? '', limits, log });
  try {
    const evidence = { system: collecting.system, order: await collecting.order(order) };
    if (isUnknown(evidence.system, evidence.order)) throw new ServiceProblem(`There is no order ${order}.`);
    const [lines, spans, programs] = await Promise.all([
      logsIn(logs, order),
      spansIn(traces, order),
      Promise.all(subject.processes.map(({ name, url }) => askProgram({ name, url }))),
    ]);
    return incidentOf({
      ...{ made_at: evidence.system.at, evidence, diagnosis: diagnose(evidence, collecting.limits) },
      ...{ spans, logs: lines, programs },
    });
  } finally {
    collecting.close();
  }
};

/** @returns the exit code: 0 the files are made, 1 the order is not known or nothing runs (told by a Problem), 2 usage */
export const incidentProgram = async (root: string, args: readonly string[], env = process.env): Promise<number> => {
  let asked: Asked;
  try {
    asked = askedBy(root, args);
  } catch (error) {
    const isUsage =
      error instanceof ServiceProblem || /^ERR_PARSE_ARGS/.test(String((error as NodeJS.ErrnoException).code));
    if (!isUsage) throw error;
    process.stderr.write(`${(error as Error).message}\nnpm run incident -- --help shows what there is.\n`);
    return USAGE;
  }
  const incident = await makeIncident(servers(root, env, asked.named), asked, env);
  const json = `${JSON.stringify(incident, null, 2)}\n`;
  if (asked.json) {
    process.stdout.write(json);
    return MADE;
  }
  mkdirSync(asked.out, { recursive: true, mode: 0o700 });
  const name = join(asked.out, `incident-${asked.order}-${incident.made_at.replaceAll(/[:.]/g, '-')}`);
  writeFileSync(`${name}.json`, json, { mode: 0o600 });
  writeFileSync(`${name}.html`, incidentPage(incident), { mode: 0o600 });
  const { verdict, text } = incident.verdict as { verdict: string | null; text: string };
  process.stdout.write(`${asked.order}  ${verdict ?? 'not stuck'}: ${text}\n${name}.html\n${name}.json\n`);
  const away = incident.away as readonly { source: string; says: string }[];
  for (const { source, says } of away) process.stdout.write(`away: ${source}: ${says}\n`);
  return MADE;
};
