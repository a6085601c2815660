const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  testMatch,
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['reflect-metadata'],
  ...extra,
});

export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB',
  projects: [project('unit', ['<rootDir>/{libs,apps,test}/**/*.spec.ts'], { testPathIgnorePatterns: ['/node_modules/', '\\.integration\\.spec\\.ts$', '/test/(architecture|e2e)/'] })],
};
