import { fdatasync, fdatasyncSync, write, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const writeAsync = promisify(write);
const syncAsync = promisify(fdatasync);

/** Up to here, in bytes, a write is a copy to the page cache and takes less time than its way to a thread and back. */
const SMALL_WRITE = 256 * 1024;

/** How bytes reach the disk; the tests of failing disks bring their own. */
export interface Disk {
  write(fd: number, bytes: Buffer, position: number): Promise<void>;
  /** `inPlace`: it is expected to take less time than its way to a thread and back. */
  sync(fd: number, inPlace: boolean): Promise<void>;
}

export const realDisk: Disk = {
  async write(fd, bytes, position) {
    const small = bytes.length <= SMALL_WRITE;
    for (let done = 0; done < bytes.length; )
      done += small
        ? writeSync(fd, bytes, done, bytes.length - done, position + done)
        : (await writeAsync(fd, bytes, done, bytes.length - done, position + done)).bytesWritten;
  },
  sync: async (fd, inPlace) => (inPlace ? fdatasyncSync(fd) : syncAsync(fd)),
};
