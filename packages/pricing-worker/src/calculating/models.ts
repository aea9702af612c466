import { createHash } from 'node:crypto';
import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemContentType } from '@order-ledger/platform/http/problem';
import { createOutbound } from '@order-ledger/platform/resilience';
import { currentTraceparent } from '@order-ledger/platform/telemetry';
import { isOutage } from '@order-ledger/platform/transient';

/** The upload service gave other bytes than those that the order names, or has none: a retry seldom helps. */
export class ModelUnreadableError extends Error {
  override readonly name = 'ModelUnreadableError';
}

/** Our token is not taken, or cannot be read: it is being renewed. */
class CredentialError extends Error {
  override readonly name = 'CredentialError';
}

/** Somebody else answered at this address, such as a proxy that has nobody behind it. */
class ForeignAnswerError extends Error {
  override readonly name = 'ForeignAnswerError';
}

/** These say nothing of the model that was asked for. */
const isAway = (error: unknown): boolean =>
  isOutage(error) || error instanceof CredentialError || error instanceof ForeignAnswerError;

/** No model can be fetched now, whichever it is: nothing is learned about this one. */
export class ModelsAwayError extends Error {
  override readonly name = 'ModelsAwayError';
  readonly code = 'upload-api-away';
}

interface ModelsOptions {
  /** Base address of upload-api. */
  url: string;
  /** Asked for each model, so that a token may be renewed. */
  token: () => Promise<string>;
}

export interface Models {
  /**
   * Fetches a model. It is hashed while it is read, and refused if the hash is wrong. The file no longer has a name: it
   * disappears with its last holder, even if that is killed.
   *
   * @throws ModelUnreadableError, ModelsAwayError, or what else the call failed with
   */
  fetch(sha256: string, giveUp: AbortSignal): Promise<FileHandle>;
  /** How long no model could be fetched, milliseconds; 0 where nothing is known to be wrong. */
  awayForMs(): number;
  /** For readiness: throws while models cannot be fetched. */
  check(): void;
}

/** Of upload-api's answers with a model. */
const MODEL_TYPE = 'model/stl';
/** Models are large: most of this is the transfer. */
const TIMEOUT_MS = 120_000;
/** A transfer in which nothing comes for so long is dead, milliseconds. */
const SILENCE_MS = 15_000;
/** After so long without a try it may be back: twice the longest wait for it, milliseconds. */
const FORGOTTEN_AFTER_MS = 120_000;

export const createModels = ({ url, token }: ModelsOptions): Models => {
  const call = createOutbound({
    name: 'upload-api',
    timeoutMs: TIMEOUT_MS,
    isTransient: (error) => !(error instanceof ModelUnreadableError),
  });
  let away: { readonly since: number; readonly last: number; readonly error: ModelsAwayError } | undefined;

  const download = async (sha256: string, signal: AbortSignal): Promise<FileHandle> => {
    const silence = silentFor(SILENCE_MS);
    const traceparent = currentTraceparent();
    try {
      const response = await fetch(new URL(`/v1/models/${sha256}`, url), {
        headers: {
          Authorization: `Bearer ${await tokenOf(token)}`,
          ...(traceparent === undefined ? {} : { traceparent }),
        },
        signal: AbortSignal.any([signal, silence.signal]),
      });
      const type = response.headers.get('content-type')?.split(';', 1)[0];
      if (!response.ok || response.body === null) throw await refusalOf(response, type, sha256);
      if (type !== MODEL_TYPE) throw new ForeignAnswerError(`not upload-api answered for a model: ${type}`);
      return await stored(response.body, sha256, silence.heard);
    } finally {
      silence.end();
    }
  };

  return {
    fetch: async (sha256, giveUp) => {
      try {
        const file = await call((signal) => download(sha256, signal), giveUp);
        away = undefined;
        return file;
      } catch (error) {
        giveUp.throwIfAborted();
        if (!isAway(error)) {
          away = undefined;
          throw error;
        }
        const now = performance.now();
        const thrown = new ModelsAwayError('models cannot be fetched from upload-api now', { cause: error });
        away = { since: away?.since ?? now, last: now, error: thrown };
        throw thrown;
      }
    },
    awayForMs: () => (away === undefined ? 0 : performance.now() - away.since),
    check: () => {
      if (away !== undefined && performance.now() - away.last < FORGOTTEN_AFTER_MS) throw away.error;
    },
  };
};

const tokenOf = (token: () => Promise<string>): Promise<string> =>
  token().catch((cause: unknown) => {
    throw new CredentialError('the token for upload-api cannot be read', { cause });
  });

/** What upload-api says where it is one model's own fault. */
const OF_THE_MODEL: ReadonlySet<unknown> = new Set(['unknown-model', 'model-damaged']);

const refusalOf = async (response: Response, type: string | undefined, sha256: string): Promise<Error> => {
  const { status } = response;
  const refusal = Object.assign(new Error(`upload-api answered ${status} for a model`), { status });
  if (status === 401 || status === 403)
    return new CredentialError(`upload-api answered ${status}: it takes no token of ours`);
  if (type !== problemContentType) return new ForeignAnswerError(refusal.message, { cause: refusal });
  const problem = (await response.json().catch((cause: unknown) => {
    throw new ForeignAnswerError(refusal.message, { cause });
  })) as { code?: unknown } | null;
  const code = problem?.code;
  if (OF_THE_MODEL.has(code)) return new ModelUnreadableError(`upload-api says ${code} of the model ${sha256}`);
  if (status === 404) return new ForeignAnswerError(`${refusal.message}: ${code}`);
  return refusal;
};

/** Aborts where nothing is heard for so long. */
const silentFor = (limitMs: number) => {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new DOMException(`silent for ${limitMs} ms`, 'TimeoutError')), limitMs);
  return { signal: silence.signal, heard: () => void timer.refresh(), end: () => clearTimeout(timer) };
};

const stored = async (body: AsyncIterable<Uint8Array>, sha256: string, heard: () => void): Promise<FileHandle> => {
  const { writer, reader } = await namelessFile();
  const hash = createHash('sha256');
  try {
    for await (const chunk of body) {
      heard();
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
  if (MODEL_TOKEN_FILE !== undefined) return async () => (await readFile(MODEL_TOKEN_FILE, 'utf8')).trim();
  if (MODEL_TOKEN !== undefined) return async () => MODEL_TOKEN;
  throw new Error('set MODEL_TOKEN or MODEL_TOKEN_FILE: models are given to the role pricing.worker only');
};
