import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup } from '@order-ledger/backup/backup';
import { sizeOf } from '@order-ledger/backup/checksums';
import type { Outcome } from '@order-ledger/backup/outcome';
import { restore } from '@order-ledger/backup/restore';
import { placesIn, sourceOf } from '@order-ledger/backup/servers';
import { httpClient } from '@order-ledger/demo/http';
import { modelFile } from '@order-ledger/demo/models';
import { upload } from '@order-ledger/demo/tus';
import { fold } from '@order-ledger/domain/evolve';
import type { Actor } from '@order-ledger/domain/grants';
import type { RecordedEvent } from '@order-ledger/domain/lifecycle';
import { type Ledger, openLedger } from '@order-ledger/ledger/ledger';
import { runningServices } from '@order-ledger/local/backing';
import { startServices } from '@order-ledger/local/services';
import { createLog } from '@order-ledger/platform/log';
import { recorded } from '@order-ledger/seed/history';
import { CONTEXT } from '@order-ledger/testing/ledger/requests';
import { until } from '@order-ledger/testing/waiting';
import { type PrivateSystem, ROOT, startPrivateSystem } from '../../src/private-system.ts';

const PARTNER: Actor = { id: 'partner-prepaid', kind: 'partner', roles: [], partner_id: 'partner-prepaid' };
const log = createLog({ service: 'rehearsal', level: 'error' });

/** Events of one order of those that only fill the ledger. */
const EVENTS_OF_ORDER = 10;
const FILLERS = 16;

const stepOf = (n: number): Parameters<typeof recorded>[1] =>
  n === 0
    ? {
        ...{ command: 'InitiateOrder', by: PARTNER, context: CONTEXT },
        body: { customer_ref: 'customer-1', channel: 'API', priority: 'NORMAL' },
      }
    : {
        ...{ command: 'ChangePriority', by: PARTNER, context: {} },
        body: { priority: n % 2 === 1 ? 'HIGH' : 'NORMAL', reason: 'CUSTOMER_ASKED' },
      };

const fillOrder = async (ledger: Ledger): Promise<void> => {
  const name = randomUUID();
  const events: RecordedEvent[] = [];
  for (let n = 0; n < EVENTS_OF_ORDER; n += 1)
    events.push(...recorded(events.length === 0 ? null : fold(events), stepOf(n), name, new Date().toISOString()));
  await ledger.importOrder(events);
};

/** Fills the ledger behind the interfaces, which would take hours. */
export const fill = async (system: PrivateSystem, events: number): Promise<void> => {
  // A machine under load answers late; nobody waits for this.
  const patience = { appendTimeoutMs: 60_000, readTimeoutMs: 60_000, resolveForMs: 120_000 };
  const ledger = openLedger({ connectionString: system.dependencies.eventStore, log, ...patience });
  let left = Math.floor(events / EVENTS_OF_ORDER);
  const filler = async (): Promise<void> => {
    for (left -= 1; left >= 0; left -= 1) await fillOrder(ledger);
  };
  await Promise.all(Array.from({ length: FILLERS }, filler));
  await ledger.close();
};

/** An order with all that lies beside the ledger: a partner's, with a model and a text. */
export const placeOrder = async (system: PrivateSystem): Promise<string> => {
  const http = httpClient(120_000);
  const partner = system.credentials.bearer({ who: 'customer', account: 'prepaid' });
  const send = async (path: string, bearer: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await http.send({
      method: 'POST',
      url: `${system.url('command-api')}/v1/orders${path}`,
      bearer,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
      body: JSON.stringify(body),
    });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.fields;
  };
  const { order_id } = await send('', partner, { customer_ref: 'customer-2', channel: 'API' });
  const model = await upload(http, system.url('upload-api'), partner, await modelFile('cube', Math.random()));
  const { upload_id, sha256 } = model;
  await send(`/${order_id}/commands/attach-model`, partner, { upload_id, sha256 }, { 'If-Match': '"v1"' });
  await send(`/${order_id}/commands/add-note`, partner, { note: 'Call before delivery.' }, { 'If-Match': '"v2"' });
  return String(order_id);
};

export const shown = async (system: PrivateSystem): Promise<Map<string, number>> => {
  const { rows } = await system.database.query('select order_id, event_version from read_model_1.order_row');
  return new Map(rows.map(({ order_id, event_version }) => [order_id, event_version]));
};

const columns = async (system: PrivateSystem, text: string): Promise<unknown[]> =>
  (await system.database.query(text)).rows;

/** What no event says, as the tables have it. */
const BESIDE = [
  'select partner_id, plan, active from command_api.partner order by 1',
  'select key_id, secret_sha256, revoked_at from command_api.partner_key order by 1',
  'select owner, customer_ref, generation, wrapped_key from command_api.subject_key order by 1, 2, 3',
  'select version, data, active from pricing.tariff order by 1',
  'select changed_by, action, version, former_version from pricing.tariff_change order by change_id',
  'select work_centre, version, materials, capacity_seconds from production.work_centre_version order by 1, 2',
];
const beside = (system: PrivateSystem): Promise<unknown[]> => Promise.all(BESIDE.map((text) => columns(system, text)));

export interface Rehearsal {
  outcome: Outcome;
  /** Answered before the backup of the ledger began, and what of it is not shown, or with fewer events. */
  answered: number;
  lost: string[];
  /** Of those, what the restore says that an event speaks of and is not there. */
  missing: string[];
  /** What stands beside the ledger, before and after. */
  before: unknown[];
  after: unknown[];
  /** Of an order's model, fetched from the restored system. */
  modelStatus: number;
  figures: {
    events: number;
    orders: number;
    backup_bytes: number;
    /** What a disaster loses at most, besides the time between two backups. */
    backup_s: number;
    /** Between the copies of PostgreSQL and of the ledger: partners, texts and uploads of that time are lost. */
    between_copies_s: number;
    restore_s: number;
    /** From its start until every process of the restored system is ready. */
    ready_s: number;
    /** Until every order is shown again. */
    shown_s: number;
    /** All of it: the system is lost, and is there again. */
    recovery_s: number;
  };
}

