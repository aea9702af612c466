import type { PartnerKeys } from '@order-ledger/platform/http/partner-keys';
import { ProblemError } from '@order-ledger/platform/http/problem';
import { callerOf } from '@order-ledger/platform/http/request-state';
import type { Route } from '@order-ledger/platform/http/route';
import type { Log } from '@order-ledger/platform/log';
import { ERRORS, EVENTS, MemoryLocker, Server } from '@tus/server';
import type { Request, RequestHandler, Response } from 'express';
import { ownerFor, ownUpload, uploadIdOf } from './access.ts';
import { createAnnouncements } from './announcements.ts';
import type { Completion } from './completion.ts';
import type { UploadFolder } from './folder.ts';
import { uploadMetrics } from './metrics.ts';
import { expiredUpload, failureOf, unknownUpload } from './problems.ts';
import type { UploadRecords, UploadRow } from './records.ts';
import { createUploadStore, OWNER } from './tus-store.ts';
import { checkMetadata } from './upload-metadata.ts';

export interface TusOptions {
  folder: UploadFolder;
  records: UploadRecords;
  completion: Completion;
  limitBytes: number;
  lifetimeMs: number;
  idleLimitMs: number;
  diskReserveBytes: number;
  staffPercent: number;
  keys: Pick<PartnerKeys, 'limitsOf'>;
  log: Log;
  quickAnswerMs: number;
}

export const UPLOADS = '/v1/uploads';
const TUS_VERSION = '1.0.0';
const BYTES = 'application/offset+octet-stream';
/** How long a request waits for another one of its upload, which gives way at once unless disk or database stand still. */
const LOCK_WAIT_MS = 2_000;

const header = (request: Request, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

const count = (request: Request, name: string): number => {
  const value = header(request, name) ?? '';
  if (/^(0|[1-9]\d{0,14})$/.test(value)) return Number(value);
  throw new ProblemError(400, 'upload-header', `${name} must be a whole number of bytes.`);
};

const speaksTus: RequestHandler = (request, response, next) => {
  response.set('Tus-Resumable', TUS_VERSION);
  if (header(request, 'tus-resumable') === TUS_VERSION) return next();
  throw new ProblemError(412, 'tus-version', `Send Tus-Resumable: ${TUS_VERSION}.`, {
    headers: { 'Tus-Version': TUS_VERSION },
  });
};

/** The library has neither, so that the size of every file is known, and the limit asked, from the beginning. */
const knownExtensions: RequestHandler = (request, _response, next) => {
  if (header(request, 'upload-defer-length') !== undefined)
    throw new ProblemError(400, 'tus-extension', 'Say the length at once: creation-defer-length is not offered.');
  if (header(request, 'upload-concat') !== undefined)
    throw new ProblemError(400, 'tus-extension', 'Send the file as one upload: concatenation is not offered.');
  next();
};

const sendsBytes = (request: Request): boolean =>
  header(request, 'content-type')?.split(';')[0]?.trim().toLowerCase() === BYTES;

/** Packed bytes would be stored as they are, and their length is not the file's. */
const unpacked: RequestHandler = (request, _response, next) => {
  const encoding = header(request, 'content-encoding')?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') return next();
  throw new ProblemError(415, 'unsupported-encoding', 'Send the bytes of the file without Content-Encoding.');
};

/**
 * What the library is told of each request: the headers that its protocol gives the method, checked before. It refuses
 * what it takes for malformed (an X-Forwarded-Proto of two proxies, say) in a text of its own.
 */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  OPTIONS: [],
  POST: ['tus-resumable', 'upload-length', 'content-type', 'content-length'],
  HEAD: ['tus-resumable'],
  PATCH: ['tus-resumable', 'upload-offset', 'content-type', 'content-length'],
  DELETE: ['tus-resumable'],
};

const tellOnlyTus = (request: Request): void => {
  const told = (TOLD[request.method] ?? []).flatMap((name): [string, string][] => {
    const value = name === 'content-type' ? (sendsBytes(request) ? BYTES : undefined) : header(request, name);
    return value === undefined ? [] : [[name, value]];
  });
  request.headers = Object.fromEntries(told);
  request.rawHeaders = told.flat();
};

const lacking = (status: number, code: string, detail: string) => () => new ProblemError(status, code, detail);

const uploadComplete = lacking(
  409,
  'upload-complete',
  'The upload is complete: it can neither be changed nor deleted.',
);

const tooMany = lacking(413, 'upload-too-large', 'These are more bytes than Upload-Length has said.');

/** The library throws constants, and one as an Error with the constant's text; what each is told as. */
const PROBLEMS = new Map<unknown, () => ProblemError>([
  [ERRORS.ABORTED.body, lacking(400, 'upload-interrupted', 'The request was interrupted: go on where HEAD says.')],
  [ERRORS.INVALID_TERMINATION.body, uploadComplete],
  [ERRORS.FILE_NOT_FOUND.body, unknownUpload],
  [
    ERRORS.INVALID_OFFSET.body,
    lacking(409, 'offset-conflict', 'Upload-Offset is not where the upload stands: ask HEAD.'),
  ],
  [ERRORS.FILE_NO_LONGER_EXISTS.body, expiredUpload],
  // By its Content-Length, and as they come in where a body does not say its length.
  [ERRORS.ERR_SIZE_EXCEEDED.body, tooMany],
  [ERRORS.ERR_MAX_SIZE_EXCEEDED.body, tooMany],
  [ERRORS.ERR_LOCK_TIMEOUT.body, lacking(423, 'upload-busy', 'Another request of this upload is at work: try again.')],
]);

