import asyncHooks from 'node:async_hooks';
import { createRequire } from 'node:module';
import Runtime from 'jest-runtime';
import { createModules } from './test-modules.mjs';
import { createStorages } from './test-storages.mjs';

const require = createRequire(import.meta.url);

/**
 * jest's own loads every library anew for each suite, in a realm of its own, which cost a quarter of the workers' time.
 * Mocks of modules do not exist here.
 */
export default class extends Runtime {
  constructor(config, ...rest) {
    super(config, ...rest);
    this.mapped = config.moduleNameMapper;
    this.testPath = rest[5];
    this.storages = createStorages();
  }

  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    const jest = this.jestGlobals.jestObjectFor(this.testPath);
    const { AsyncLocalStorage } = this.storages;
    this.load = createModules(this.mapped, {
      '@jest/globals': { ...globals, jest },
      'node:async_hooks': { ...asyncHooks, AsyncLocalStorage },
    });
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    return this.load(path);
  }

  teardown() {
    super.teardown();
    this.storages.end();
  }

  /** The test framework, whose state lives as long as a suite. */
  requireInternalModule(path) {
    delete require.cache[path];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    // It makes a storage as it is loaded.
    const { AsyncLocalStorage } = asyncHooks;
    asyncHooks.AsyncLocalStorage = this.storages.AsyncLocalStorage;
    try {
      return require(path);
    } finally {
      asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
    }
  }
}