const since = (began: number): number => Math.round((performance.now() - began) / 100) / 10;

/** Restores a backup to named servers, and backs those up: the ledger goes through their protocol both ways. */
const throughNamedServers = async (
  folder: string,
  copy: string,
  keys: string,
  report: (line: string) => void,
): Promise<{ copy: string; keys: string }> => {
  const services = await startServices({
    folder: join(folder, 'servers'),
    unpacked: join(ROOT, '.data', 'packages'),
    services: ['postgres', 'redis', 'rabbitmq', 'eventStore'],
    secured: true,
    keep: false,
    report,
  });
  try {
    const external = Object.fromEntries(Object.entries(services.running).map(([name, { url }]) => [name, url]));
    const places = placesIn(ROOT, join(folder, 'named'), external);
    await restore(places, copy, keys, report);
    const database = new URL(external.postgres ?? '');
    database.pathname = '/order_ledger';
    const source = { ...places, postgres: database.href, eventStore: external.eventStore ?? '' };
    const second = { copy: join(folder, 'second'), keys: join(folder, 'second-keys') };
    const { ledger } = await backup(source, second.copy, second.keys, report);
    if (ledger.form !== 'events') throw new Error('a named event store was not read through its protocol');
    return second;
  } finally {
    await services.stop();
  }
};

/**
 * Backs a system up that is at work, restores it to an empty one, starts that and waits until it shows every order.
 *
 * @param through other servers on the way, or none
 * @param events that fill the ledger beside the orders that are placed over the interfaces
 */
export const rehearse = async (
  events: number,
  limitMs: number,
  through: 'named servers' | null = null,
): Promise<Rehearsal> => {
  const folder = mkdtempSync(join(tmpdir(), 'order-ledger-rehearsal-'));
  chmodSync(folder, 0o711);
  const [copy, keys, data] = [join(folder, 'copy'), join(folder, 'keys'), join(folder, 'restored')];
  const reports: string[] = [];
  const report = (line: string): void => void reports.push(line);
  let system = await startPrivateSystem();
  let stopped = false;
  try {
    await fill(system, events);
    const first = [await placeOrder(system), await placeOrder(system)];
    await until(
      'all that fills the ledger is shown',
      async () => {
        const versions = await shown(system);
        return (
          versions.size === first.length + Math.floor(events / EVENTS_OF_ORDER) &&
          first.every((id) => versions.get(id) === 3)
        );
      },
      limitMs,
    );
    const answered = await shown(system);
    const before = await beside(system);

    // Orders come in all the time: those of the time between the two copies are in the ledger alone.
    let atWork = true;
    const traffic = (async () => {
      while (atWork) await placeOrder(system);
    })();
    let began = performance.now();
    const running = runningServices(system.folder);
    if (running === null) throw new Error('the system says nowhere where its services are');
    const source = sourceOf(placesIn(ROOT, system.folder, {}), running);
    const manifest = await backup(source, copy, keys, report);
    const backup_s = since(began);
    atWork = false;
    await traffic;
    await system.stop();
    stopped = true;

    const last = through === null ? { copy, keys } : await throughNamedServers(folder, copy, keys, report);
    began = performance.now();
    const outcome = await restore(placesIn(ROOT, data, {}), last.copy, last.keys, report);
    const restore_s = since(began);
    const startBegan = performance.now();
    // Who follows the ledger reads all of it before it is ready.
    system = await startPrivateSystem(undefined, { root: ROOT, data, patienceMs: limitMs });
    stopped = false;
    const ready_s = since(startBegan);
    const versions = await until(
      'every order is shown again',
      async () => {
        const found = await shown(system);
        return found.size >= outcome.orders ? found : null;
      },
      limitMs,
    );
    const shown_s = since(startBegan);
    const recovery_s = since(began);
    const lost = [...answered].flatMap(([id, version]) => ((versions.get(id) ?? 0) < version ? [id] : []));
    const after = await beside(system);
    // A new order of the same partner, with its key and a model: every part is at work.
    await placeOrder(system);
    const { rows } = await system.database.query('select sha256 from upload.upload order by created_at limit 1');
    const modelToken = readFileSync(system.dependencies.modelTokenFile, 'utf8');
    const model = await fetch(`${system.url('upload-api')}/v1/models/${rows[0]?.sha256}`, {
      headers: { Authorization: `Bearer ${modelToken}` },
    });
    await model.arrayBuffer();
    return {
      outcome,
      answered: answered.size,
      lost,
      missing: Object.values(outcome.missing)
        .flat()
        .flatMap(({ order_id }) => (answered.has(order_id) ? [order_id] : [])),
      before,
      after,
      modelStatus: model.status,
      figures: {
        events: outcome.events,
        orders: outcome.orders,
        backup_bytes: await sizeOf(copy),
        backup_s,
        between_copies_s: (Date.parse(manifest.ledger.taken_at) - Date.parse(manifest.postgres.taken_at)) / 1000,
        restore_s,
        ready_s,
        shown_s,
        recovery_s,
      },
    };
  } catch (error) {
    throw new Error(`the rehearsal failed after:\n${reports.slice(-20).join('\n')}`, { cause: error });
  } finally {
    if (!stopped) await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
