import { settings as bridge } from '../../../bridge/src/settings.ts';
import { settings as commandApi } from '../../../command-api/src/settings.ts';
import { settings as manufacturingWorker } from '../../../manufacturing-worker/src/settings.ts';
import { settings as pricingWorker } from '../../../pricing-worker/src/settings.ts';
import { settings as processManager } from '../../../process-manager/src/settings.ts';
import { settings as projector } from '../../../projector/src/settings.ts';
import { settings as queryApi } from '../../../query-api/src/settings.ts';
import { settings as uploadApi } from '../../../upload-api/src/settings.ts';

/** As much of zod as is asked of here. */
export interface Variable {
  safeParse(value: unknown): { success: boolean; data?: unknown };
}

/** The variables of each process beside those of every one. */
export const SETTINGS: Readonly<Record<string, { shape: Readonly<Record<string, Variable>> }>> = {
  'command-api': commandApi,
  'query-api': queryApi,
  'upload-api': uploadApi,
  projector,
  bridge,
  'process-manager': processManager,
  'pricing-worker': pricingWorker,
  'manufacturing-worker': manufacturingWorker,
};
