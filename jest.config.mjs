// Tests run from the TypeScript sources: a workspace import @order-ledger/<package>/<file> is that package's src/<file>.ts.
export default {
  testEnvironment: '<rootDir>/infra/test-environment.mjs',
  testMatch: ['<rootDir>/{packages,infra}/*/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  runtime: '<rootDir>/infra/test-runtime.mjs',
  moduleNameMapper: {
    '^@order-ledger/(local|observability)/(.+)$': '<rootDir>/infra/$1/src/$2.ts',
    '^@order-ledger/([^/]+)/(.+)$': '<rootDir>/packages/$1/src/$2.ts',
  },
  // How long each suite took, beside what was installed: the folder for what is temporary is another one in each run.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testSequencer: '<rootDir>/infra/test-sequencer.mjs',
  // Much of what the tests do is to wait: four keep two processors busy.
  maxWorkers: 4,
  // For what hangs. How long something takes says nothing about it, and machines differ by a factor of ten.
  testTimeout: 120_000,
};