const problemOf = (error: unknown): unknown =>
  PROBLEMS.get((error as { body?: unknown } | null)?.body)?.() ??
  (error instanceof Error ? failureOf(error) : new Error(`tus: ${JSON.stringify(error)}`));

interface LibraryRequest {
  runtime?: { node?: { req?: unknown; res?: unknown } };
}
/** Express's request and answer within the library's request. */
const requestOf = ({ runtime }: LibraryRequest): Request => runtime?.node?.req as Request;
const responseOf = ({ runtime }: LibraryRequest): Response => runtime?.node?.res as Response;

/** Resumable uploads by tus 1.0. There is no GET: what came in is given to nobody by this address. */
export const tusRoutes = (options: TusOptions): Route[] => {
  const { records, completion, limitBytes } = options;
  const announcements = createAnnouncements(options);

  const tus = new Server({
    path: UPLOADS,
    datastore: createUploadStore({ ...options, announcements }),
    maxSize: limitBytes,
    locker: new MemoryLocker({ acquireLockTimeout: LOCK_WAIT_MS }),
    relativeLocation: true,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    namingFunction: () => crypto.randomUUID(),
    getFileIdFromRequest: (request) => uploadIdOf(requestOf(request)),
    // File names may name people: nothing of what the client says of its file is kept.
    onUploadCreate: async (request) => ({ metadata: { [OWNER]: ownerFor(callerOf(responseOf(request))) } }),
    onUploadFinish: async (_request, { id }) => {
      const state = await completion.completeSoon(id, options.quickAnswerMs);
      if (state === null) throw expiredUpload();
      // All bytes are there; that they are not yet written down as such is no concern of the sender's.
      return { headers: { 'Upload-State': state === 'RECEIVING' ? 'RECEIVED' : state } };
    },
    onResponseError: (_request, error) => {
      throw problemOf(error);
    },
  });

  tus.on(EVENTS.POST_TERMINATE, () => uploadMetrics.uploads.inc({ outcome: 'terminated' }));

  const handle: RequestHandler = async (request, response) => {
    // Whoever holds a connection and sends nothing is cut: the upload can be resumed.
    request.setTimeout(options.idleLimitMs, () => request.destroy());
    tellOnlyTus(request);
    try {
      await tus.handle(request, response);
    } catch (error) {
      // The library leaves the rest of a body unread, and the connection's next request would wait behind it.
      request.removeAllListeners('data').resume();
      throw error;
    }
  };

  const own =
    (check: (row: UploadRow, request: Request) => void = () => undefined): RequestHandler =>
    async (request, response, next) => {
      check(await ownUpload(records, request, callerOf(response)), request);
      next();
    };

  const begin: RequestHandler = (request, response, next) => {
    ownerFor(callerOf(response));
    if (header(request, 'upload-length') === undefined) {
      throw new ProblemError(400, 'upload-length-missing', 'Say with Upload-Length how many bytes the file has.');
    }
    const size = count(request, 'upload-length');
    if (size === 0) throw new ProblemError(400, 'upload-empty', 'The file is empty.');
    if (size > limitBytes) {
      uploadMetrics.uploads.inc({ outcome: 'too-large' });
      throw new ProblemError(413, 'upload-too-large', `A file may have ${limitBytes} bytes at most.`, {
        extras: { limit_bytes: limitBytes },
        headers: { 'Tus-Max-Size': String(limitBytes) },
      });
    }
    checkMetadata(header(request, 'upload-metadata'));
    next();
  };

  const create: RequestHandler = (request, response, next) =>
    announcements.underAdmission(callerOf(response), count(request, 'upload-length'), async () =>
      handle(request, response, next),
    );

  const append: RequestHandler = (request, _response, next) => {
    if (!sendsBytes(request)) throw new ProblemError(415, 'unsupported-media-type', `Send the bytes as ${BYTES}.`);
    count(request, 'upload-offset');
    if (header(request, 'upload-length') !== undefined) {
      throw new ProblemError(400, 'upload-header', 'Upload-Length is sent once, when the upload begins.');
    }
    next();
  };

  const unfinished = ({ state }: UploadRow): void => {
    if (state !== 'RECEIVING') throw uploadComplete();
  };

  /** These bytes, or all that are missing where the body does not say how many it has. */
  const spaceFor = (row: UploadRow, request: Request): void => {
    unfinished(row);
    const missing = Math.max(0, row.size - count(request, 'upload-offset'));
    const said = Number(header(request, 'content-length') ?? missing);
    announcements.admitWrite(Math.min(said, missing));
  };

  const upload = `${UPLOADS}/:upload_id`;
  const tusRoute = { access: 'caller', body: 'raw', methodFrom: 'header' } as const;
  const asked = [speaksTus, knownExtensions];
  return [
    { ...tusRoute, method: 'OPTIONS', path: UPLOADS, access: 'public', handlers: [handle] },
    { ...tusRoute, method: 'POST', path: UPLOADS, handlers: [...asked, unpacked, begin, create] },
    { ...tusRoute, method: 'HEAD', path: upload, handlers: [...asked, own(), handle] },
    { ...tusRoute, method: 'PATCH', path: upload, handlers: [...asked, unpacked, append, own(spaceFor), handle] },
    { ...tusRoute, method: 'DELETE', path: upload, handlers: [...asked, own(unfinished), handle] },
  ];
};
