import { z } from 'zod';
import { leadsTo } from './addresses.ts';
import { SKEW_LIMIT_MS } from './clock.ts';
import { scrub } from './mask.ts';
import { SAMPLERS } from './sampling.ts';

/** What every process takes from its environment; `runProcess` adds it to the process's own schema. */
export const platformSettings = z.object({
  ADMIN_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('where operators are listened to: loopback, or an address of an inner network'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
  LOG_FORMAT: z.enum(['json', 'pretty']).default('json'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta(leadsTo('http', 'base address of an OTLP/HTTP collector')),
  OTEL_TRACES_SAMPLER: z.enum(SAMPLERS).default('parentbased_always_on').describe('which traces are recorded'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1).describe('of traces that begin here, 0 to 1'),
  CLOCK_SKEW_LIMIT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(SKEW_LIMIT_MS)
    .describe("how far another clock may be from this machine's until it alarms"),
  SHUTDOWN_WAIT_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(60_000)
    .default(250)
    .describe('time between "not ready" and closing, so that a load balancer can take the node out'),
  SHUTDOWN_LIMIT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(20_000)
    .describe('time for stopping everything before the process exits anyway'),
});

export type PlatformSettings = z.infer<typeof platformSettings>;

/** What every process sets too, each with a default of its own. */
export type AdminPort = { readonly ADMIN_PORT: z.ZodType<number> };

/** @throws ConfigError where an interface would be on the port for operators; 0 is another one each time */
export const requireTwoPorts = ({ PORT, ADMIN_PORT }: { PORT?: unknown; ADMIN_PORT: number }): void => {
  if (PORT !== ADMIN_PORT || ADMIN_PORT === 0) return;
  throw new ConfigError([`ADMIN_PORT is ${ADMIN_PORT}, as PORT is: operators need a port of their own`]);
};

/** What every interface for callers may have under way, and what of it is for whom. */
export const atOnce = {
  REQUESTS_AT_ONCE: z.coerce.number().int().positive().default(1_000).describe('requests that are answered at once'),
  TOKEN_REQUESTS_AT_ONCE: z.coerce
    .number()
    .int()
    .positive()
    .default(250)
    .describe("of these of one token's subject; partners have their plan's limit"),
  STAFF_RESERVE_PERCENT: z.coerce
    .number()
    .int()
    .min(0)
    .max(90)
    .default(20)
    .describe('of everything that callers share, what partners and carriers leave to staff'),
};

/** A TCP port from the environment, PORT or ADMIN_PORT; 0 lets the system choose. */
export const port = () => z.coerce.number().int().min(0).max(65_535);

/** Names separated by commas; none if absent. */
export const names = () =>
  z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()])));

/** `READER_ROLES`, which several processes have. */
export const standstillLimitMs = () =>
  z.coerce
    .number()
    .int()
    .positive()
    .default(30_000)
    .describe('checkpoint behind the ledger and unmoved for so long: not ready, and the follower restarts');
export const readerRoles = () =>
  names().describe(
    'roles of Postgres that may read what this process publishes, and ask it to retry an order that it has parked',
  );

export type Environment = Readonly<Record<string, string | undefined>>;

/** Thrown by `loadConfig`: one line for each wrong variable, in `problems`. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration is wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the variables that `schema` (an object schema whose keys are names of variables) asks for.
 * An empty variable counts as absent, as in most shells' and compose's way of unsetting one.
 * A variable is a secret when its name says so or its schema carries `.meta({ secret: true })`.
 */
export const loadConfig = <Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: Environment,
): z.infer<z.ZodObject<Shape>> => {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = env[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => describeIssue(issue, schema.shape, given)));
};

const describeIssue = (issue: z.core.$ZodIssue, shape: z.ZodRawShape, given: Record<string, string>): string => {
  const name = String(issue.path[0] ?? '');
  const variable = shape[name] as z.ZodType | undefined;
  const meta = variable instanceof z.ZodType ? variable.meta() : undefined;
  const meaning = meta?.description === undefined ? '' : ` (${meta.description})`;
  if (name === '') return issue.message;
  const value = given[name];
  if (value === undefined) return `${name} is missing: ${allowed(issue)}${meaning}`;
  return `${name} is ${presentable(name, value, meta?.secret === true)}: ${allowed(issue)}${meaning}`;
};

/** zod's text ends in what it received, which is either obvious or secret: only what is allowed is kept. */
const allowed = (issue: z.core.$ZodIssue): string => {
  return issue.message.replace(/^[^:]+: /, '').replace(/, received .*$/, '');
};

const secretName = /PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|KEY/;

const presentable = (name: string, value: string, secret: boolean): string => {
  if (secret || secretName.test(name)) return 'secret and not shown';
  // What stands before an address's host may be a password, however badly the address is formed.
  if (value.includes('@')) return 'not shown because it may hold a password';
  return JSON.stringify(scrub(value.slice(0, 100)));
};
