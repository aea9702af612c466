import { createWriteStream } from 'node:fs';
import { type Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { ERRORS, Upload } from '@tus/server';
import type { Announcements } from './announcements.ts';
import { errorCode, type UploadFolder } from './folder.ts';
import { expiredUpload, failureOf } from './problems.ts';
import type { UploadRecords } from './records.ts';

/** Where the owner of a new upload travels from its request to its row; it is no metadata of the client. */
export const OWNER = 'owner';

interface StoreParts {
  announcements: Announcements;
  folder: UploadFolder;
  records: UploadRecords;
  lifetimeMs: number;
}

const configStore = ({ records, announcements }: StoreParts) => ({
  get: async (id: string) => {
    const row = await records.find(id);
    if (row === null) return undefined;
    return new Upload({ id, size: row.size, offset: 0, creation_date: row.created_at.toISOString() });
  },
  set: async (id: string, { size, metadata }: Upload) => {
    const owner = metadata?.[OWNER];
    if (typeof owner !== 'string' || size === undefined) throw new Error('an upload needs an owner and a length');
    await records.create({ upload_id: id, owner, size }, announcements.admission());
  },
  delete: async (id: string) => {
    await records.forget(id);
  },
});

/** The library's store of files, with what it knows of them in Postgres instead of files beside them. */
class UploadStore extends FileStore {
  private readonly parts: StoreParts;

  constructor(parts: StoreParts) {
    super({
      directory: parts.folder.incoming,
      configstore: configStore(parts),
      expirationPeriodInMilliseconds: parts.lifetimeMs,
    });
    this.parts = parts;
    // The size is known from the beginning, so that the limit and the disk are asked once and at once.
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  /** The library makes the file before its row: where there is none, nobody waits for the file. */
  override async create(upload: Upload): Promise<Upload> {
    try {
      return await super.create(upload);
    } catch (error) {
      await this.parts.folder.discard(upload.id);
      throw error;
    }
  }

  /** The library hides why a write failed, and a sender should not see a full disk as a fault of ours. */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(this.parts.folder.incomingPath(id), { flags: 'r+', start: offset });
    try {
      await pipeline(readable, this.admitting(file), file);
    } catch (error) {
      // It expired while it was sent.
      if (errorCode(error) === 'ENOENT') throw expiredUpload();
      throw failureOf(error);
    }
    return offset + file.bytesWritten;
  }

  /**
   * An upload may take hours, and something else may use the space meanwhile: it is checked for each piece that comes
   * in.
   */
  private admitting(file: Writable): Transform {
    const { announcements } = this.parts;
    return new Transform({
      transform: (piece: Uint8Array, _encoding, done) => {
        try {
          // What waits to be written has taken no space yet.
          announcements.admitWrite(file.writableLength + piece.length);
          done(null, piece);
        } catch (error) {
          done(error as Error);
        }
      },
    });
  }

  /** The row first: a file that nobody waits for is cleared away, a row without its file would be told as expired. */
  override async remove(id: string): Promise<void> {
    if (!(await this.parts.records.forget(id)))
      throw (await this.whole(id)) === null ? ERRORS.FILE_NOT_FOUND : ERRORS.INVALID_TERMINATION;
    await this.parts.folder.discard(id);
  }

  /** A whole upload stays known when its file is sealed elsewhere, or refused and removed. */
  override async getUpload(id: string): Promise<Upload> {
    const known = await this.whole(id);
    if (known !== null) return known;
    try {
      return await super.getUpload(id);
    } catch (error) {
      // Between the row and its file it may have become whole: that is written down before the file goes anywhere.
      const since = error === ERRORS.FILE_NO_LONGER_EXISTS ? await this.whole(id) : null;
      if (since !== null) return since;
      throw error;
    }
  }

  private async whole(id: string): Promise<Upload | null> {
    const row = await this.parts.records.find(id);
    if (row === null || row.state === 'RECEIVING') return null;
    // Without a creation date it cannot expire.
    return Object.assign(new Upload({ id, size: row.size, offset: row.size }), { creation_date: undefined });
  }
}

export const createUploadStore = (parts: StoreParts): FileStore => new UploadStore(parts);
