import { createHash } from 'node:crypto';
import type { Model } from '@order-ledger/domain/values';
import { inTransaction } from '@order-ledger/platform/postgres';
import type pg from 'pg';

/** RECEIVING → RECEIVED → VALID | INVALID; there is no way back. */
export type UploadState = 'RECEIVING' | 'RECEIVED' | 'VALID' | 'INVALID';

/** What a model is known by, `bounding_box` in µm with three decimals when a unit of the file is a millimetre. */
export type InspectedModel = Model;

export interface Fault {
  code: string;
  detail: string;
}

export interface UploadRow {
  upload_id: string;
  /** `partner:<id>` or `house` */
  owner: string;
  /** Bytes that the whole file has. */
  size: number;
  state: UploadState;
  created_at: Date;
  /** Known before the state is VALID: the file may be sealed under it already. */
  sha256: string | null;
  model: InspectedModel | null;
  fault: Fault | null;
}

/** What is announced and not complete. */
export interface Announced {
  /** Of one owner: uploads, and the bytes that they have announced. */
  uploads: number;
  bytes: number;
  /** Uploads of all owners. */
  incomplete: readonly Pick<UploadRow, 'upload_id' | 'owner' | 'size'>[];
}

/** @throws what the sender is answered where the upload may not begin */
export type Admission = (announced: Announced) => Promise<void>;

/** What is written down of uploads, one row each. Nobody's file name is. */
export interface UploadRecords {
  /**
   * Begins an upload if `refusal` gives none, asked of what is announced already: of two that begin at once the second
   * is asked of the first too.
   */
  create(upload: Pick<UploadRow, 'upload_id' | 'owner' | 'size'>, refusal: Admission): Promise<void>;
  find(uploadId: string): Promise<UploadRow | null>;
  /** All bytes are on the disk. False: the upload has expired meanwhile. */
  received(uploadId: string): Promise<boolean>;
  /** The file is a model; next it is sealed under this hash. */
  inspected(uploadId: string, sha256: string, model: InspectedModel): Promise<void>;
  /** The file is sealed. */
  valid(uploadId: string): Promise<void>;
  invalid(uploadId: string, fault: Fault, sha256?: string): Promise<void>;
  /** Counts an inspection that came to no end and returns how many there were. */
  inspectionFailed(uploadId: string): Promise<number>;
  /** Uploads that are not complete: whole ones first, then the oldest. */
  open(limit: number): Promise<UploadRow[]>;
  /** Forgets an unfinished upload; false where it is none. */
  forget(uploadId: string): Promise<boolean>;
  /** Forgets the uploads that were not finished in time and returns their ids. */
  expire(lifetimeS: number): Promise<string[]>;
  /** Of these names of files, those whose bytes are still awaited or not yet sealed. */
  incompleteOf(uploadIds: readonly string[]): Promise<Set<string>>;
  /** Keeps how a model looks; null: that could not be made. What is kept already stays. */
  keepPreview(sha256: string, file: Uint8Array | null): Promise<void>;
  /** Of a model; its file is left out for who has one of this digest. */
  findPreview(sha256: string, has: readonly string[]): Promise<Preview | null>;
  /** A sealed model of which it is not known how it looks: it came before that was asked. */
  withoutPreview(): Promise<(Pick<UploadRow, 'owner'> & { sha256: string }) | null>;
  /** True when a complete upload has this content. */
  hasModel(sha256: string): Promise<boolean>;
}

export interface Preview {
  /** SHA-256 of the file. */
  digest: string;
  file: Buffer | null;
}

type Stored = Omit<UploadRow, 'size' | 'fault'> & {
  size: string;
  fault_code: string | null;
  fault_detail: string | null;
};

const rowOf = ({ size, fault_code, fault_detail, ...row }: Stored): UploadRow => ({
  ...row,
  size: Number(size),
  fault: fault_code === null ? null : { code: fault_code, detail: fault_detail ?? '' },
});

const COLUMNS = 'upload_id, owner, size, state, created_at, sha256, model, fault_code, fault_detail';

// Two sums that are taken at once would both leave the other out.
const LOCK = `select pg_advisory_xact_lock(hashtextextended('uploads announced', 0))`;

