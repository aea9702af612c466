import { parseArgs } from 'node:util';
import { diagnose } from '@order-ledger/diagnosis/diagnose';
import { LIMITED, limitSettings } from '@order-ledger/diagnosis/stage-limits';
import { stuckOrders } from '@order-ledger/diagnosis/stuck-orders';
import { type Diagnosis, VERDICTS, type Verdict } from '@order-ledger/diagnosis/verdict';
import type { Status } from '@order-ledger/domain/status';
import { incomingTime } from '@order-ledger/domain/values';
import { ServiceProblem } from '@order-ledger/local/problem';
import { createLog } from '@order-ledger/platform/log';
import { isKnown } from '@order-ledger/platform/within';
import { namedProcess } from '@order-ledger/status/subject';
import { type Collecting, collect, isUnknown } from './collecting.ts';
import { orderId } from './order-id.ts';
import { servers } from './servers.ts';
import { diagnosisText } from './stuck-text.ts';

const OPTIONS = {
  order: { type: 'string' },
  verdict: { type: 'string' },
  stage: { type: 'string' },
  since: { type: 'string' },
  limit: { type: 'string' },
  limits: { type: 'string' },
  process: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
} as const;

/** Exit codes. */
const WELL = 0;
const STUCK = 1;
const USAGE = 2;

const oneOf = <Name extends string>(
  option: string,
  names: readonly Name[],
  given: string | undefined,
): Name | undefined => {
  if (given === undefined) return undefined;
  const name = names.find((one) => one === given);
  if (name === undefined) throw new ServiceProblem(`--${option} is one of ${names.join(', ')}, not "${given}".`);
  return name;
};

interface Asked {
  readonly order: string | undefined;
  readonly verdict: Verdict | undefined;
  readonly stage: Status | undefined;
  readonly since: Date | undefined;
  readonly limit: number;
  readonly limits: ReturnType<typeof limitSettings>;
  readonly named: ReturnType<typeof namedProcess>[];
  readonly json: boolean;
}

const USUAL_ORDERS = 50;

/** @throws ServiceProblem that says what is wrong with the command line */
const askedBy = (args: readonly string[], env: NodeJS.ProcessEnv): Asked => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [order = values.order, ...others] = positionals;
  if (others.length > 0) throw new ServiceProblem('Name one order at most, by its id.');
  const limit = Number(values.limit ?? USUAL_ORDERS);
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw new ServiceProblem('--limit is a whole number from 1 to 10000.');
  const since = values.since === undefined ? undefined : incomingTime.safeParse(values.since);
  if (since?.success === false)
    throw new ServiceProblem(`--since is a time such as 2026-11-29T08:00:00Z, not "${values.since}".`);
  const named = values.process.map(namedProcess);
  try {
    return {
      order: order === undefined ? undefined : orderId(order),
      verdict: oneOf('verdict', VERDICTS, values.verdict),
      stage: oneOf('stage', LIMITED, values.stage),
      since: since === undefined ? undefined : new Date(since.data),
      limits: limitSettings(values.limits ?? env.STUCK_LIMITS ?? ''),
      ...{ limit, named, json: values.json },
    };
  } catch (error) {
    throw new ServiceProblem((error as Error).message);
  }
};

const one = async (collecting: Collecting, order: string): Promise<Diagnosis> => {
  const evidence = await collecting.order(order);
  if (isUnknown(collecting.system, evidence)) throw new ServiceProblem(`There is no order ${order}.`);
  return diagnose({ system: collecting.system, order: evidence }, collecting.limits);
};

/** All pages, as far as they are asked for. */
const all = async ({ reader, system, limits, completed }: Collecting, asked: Asked) => {
  if (!isKnown(reader))
    throw new ServiceProblem(
      `PostgreSQL does not answer (${reader.unknown}), and it alone has the list of active orders: --order ID asks the ledger for one.`,
    );
  const { verdict, stage, since, limit } = asked;
  const stuck: Diagnosis[] = [];
  let after: Parameters<typeof stuckOrders>[0]['after'] = null;
  do {
    const page = await stuckOrders({
      ...{ reader: reader.is, system, limits, filter: { verdict, stage, since }, after, completed },
      limit: limit - stuck.length,
    });
    stuck.push(...page.stuck);
    after = page.next;
  } while (after !== null && stuck.length < limit);
  return { stuck, more: after !== null };
};

/** Who is away, in a line each: orders that only he knows of are not in the list. */
const away = ({ system }: Collecting): string[] => [
  ...(
    [
      ['the event store', system.ledger],
      ['RabbitMQ', system.queues],
    ] as const
  ).flatMap(([name, answer]) => (isKnown<unknown>(answer) ? [] : [`${name} did not answer: ${answer.unknown}`])),
  ...(isKnown(system.processes) ? system.processes.is : []).flatMap(({ name, silence }) =>
    silence === null
      ? []
      : [`${name}: ${silence}${name === 'projector' ? '; orders that came since are not listed' : ''}`],
  ),
];

/** @returns the exit code: 0 nothing stands still, 1 something does, 2 the command line is wrong */
export const stuckProgram = async (root: string, args: readonly string[], env = process.env): Promise<number> => {
  let asked: Asked;
  try {
    asked = askedBy(args, env);
  } catch (error) {
    const isUsage =
      error instanceof ServiceProblem || /^ERR_PARSE_ARGS/.test(String((error as NodeJS.ErrnoException).code));
    if (!isUsage) throw error;
    process.stderr.write(`${(error as Error).message}\nnpm run stuck -- --help shows what there is.\n`);
    return USAGE;
  }
  const subject = servers(root, env, asked.named);
  // What its clients meet stands in the answer.
  const log = createLog({ service: 'stuck', level: 'error', destination: process.stderr });
  const collecting = await collect(subject, { prefix: env.AMQP_PREFIX ?? '', limits: asked.limits, log });
  try {
    const say = (text: string) => process.stdout.write(`${text}\n`);
    if (asked.order !== undefined) {
      const found = await one(collecting, asked.order);
      say(asked.json ? JSON.stringify(found) : diagnosisText(found));
      return found.stuck ? STUCK : WELL;
    }
    const { stuck, more } = await all(collecting, asked);
    if (asked.json) say(JSON.stringify({ at: collecting.system.at, stuck, more }));
    else {
      for (const found of stuck) say(`${diagnosisText(found)}\n`);
      const count = `${stuck.length} ${stuck.length === 1 ? 'order stands' : 'orders stand'} still`;
      say([`${count}${more ? ', and there are more (--limit)' : ''}.`, ...away(collecting)].join('\n'));
    }
    return stuck.length === 0 ? WELL : STUCK;
  } finally {
    collecting.close();
  }
};
