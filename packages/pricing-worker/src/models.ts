import { createHash } from 'node:crypto';
import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOutbound } from '@order-ledger/platform/resilience';

/** The upload service gave other bytes than those that the order names, or has none: repeating seldom helps. */
export class ModelUnreadableError extends Error {
  override readonly name = 'ModelUnreadableError';
}

export interface ModelsOptions {
  /** Base address of upload-api. */
  url: string;
  /** Asked for each model, so that a token may be renewed. */
  token: () => Promise<string>;
}

/** Models are large: most of this is the transfer. */
const TIMEOUT_MS = 120_000;

/**
 * Fetches models. What is read is hashed, and what does not have the hash is refused.
 *
 * The returned function gives an open file that has no name any more: it is gone with its last holder, also where that
 * one is killed. Throws ModelUnreadableError, or what the call failed with.
 */
export const createModels = ({ url, token }: ModelsOptions) => {
  const call = createOutbound({
    name: 'upload-api',
    timeoutMs: TIMEOUT_MS,
    isTransient: (error) => !(error instanceof ModelUnreadableError),
  });

  const download = async (sha256: string, signal: AbortSignal): Promise<FileHandle> => {
    const response = await fetch(new URL(`/v1/models/${sha256}`, url), {
      headers: { Authorization: `Bearer ${await token()}` },
      signal,
    });
    if (response.status === 404) throw new ModelUnreadableError(`upload-api has no model ${sha256}`);
    if (!response.ok || response.body === null) throw new Error(`upload-api answered ${response.status} for a model`);
    const { writer, reader } = await namelessFile();
    const hash = createHash('sha256');
    try {
      for await (const chunk of response.body) {
        hash.update(chunk);
        await writer.appendFile(chunk);
      }
      const digest = hash.digest('hex');
      if (digest !== sha256) throw new ModelUnreadableError(`upload-api gave ${digest} for the model ${sha256}`);
      return reader;
    } catch (error) {
      await reader.close();
      throw error;
    } finally {
      await writer.close();
    }
  };

  return (sha256: string, giveUp: AbortSignal): Promise<FileHandle> =>
    call((signal) => download(sha256, signal), giveUp);
};
export type Models = ReturnType<typeof createModels>;

const namelessFile = async (): Promise<{ writer: FileHandle; reader: FileHandle }> => {
  const folder = await mkdtemp(join(tmpdir(), 'pricing-'));
  try {
    const path = join(folder, 'model');
    const writer = await open(path, 'wx', 0o600);
    return { writer, reader: await open(path, 'r') };
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** The token of the environment, or the present content of its file. */
export const tokenFrom = ({
  MODEL_TOKEN,
  MODEL_TOKEN_FILE,
}: {
  MODEL_TOKEN?: string | undefined;
  MODEL_TOKEN_FILE?: string | undefined;
}) => {
  if (MODEL_TOKEN !== undefined) return async () => MODEL_TOKEN;
  if (MODEL_TOKEN_FILE !== undefined) return async () => (await readFile(MODEL_TOKEN_FILE, 'utf8')).trim();
  throw new Error('set MODEL_TOKEN or MODEL_TOKEN_FILE: models are given to the role pricing.worker only');
};
