import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Backing } from '@order-ledger/local/backing';
import { requireDiskSpace } from '@order-ledger/local/disk-space';
import { unfinishedRestore, withOwnData } from '@order-ledger/local/own-data';
import { ServiceProblem } from '@order-ledger/local/problem';
import { LEDGER, POSTGRES_DUMP, UPLOADS } from './backup.ts';
import { sizeOf } from './checksums.ts';
import { postgresTool } from './commands.ts';
import { eventsOfCopy, isDataFolder, verifyDataFolder, withWholeLedger } from './event-store.ts';
import { findKey, placeKeys } from './keys.ts';
import { resetMadeAgain } from './made-again.ts';
import { lookOver, type Outcome, tell } from './outcome.ts';
import { forgetPages } from './pages.ts';
import { refuseUnlessEmpty, refuseWhileAtWork, restorePostgres, withClient } from './postgres.ts';
import { type Report, step } from './progress.ts';
import { databaseAt, type Places, withBacking } from './servers.ts';
import { copyUploads } from './uploads.ts';
import { verifyBackup } from './verify.ts';

/** There from the first change to the last, so that nobody starts half a system. */
const marked = async <T>(data: string, work: () => Promise<T>): Promise<T> => {
  const mark = unfinishedRestore(data);
  writeFileSync(mark, '', { mode: 0o600 });
  const result = await work();
  rmSync(mark);
  return result;
};

const refuseEvents = (address: string): Promise<void> =>
  withWholeLedger(address, async (ledger) => {
    for await (const { stream } of ledger.read())
      throw new ServiceProblem(
        `The ledger is not empty (${stream}). A restore goes into an empty system: npm run reset, or name another EVENTSTORE_URL.`,
      );
  });

/** A copy becomes the data folder of the private event store, which is down meanwhile. */
const placeDataFolder = async (copy: string, folder: string, { services }: Backing, report: Report): Promise<void> => {
  const bringBack = await services.running.eventStore?.takeDown?.('in-order');
  await step(report, 'Ledger', async () => {
    rmSync(`${folder}.new`, { recursive: true, force: true });
    cpSync(copy, `${folder}.new`, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(`${folder}.new`, folder);
  });
  await bringBack?.();
};

/** An event that an earlier, broken-off attempt has stored already is recognised as a repetition. */
const appendEvents = (copy: string, address: string, report: Report): Promise<void> =>
  step(report, 'Ledger', (counted) =>
    withWholeLedger(address, async (ledger) => {
      const events = async function* () {
        for await (const event of eventsOfCopy(copy)) {
          counted.add(JSON.stringify(event).length);
          yield event;
        }
      };
      await ledger.append(events());
    }),
  );

const placeLedger = (copy: string, { eventFolder }: Places, backing: Backing, report: Report): Promise<void> =>
  eventFolder !== null && isDataFolder(copy)
    ? placeDataFolder(copy, eventFolder, backing, report)
    : appendEvents(copy, backing.administrators.eventStore, report);

/** Puts a whole backup into an empty system, private or named; nothing is changed before all of it is verified. */
export const restore = async (places: Places, from: string, keysFolder: string, report: Report): Promise<Outcome> => {
  const folder = resolve(from);
  const manifest = await verifyBackup(folder, report);
  const key = findKey(manifest.free_text_key, keysFolder, places.keys);
  mkdirSync(places.data, { recursive: true });
  requireDiskSpace(places.data, await sizeOf(folder));
  return withOwnData(places.data, report, () =>
    withBacking(places, report, async (backing) => {
      const { postgres, eventStore, redis } = backing.administrators;
      await withClient(postgres, async (client) => {
        await refuseWhileAtWork(client);
        if (!existsSync(unfinishedRestore(places.data))) {
          await refuseUnlessEmpty(client);
          await refuseEvents(eventStore);
        }
      });
      return marked(places.data, async () => {
        const tool = postgresTool(places.unpacked, report);
        await step(report, 'PostgreSQL', () =>
          restorePostgres(postgres, join(folder, POSTGRES_DUMP), tool, backing.passwordOf),
        );
        await step(report, 'Uploads', (counted) => copyUploads(join(folder, UPLOADS), places.uploads, counted));
        placeKeys(key, keysFolder, places.keys);
        // Last, because it is what makes a system of the rest.
        await placeLedger(join(folder, LEDGER), places, backing, report);
        await forgetPages(redis);
        const outcome = await lookOver(places, backing, manifest.postgres.taken_at, report);
        if (manifest.ledger.form === 'events' && outcome.events !== manifest.ledger.events)
          throw new ServiceProblem(`The ledger holds ${outcome.events} events, the backup ${manifest.ledger.events}.`);
        return tell(outcome, places.data, report);
      });
    }),
  );
};

/** The ledger of a backup, or a data folder that the event store has copied itself. */
const verifiedCopy = async (root: string, from: string, report: Report): Promise<string> => {
  const folder = resolve(from);
  if (isDataFolder(folder)) {
    await step(report, 'Verified', () => verifyDataFolder(root, folder));
    return folder;
  }
  await verifyBackup(folder, report);
  return join(folder, LEDGER);
};

/**
 * Puts back the ledger alone, and makes every follower read it from its start. A present private ledger is kept beside
 * it; a named one must be empty.
 *
 * @param from null: the ledger has been put back by the event store's own tools, and is taken as it is
 */
export const restoreLedger = async (places: Places, from: string | null, report: Report): Promise<Outcome> => {
  const copy = from === null ? null : await verifiedCopy(places.root, from, report);
  // A named database has its roles, and their passwords are not ours to change.
  const named = places.external.postgres === undefined ? undefined : await databaseAt(places.external.postgres);
  const work = async (backing: Backing): Promise<Outcome> => {
    const { postgres, eventStore, redis } = backing.administrators;
    await withClient(postgres, refuseWhileAtWork);
    const { eventFolder } = places;
    if (copy !== null && eventFolder === null && !existsSync(unfinishedRestore(places.data)))
      await refuseEvents(eventStore);
    return marked(places.data, async () => {
      if (copy !== null) {
        if (eventFolder !== null) await setAside(eventFolder, backing, report);
        await placeLedger(copy, places, backing, report);
      }
      const outcome = await lookOver(places, backing, null, report);
      await step(report, 'What is read again', () => withClient(postgres, resetMadeAgain));
      await forgetPages(redis);
      return tell(outcome, places.data, report);
    });
  };
  return withOwnData(places.data, report, () => withBacking(places, report, work, named));
};

/** The event store begins an empty folder; what it had lies beside it until somebody removes it. */
const setAside = async (folder: string, { services }: Backing, report: Report): Promise<void> => {
  const bringBack = await services.running.eventStore?.takeDown?.('in-order');
  const aside = `${folder}.before-${new Date().toISOString().replaceAll(':', '-')}`;
  renameSync(folder, aside);
  report(`The ledger that was here lies in ${aside}.`);
  await bringBack?.();
};
