import Sequencer from '@jest/test-sequencer';

/** Each starts a system and takes its time, which nobody knows yet in a new clone. */
const STARTS_A_SYSTEM = /\/packages\/system-tests\/test\//;

/** The longest first, so that no worker waits for another at the end; those that start a system before all others. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const first = sorted.filter(({ path }) => STARTS_A_SYSTEM.test(path));
    return [...first, ...sorted.filter((test) => !first.includes(test))];
  }
}
