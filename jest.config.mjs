const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  testMatch,
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  setupFiles: ['reflect-metadata'],
  runner: '<rootDir>/test/setup/alone-last.mjs',
  ...extra,
});

const INTEGRATION = '\\.integration\\.spec\\.ts$';
const postgres = {
  globalSetup: '<rootDir>/test/setup/postgres.mjs',
  globalTeardown: '<rootDir>/test/setup/postgres-teardown.mjs',
};

const server = {
  globalSetup: '<rootDir>/test/setup/server.mjs',
  globalTeardown: '<rootDir>/test/setup/server-teardown.mjs',
};

const browser = {
  globalSetup: '<rootDir>/test/setup/browser.mjs',
  globalTeardown: '<rootDir>/test/setup/browser-teardown.mjs',
};

export default {
  maxWorkers: 2,
  // Ends what would never end; how long something may take is asserted where it is promised.
  testTimeout: 20_000,
  workerIdleMemoryLimit: '700MB',
  projects: [
    project('unit', ['<rootDir>/{libs,apps,bench}/**/*.spec.ts', '<rootDir>/test/{vectors,events}/**/*.spec.ts'], {
      testPathIgnorePatterns: ['/node_modules/', INTEGRATION],
    }),
    project('integration', ['<rootDir>/{libs,apps}/**/*.integration.spec.ts'], postgres),
    project('architecture', ['<rootDir>/test/architecture/**/*.spec.ts']),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts'], server),
    project('simulation', ['<rootDir>/test/simulation/**/*.spec.ts']),
    project('holding', ['<rootDir>/test/{holding,history}/**/*.spec.ts'], {
      globalSetup: '<rootDir>/test/setup/built.mjs',
    }),
    project('browser', ['<rootDir>/test/browser/**/*.spec.ts'], browser),
    // No tests: `npm run screenshots` alone has them.
    ...(process.env.SCREENS_FOLDER === undefined
      ? []
      : [project('screens', ['<rootDir>/test/browser/screens/*.screens.ts'], browser)]),
    project('launcher', ['<rootDir>/test/launcher/**/*.spec.ts']),
  ],
};
