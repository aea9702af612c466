import asyncHooks from 'node:async_hooks';
import { setFlagsFromString } from 'node:v8';
import { TestEnvironment } from 'jest-environment-node';

// Most code of a suite does not live long enough to pay for its optimization, which took an eighth of a worker's time.
setFlagsFromString('--interrupt-budget=1000000');

const { AsyncLocalStorage } = asyncHooks;
const made = new Set();

asyncHooks.AsyncLocalStorage = class extends AsyncLocalStorage {
  constructor(...args) {
    super(...args);
    made.add(this);
  }
};

/**
 * Each suite loads its modules anew, and with them storages of context that Node would tell of every promise of all later
 * suites: after a hundred suites that was a seventh of a worker's time. They end with the suite that made them.
 */
export default class extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of made) storage.disable();
    made.clear();
  }
}
