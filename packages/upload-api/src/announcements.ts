import { AsyncLocalStorage } from 'node:async_hooks';
import type { Caller } from '@order-ledger/platform/http/authenticate';
import type { PartnerKeys } from '@order-ledger/platform/http/partner-keys';
import { isOutsider, limitOf, shareRefused } from '@order-ledger/platform/http/shares';
import type { Log } from '@order-ledger/platform/log';
import { HOUSE } from './access.ts';
import type { UploadFolder } from './folder.ts';
import { diskFull } from './problems.ts';
import type { Admission, Announced } from './records.ts';

interface AnnouncementOptions {
  folder: UploadFolder;
  keys: Pick<PartnerKeys, 'limitsOf'>;
  diskReserveBytes: number;
  /** Per cent of what the disk has for open uploads that partners leave to the house. */
  staffPercent: number;
  log: Log;
}

const sumOf = <Part>(parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + of(part), 0);

/**
 * Who may announce how much. Announced bytes count as used, received or not, so that every upload that was let in finds
 * the space for its last byte.
 */
export const createAnnouncements = (options: AnnouncementOptions) => {
  const { folder, keys, diskReserveBytes, staffPercent, log } = options;

  /** How many bytes of each have come in. */
  const arrivedOf = ({ incomplete }: Announced): Promise<{ owner: string; size: number; arrived: number }[]> =>
    Promise.all(
      incomplete.map(async ({ upload_id, owner, size }) => ({
        owner,
        size,
        arrived: (await folder.incomingBytes(upload_id)) ?? 0,
      })),
    );

  const admissionOf =
    (caller: Caller, size: number): Admission =>
    async (announced) => {
      const { uploads, bytes } = announced;
      if (caller.kind === 'partner') {
        const { open_uploads, upload_bytes } = keys.limitsOf(caller.keyId)?.shares ?? {};
        const most = limitOf('open_uploads', open_uploads);
        const mostBytes = limitOf('upload_bytes', upload_bytes);
        if (uploads >= most) throw shareRefused('open_uploads', 'caller', most, log, caller);
        if (bytes + size > mostBytes) throw shareRefused('upload_bytes', 'caller', mostBytes, log, caller);
      }
      const open = await arrivedOf(announced);
      const free = folder.freeBytes() - diskReserveBytes;
      if (free - sumOf(open, ({ size: whole, arrived }) => whole - arrived) - size < 0) throw diskFull();
      if (!isOutsider(caller)) return;
      // The received bytes of open uploads are part of it: otherwise the partners' part would grow at the house's cost
      // as bytes come in.
      const all = free + sumOf(open, ({ arrived }) => arrived);
      const forOthers = Math.floor((all * (100 - staffPercent)) / 100);
      const ofOthers = sumOf(
        open.filter(({ owner }) => owner !== HOUSE),
        ({ size: whole }) => whole,
      );
      if (ofOthers + size > forOthers) throw shareRefused('upload_bytes', 'all', forOthers, log, caller);
    };

  const asked = new AsyncLocalStorage<Admission>();
  return {
    /** Runs what begins an upload of this caller's. */
    underAdmission: <T>(caller: Caller, size: number, begin: () => Promise<T>): Promise<T> =>
      asked.run(admissionOf(caller, size), begin),
    /** Of the request at work. */
    admission: (): Admission => {
      const admission = asked.getStore();
      if (admission === undefined) throw new Error('an upload begins outside of a request');
      return admission;
    },
    /** @throws ProblemError 507 where these bytes would leave less than the reserve: something else has taken the space */
    admitWrite: (bytes: number): void => {
      if (folder.freeBytes() - bytes < diskReserveBytes) throw diskFull();
    },
  };
};

export type Announcements = ReturnType<typeof createAnnouncements>;
