import { CHECKPOINT_TABLE } from '@order-ledger/ledger/follow/checkpoint';
import type { Migration } from '@order-ledger/platform/migrate';
import * as bridge from '../../../bridge/src/schema.ts';
import * as commandApi from '../../../command-api/src/schema.ts';
import * as manufacturingWorker from '../../../manufacturing-worker/src/schema.ts';
import * as pricingWorker from '../../../pricing-worker/src/schema.ts';
import * as processManager from '../../../process-manager/src/schema.ts';
import { POINTER_SCHEMA, PROJECTED, pointerMigrations } from '../../../read-model/src/schema.ts';
import * as uploadApi from '../../../upload-api/src/schema.ts';

/** Every schema of the system with its migrations. */
export const SCHEMAS: Readonly<Record<string, readonly Migration[]>> = {
  ...Object.fromEntries(
    [bridge, commandApi, manufacturingWorker, pricingWorker, processManager, uploadApi].map((owner) => [
      owner.SCHEMA,
      owner.MIGRATIONS,
    ]),
  ),
  [PROJECTED.schema]: PROJECTED.migrations,
  [POINTER_SCHEMA]: pointerMigrations(CHECKPOINT_TABLE),
};
