import type { AsyncLocalStorage } from 'node:async_hooks';

export interface SuiteStorages {
  readonly AsyncLocalStorage: typeof AsyncLocalStorage;
  end(): void;
}
export const createStorages: () => SuiteStorages;
