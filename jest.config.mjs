// Tests run from the TypeScript sources: a workspace import @order-ledger/<package>/<file> is that package's src/<file>.ts.
export default {
  testEnvironment: '<rootDir>/infra/test-environment.mjs',
  testMatch: ['<rootDir>/{packages,infra}/*/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  moduleNameMapper: {
    '^@order-ledger/(local|observability)/(.+)$': '<rootDir>/infra/$1/src/$2.ts',
    '^@order-ledger/([^/]+)/(.+)$': '<rootDir>/packages/$1/src/$2.ts',
  },
  testSequencer: '<rootDir>/infra/test-sequencer.mjs',
  // Much of what the tests do is to wait: more of them than there are processors. Three keep two thirds of two processors
  // busy, and leave those in peace that give a process so many seconds.
  maxWorkers: 3,
  // For what hangs. How long something takes says nothing about it, and machines differ by a factor of ten.
  testTimeout: 120_000,
};
