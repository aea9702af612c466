import type { CatalogueEntry } from '@order-ledger/domain/command';
import { ProblemError } from '@order-ledger/platform/http/problem';
import type { Log } from '@order-ledger/platform/log';
import { defineMetrics } from '@order-ledger/platform/metrics';
import { isNotPublished } from '@order-ledger/platform/sqlstate';
import { catalogueOf, offerSchema } from '@order-ledger/pricing/tariff';
import type pg from 'pg';

const metrics = defineMetrics({
  inUse: {
    type: 'gauge',
    name: 'catalogue_tariff_in_use',
    help: '1 for the version of the tariff by which this instance takes orders, 0 for those before',
    labels: ['version'],
  },
});

class NoTariffError extends Error {
  override readonly name = 'NoTariffError';
  readonly code = 'no-tariff';
}

interface InForce {
  version: string;
  /** As published, to notice when it has changed. */
  data: string;
  catalogue: readonly CatalogueEntry[];
}

/** What can be ordered: what the tariff in force has a price for. */
export interface Catalogue {
  /** As of the last look. @throws ProblemError 503 `catalogue-unavailable` where no tariff was ever read */
  entries(): Promise<readonly CatalogueEntry[]>;
  look(): Promise<void>;
  /** For readiness: throws until a tariff was read once; after that the last one stays in use whatever happens. */
  check(): void;
}

const unavailable = (cause: unknown): ProblemError =>
  new ProblemError(503, 'catalogue-unavailable', 'What can be ordered is not known now. Try again later.', {
    headers: { 'Retry-After': '60' },
    cause,
  });

/** Reads what pricing-worker publishes. */
export const catalogueIn = (pool: pg.Pool, log: Log): Catalogue => {
  let inForce: InForce | null = null;
  let fault = 'no tariff was read yet';
  let told: string | null = null;

  /** The last one stays in use. Logged once, until the fault is another one. */
  const keep = (why: string, error?: unknown): void => {
    fault = why;
    if (told === why) return;
    told = why;
    log.error('the tariff in force cannot be read', { reason: why, version: inForce?.version, error });
  };

  const take = ({ version, data }: Omit<InForce, 'catalogue'>): void => {
    const read = offerSchema.safeParse(JSON.parse(data));
    if (!read.success) {
      keep(`tariff ${version} has another form than this build knows`, read.error);
      return;
    }
    if (inForce !== null) metrics.inUse.set({ version: inForce.version }, 0);
    metrics.inUse.set({ version }, 1);
    inForce = { version, data, catalogue: catalogueOf(read.data) };
    told = null;
    log.info('orders are taken by this tariff', { version });
  };

  const look = async (): Promise<void> => {
    try {
      const { rows } = await pool.query<Omit<InForce, 'catalogue'>>({
        name: 'tariff-in-force',
        text: 'select version, data::text as data from pricing.tariff_view',
      });
      const [row] = rows;
      if (row === undefined) keep('none is in force');
      else if (row.version === inForce?.version && row.data === inForce.data) told = null;
      else take(row);
    } catch (error) {
      if (!isNotPublished(error)) throw error;
      keep('pricing-worker has not published it to this process', error);
    }
  };

  return {
    look,
    entries: async () => {
      if (inForce === null) await look();
      if (inForce === null) throw unavailable(new NoTariffError(fault));
      return (inForce as InForce).catalogue;
    },
    check: () => {
      if (inForce === null) throw new NoTariffError(fault);
    },
  };
};
