import { createRequire } from 'node:module';
import Runtime from 'jest-runtime';
import { createModules } from './test-modules.mjs';

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
  }

  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    const jest = this.jestGlobals.jestObjectFor(this.testPath);
    this.modules = createModules(this.mapped, { ...globals, jest });
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    return this.modules.load(path);
  }

  teardown() {
    super.teardown();
    this.modules?.end();
  }

  /** The test framework, whose state lives as long as a suite. */
  requireInternalModule(path) {
    delete require.cache[path];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(path);
  }
}