/** @param pool its search path is the schema of this process */
export const createRecords = (pool: pg.Pool): UploadRecords => {
  const changed = async (text: string, values: unknown[]): Promise<boolean> =>
    ((await pool.query(text, values)).rowCount ?? 0) > 0;
  return {
    create: ({ upload_id, owner, size }, admission) =>
      inTransaction(pool, async (client) => {
        await client.query(LOCK);
        const { rows } = await client.query<{ upload_id: string; owner: string; size: string }>(
          `select upload_id, owner, size from upload where state in ('RECEIVING', 'RECEIVED')`,
        );
        const incomplete = rows.map((row) => ({ ...row, size: Number(row.size) }));
        const own = incomplete.filter((row) => row.owner === owner);
        await admission({
          uploads: own.length,
          bytes: own.reduce((sum, row) => sum + row.size, 0),
          incomplete,
        });
        await client.query('insert into upload (upload_id, owner, size) values ($1, $2, $3)', [upload_id, owner, size]);
      }),
    find: async (uploadId) => {
      const { rows } = await pool.query<Stored>({
        name: 'find-upload',
        text: `select ${COLUMNS} from upload where upload_id = $1`,
        values: [uploadId],
      });
      return rows[0] === undefined ? null : rowOf(rows[0]);
    },
    received: (uploadId) =>
      changed(
        `update upload set state = 'RECEIVED', received_at = now() where upload_id = $1 and state = 'RECEIVING'`,
        [uploadId],
      ),
    inspected: async (uploadId, sha256, model) => {
      await changed(`update upload set sha256 = $2, model = $3 where upload_id = $1 and state = 'RECEIVED'`, [
        uploadId,
        sha256,
        JSON.stringify(model),
      ]);
    },
    valid: async (uploadId) => {
      await changed(
        `update upload set state = 'VALID', settled_at = now() where upload_id = $1 and state = 'RECEIVED'`,
        [uploadId],
      );
    },
    invalid: async (uploadId, { code, detail }, sha256) => {
      await changed(
        `update upload set state = 'INVALID', settled_at = now(), fault_code = $2, fault_detail = $3,
           sha256 = coalesce($4, sha256), model = null
         where upload_id = $1 and state = 'RECEIVED'`,
        [uploadId, code, detail, sha256 ?? null],
      );
    },
    inspectionFailed: async (uploadId) => {
      const { rows } = await pool.query<{ failed_inspections: number }>(
        `update upload set failed_inspections = failed_inspections + 1 where upload_id = $1
         returning failed_inspections`,
        [uploadId],
      );
      return rows[0]?.failed_inspections ?? 0;
    },
    open: async (limit) => {
      const { rows } = await pool.query<Stored>(
        `select ${COLUMNS} from upload where state in ('RECEIVING', 'RECEIVED')
         order by state = 'RECEIVED' desc, created_at limit $1`,
        [limit],
      );
      return rows.map(rowOf);
    },
    forget: (uploadId) => changed(`delete from upload where upload_id = $1 and state = 'RECEIVING'`, [uploadId]),
    expire: async (lifetimeS) => {
      const { rows } = await pool.query<{ upload_id: string }>(
        `delete from upload where state = 'RECEIVING' and created_at < now() - $1 * interval '1 second'
         returning upload_id`,
        [lifetimeS],
      );
      return rows.map(({ upload_id }) => upload_id);
    },
    incompleteOf: async (uploadIds) => {
      const { rows } = await pool.query<{ upload_id: string }>(
        `select upload_id from upload where state in ('RECEIVING', 'RECEIVED') and upload_id = any($1)`,
        [uploadIds],
      );
      return new Set(rows.map(({ upload_id }) => upload_id));
    },
    keepPreview: async (sha256, file) => {
      const digest = file === null ? null : createHash('sha256').update(file).digest('hex');
      await pool.query(
        'insert into preview (sha256, file, digest) values ($1, $2, $3) on conflict (sha256) do nothing',
        [sha256, file === null ? null : Buffer.from(file), digest],
      );
    },
    findPreview: async (sha256, has) => {
      const { rows } = await pool.query<Preview>({
        name: 'find-preview',
        text: `select digest, case when digest = any($2) then null else file end as file
               from preview where sha256 = $1 and file is not null`,
        values: [sha256, has],
      });
      return rows[0] ?? null;
    },
    withoutPreview: async () => {
      const { rows } = await pool.query<{ sha256: string; owner: string }>(
        `select sha256, owner from upload u
         where state = 'VALID' and not exists (select from preview p where p.sha256 = u.sha256) limit 1`,
      );
      return rows[0] ?? null;
    },
    hasModel: async (sha256) => {
      const { rowCount } = await pool.query(`select 1 from upload where sha256 = $1 and state = 'VALID' limit 1`, [
        sha256,
      ]);
      return (rowCount ?? 0) > 0;
    },
  };
};
