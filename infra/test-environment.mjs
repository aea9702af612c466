import { setFlagsFromString } from 'node:v8';
import { ModernFakeTimers } from '@jest/fake-timers';
import { context, propagation, trace } from '@opentelemetry/api';
import { ModuleMocker } from 'jest-mock';

// Most code of a suite does not live long enough to pay for its optimization, which took an eighth of a worker's time.
setFlagsFromString('--interrupt-budget=1000000');

const TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');

/**
 * The realm of the worker itself, in which libraries live from suite to suite: each leaves it as it found it. What of
 * theirs is global, and replaced by a suite or by jest, is put back here.
 */
export default class {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.before = { console: globalThis.console, exit: process.exit, env: { ...process.env } };
  }

  getVmContext() {
    return null;
  }

  async setup() {}

  async teardown() {
    const { console, exit, env } = this.before;
    this.fakeTimersModern.dispose();
    globalThis.console = console;
    process.exit = exit;
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    delete globalThis[TIMEOUT];
    for (const api of [context, propagation, trace]) api.disable();
  }
}
