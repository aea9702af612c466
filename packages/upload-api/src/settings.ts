import { address, leadsTo } from '@order-ledger/platform/addresses';
import { atOnce, port, readerRoles } from '@order-ledger/platform/config';
import { z } from 'zod';

const MIB = 1_048_576;
const figure = () => z.coerce.number().int().positive();

/** The variables of upload-api, beside those of every process. */
export const settings = z.object({
  PORT: port().default(8083),
  HOST: z.string().default('127.0.0.1'),
  ADMIN_PORT: port().default(9083),
  DATABASE_URL: address('postgres').meta(leadsTo('postgres', 'postgres:// address')),
  JWKS: z.string().min(1).meta(leadsTo('http', 'public keys of tokens: path of a JWKS file, or its address')),
  JWT_ISSUER: z.string().min(1).default('order-ledger'),
  UPLOAD_FOLDER: z.string().min(1).describe('folder of this process alone, on one file system'),
  READER_ROLES: readerRoles(),
  UPLOAD_LIMIT_BYTES: figure().default(200 * MIB),
  UPLOAD_LIFETIME_S: figure().default(86_400).describe('how long an upload may stay unfinished'),
  IDLE_LIMIT_S: figure().default(60).describe('how long a sender may be silent within a request'),
  DISK_RESERVE_BYTES: figure()
    .default(64 * MIB)
    .describe('no upload begins that would leave less space than this'),
  QUICK_ANSWER_MS: figure().default(5_000).describe('how long the last answer of an upload waits for its validation'),
  INSPECTIONS_AT_ONCE: figure().default(1),
  INSPECTION_LIMIT_S: z.coerce.number().positive().default(120).describe('how long a file may be read'),
  GEOMETRY_LIMIT_S: z.coerce.number().positive().default(30).describe('how long its geometry may be checked'),
  INSPECTION_MEMORY_MB: figure().default(1_024),
  GEOMETRY_LIMIT_TRIANGLES: figure().default(500_000).describe('the geometry of larger models is not checked here'),
  SWEEP_S: z.coerce.number().positive().default(10),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  ADDRESS_LIMIT_PER_SECOND: figure().default(500),
  ...atOnce,
  CALLER_LIMIT_PER_SECOND: figure().default(200),
});
export type Settings = z.infer<typeof settings>;
