import { processAddresses } from '@order-ledger/diagnosis/asking-processes';
import { limitSettings } from '@order-ledger/diagnosis/stage-limits';
import { address, leadsTo } from '@order-ledger/platform/addresses';
import { atOnce, port } from '@order-ledger/platform/config';
import { z } from 'zod';

/** A text that one of our functions reads: what it throws says what is wrong. */
const readableBy =
  (read: (text: string) => unknown) =>
  (text: string | undefined, context: z.RefinementCtx): void => {
    try {
      read(text ?? '');
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
    }
  };

const timeZone = (zone: string): unknown => new Intl.DateTimeFormat('en', { timeZone: zone });

const seconds = () => z.coerce.number().positive();
const milliseconds = () => z.coerce.number().int().positive();

/** The variables of query-api, beside those of every process. */
export const settings = z.object({
  PORT: port().default(8082),
  HOST: z.string().default('127.0.0.1'),
  ADMIN_PORT: port().default(9082),
  DATABASE_URL: address('postgres').meta(leadsTo('postgres', 'postgres:// address')),
  DATABASE_REPLICA_URL: address('postgres')
    .optional()
    .meta(leadsTo('postgres', 'postgres:// address of a replica for lists and reports')),
  REPLICA_LAG_LIMIT_S: seconds().default(5).describe('over this the primary is read instead of the replica'),
  READY_LAG_LIMIT_S: seconds()
    .default(30)
    .describe('not ready before the tables have been as close to the ledger once'),
  REDIS_URL: address('redis')
    .optional()
    .meta(leadsTo('redis', 'first pages of lists; counts of rate limits over all instances')),
  JWKS: z.string().min(1).meta(leadsTo('http', 'public keys of tokens: path of a JWKS file, or its address')),
  JWT_ISSUER: z.string().min(1).default('order-ledger'),
  CURSOR_SECRET: z
    .string()
    .min(32)
    .optional()
    .meta({ secret: true, description: 'signs cursors and encrypts positions; the same on every instance' }),
  CURSOR_SECRET_FILE: z
    .string()
    .min(1)
    .optional()
    .meta(leadsTo('file', 'file of such secrets, one a line: the first signs, each is taken; read again each second')),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  ADDRESS_LIMIT_PER_SECOND: z.coerce.number().int().positive().default(500),
  ...atOnce,
  TOKEN_LIMIT_PER_SECOND: z.coerce.number().int().positive().default(500),
  STATEMENT_TIMEOUT_MS: milliseconds().default(5_000).describe('of lists and single orders'),
  REPORT_TIMEOUT_MS: milliseconds().default(30_000).describe('of durations, lead times and the flow'),
  MIN_VERSION_WAIT_MS: milliseconds().default(1_000).describe('how long min_version waits for its event'),
  PROCESS_URLS: z
    .string()
    .optional()
    .superRefine(readableBy(processAddresses))
    .describe('where processes answer their operators, as bridge=http://10.0.0.5:9085'),
  PROMETHEUS_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta(
      leadsTo('http', 'Prometheus that knows what is left of the objectives, for the page of the system', 'beside'),
    ),
  STUCK_LIMITS: z
    .string()
    .optional()
    .superRefine(readableBy(limitSettings))
    .describe('seconds in a status from which on an order counts as stuck, as SUBMITTED=120,SYSTEM=30'),
  LOG_FOLDER: z.string().min(1).optional().describe('where the logs of all processes are, for the file of an incident'),
  SPAN_FOLDER: z.string().min(1).optional().describe('where spans are kept, likewise'),
  DASHBOARD_FOLDER: z.string().min(1).optional().describe('the built web page; without it none is served'),
  COMMAND_API_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta(leadsTo('http', 'base address of command-api, for the web page; without it no command is sent on', 'beside')),
  UPLOAD_API_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta(leadsTo('http', 'base address of upload-api, for the web page; without it no upload is sent on', 'beside')),
  PLANT_TIME_ZONE: z
    .string()
    .default('Europe/Moscow')
    .superRefine(readableBy((zone) => timeZone(zone)))
    .describe('where the parts are made: the zone of the times on the web page'),
  OIDC_AUTHORITY: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('issuer that people sign in with on the web page'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('of the web page at that issuer'),
  OIDC_SCOPE: z.string().min(1).default('openid').describe('what the web page asks that issuer for'),
  SIGN_IN_PEOPLE_FILE: z
    .string()
    .min(1)
    .optional()
    .meta(leadsTo('file', 'for development, instead of an issuer: people whom anybody at this machine may sign in as')),
  SIGN_IN_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .meta(leadsTo('file', 'the key that signs their tokens; read again each time')),
  SIGN_IN_LIFETIME_S: z.coerce.number().int().positive().default(900).describe('of their tokens'),
  EVENTS_HEARTBEAT_S: seconds().default(15),
  EVENTS_RECHECK_S: seconds().default(60).describe('how often a stream looks at its credential again'),
  EVENTS_MAX_STREAMS: z.coerce.number().int().positive().default(500),
  EVENTS_TOKEN_STREAMS: z.coerce.number().int().positive().default(100).describe("streams of one token's subject"),
});
export type Settings = z.infer<typeof settings>;
