import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceProblem } from '@order-ledger/local/problem';
import { z } from 'zod';

const MANIFEST = 'manifest.json';
const FORMAT = 1;

const lastEvent = z.object({
  stream: z.string(),
  revision: z.number(),
  id: z.string(),
  /** When the event store took it. */
  created: z.string(),
  /** Of the event store that it was copied from; another one may give it another position. */
  position: z.string().optional(),
});
export type LastEvent = z.infer<typeof lastEvent>;

const manifest = z.object({
  format: z.number(),
  /** Of the build that made it. */
  version: z.string(),
  began_at: z.string(),
  finished_at: z.string(),
  postgres: z.object({
    server: z.string(),
    /** Of the snapshot: what was committed later is not in it. */
    taken_at: z.string(),
    /** The newest migration of each schema that is in it. */
    schemas: z.record(z.string(), z.string()),
    /** How far each follower had come in the ledger then, as commit positions of that event store. */
    positions: z.record(z.string(), z.string()),
  }),
  ledger: z.object({
    /** The data folder of an embedded event store, or the events of a named one, a line each. */
    form: z.enum(['files', 'events']),
    events: z.number(),
    last: lastEvent.nullable(),
    /** When copying began: what was acknowledged before is in it. */
    taken_at: z.string(),
  }),
  uploads: z.object({ files: z.number(), bytes: z.number() }),
  /** SHA-256 of the key that wraps the keys of free texts; null: there was none. */
  free_text_key: z.string().nullable(),
});
export type Manifest = z.infer<typeof manifest>;

export const writeManifest = (folder: string, content: Omit<Manifest, 'format'>): Promise<void> =>
  writeFile(join(folder, MANIFEST), `${JSON.stringify({ format: FORMAT, ...content }, null, 2)}\n`, { mode: 0o600 });

/** @throws ServiceProblem for what this build cannot read */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const read = manifest.safeParse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  if (read.success && read.data.format === FORMAT) return read.data;
  throw new ServiceProblem(`${join(folder, MANIFEST)} is of another build: this one reads format ${FORMAT}.`);
};
