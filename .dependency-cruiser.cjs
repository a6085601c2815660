/**
 * Who may import whom. A rule lists what its folder may import; whatever else it imports is the error, be it a file of
 * ours, an npm package, a part of Node or only a type. test/architecture/ breaks each rule once and sees it fire.
 */
const KERNEL = '^libs/kernel/index\\.ts$';
const READ_MODEL = '^libs/read-model/index\\.ts$';
const EVENT_STORE = '^libs/event-store/index\\.ts$';
const API = '^libs/api/index\\.ts$';
const CONTEXT = '(ledger|membership|hubs|identity|notifications|importing)';
/** Every context may use another's index; `contextOrder` says which. */
const OTHER_CONTEXT = `^libs/${CONTEXT}/index\\.ts$`;

const npm = (...names) => `^node_modules/(@types/)?(${names.join('|')})/`;
const node = (...names) => `^(node:)?(${names.join('|')})$`;
const NEST = npm('@nestjs/[^/]+', 'rxjs', 'reflect-metadata');

/** Specs, and what the specs of one folder share in its testing/. */
const SPEC = '(\\.(spec|example)\\.ts$|/[^/]+/testing/[^/]+\\.ts$)';
const INTEGRATION_SPEC = '\\.integration\\.spec\\.ts$';
/** Bundled into a script of its own when it is built. */
const WIDGET = '^apps/widget/';
const CONTRACT = '^libs/event-store/contract/';
const WIRE_DOUBLE = '^libs/testing/eventstoredb-double/';
const FOR_SPECS = ['^libs/testing/index\\.ts$', npm('fast-check')];

/** Two rules: `from` may import `allowed` and nothing else, and its specs may import the means of testing besides. */
const mayImportOnly = (name, from, allowed) => [
  { name, severity: 'error', from: { path: from, pathNot: SPEC }, to: { pathNot: allowed } },
  {
    name: `${name}-specs`,
    severity: 'error',
    from: { path: `${from}.*${SPEC}`, pathNot: INTEGRATION_SPEC },
    to: { pathNot: [...allowed, ...FOR_SPECS] },
  },
];

const never = (name, from, to) => ({ name, severity: 'error', from, to });

/** `$1` is the context that the importing file belongs to. */
const inContext = (folder) => `^libs/${CONTEXT}/${folder}/`;

/** An adapter's rule names the packages and the parts of Node it is there for. */
const adapter = (noun, ...means) =>
  mayImportOnly(`adapter-${noun}`, `^libs/([^/]+)/adapters/${noun}/`, [
    KERNEL,
    '^libs/$1/(domain|ports)/',
    `^libs/$1/adapters/${noun}/`,
    node('crypto', 'zlib', 'stream', 'stream/promises'),
    ...means,
  ]);

const ADAPTERS = [
  ...adapter('vault'),
  ...adapter('keys', node('fs/promises')),
  ...adapter('register', node('fs/promises')),
  ...adapter('tokens', '^libs/$1/ports/tokens\\.ts$', npm('jose'), node('fs/promises')),
  ...adapter('secrets'),
  ...adapter('throttle', npm('rate-limiter-flexible', 'pg')),
  ...adapter('oidc', npm('openid-client')),
  ...adapter('mail', npm('nodemailer')),
  ...adapter('queue', npm('graphile-worker', 'pg'), node('timers/promises')),
  ...adapter('pdf', npm('pdfkit', 'dejavu-fonts-ttf'), node('module', 'timers/promises')),
  ...adapter('readers', npm('csv-parse', 'iconv-lite')),
];
const ADAPTER_NOUNS = [
  'vault',
  'keys',
  'register',
  'tokens',
  'secrets',
  'throttle',
  'oidc',
  'mail',
  'queue',
  'pdf',
  'readers',
];

const contextOrder = (context, lower) =>
  never(
    `${context}-uses-only-lower-contexts`,
    { path: `^libs/${context}/` },
    { path: OTHER_CONTEXT, pathNot: [context, ...lower].map((name) => `^libs/${name}/`) },
  );

module.exports = {
  forbidden: [
    never('no-cycle', {}, { circular: true }),
    never('must-resolve', {}, { couldNotResolve: true }),
    never(
      'through-the-index-only',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    ),
    never(
      'apps-and-tests-through-the-index-only',
      { path: '^(apps|test|bench)/' },
      {
        path: '^libs/',
        pathNot: '^libs/[^/]+/index\\.ts$',
      },
    ),
    never('only-apps-use-apps', { path: '^libs/' }, { path: '^(apps|test|bench|bin)/' }),
    never(
      'only-tests-use-testing',
      { path: '^(libs|apps)/', pathNot: [SPEC, '^libs/testing/', CONTRACT] },
      { path: '^libs/testing/' },
    ),
    never(
      'no-development-package-at-run-time',
      { path: '^(libs|apps)/', pathNot: [SPEC, '^libs/testing/', CONTRACT, WIDGET] },
      { dependencyTypes: ['npm-dev'] },
    ),

    contextOrder('ledger', []),
    contextOrder('membership', ['ledger']),
    contextOrder('hubs', ['ledger']),
    contextOrder('notifications', ['ledger', 'membership', 'hubs']),
    contextOrder('identity', ['ledger', 'hubs']),

    ...mayImportOnly('widget', WIDGET, [WIDGET, npm('lit', '@lit/localize', 'idb-keyval')]),
    never(
      'the-server-takes-documents-and-contrast-of-the-widget',
      { path: '^apps/', pathNot: WIDGET },
      { path: WIDGET, pathNot: '^apps/widget/(api/trusted-documents|element/contrast)\\.ts$' },
    ),
    ...mayImportOnly('kernel', '^libs/kernel/', ['^libs/kernel/']),
    ...mayImportOnly('domain', inContext('domain'), [KERNEL, '^libs/$1/domain/']),
    ...mayImportOnly('ports', inContext('ports'), [KERNEL, '^libs/$1/(domain|ports)/']),
    ...mayImportOnly('commands', inContext('commands'), [
      KERNEL,
      EVENT_STORE,
      OTHER_CONTEXT,
      '^libs/$1/(domain|commands|ports)/',
      npm('@nestjs/common', '@nestjs/cqrs', 'class-validator'),
    ]),
    ...mayImportOnly('views', inContext('views'), [
      KERNEL,
      READ_MODEL,
      OTHER_CONTEXT,
      '^libs/$1/(domain|views|ports)/',
      NEST,
      npm('typeorm'),
    ]),
    never(
      'views-know-facts-not-rules',
      { path: inContext('views') },
      {
        path: '^libs/[^/]+/domain/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    ...mayImportOnly('processes', inContext('processes'), [
      KERNEL,
      OTHER_CONTEXT,
      '^libs/$1/(domain/.*\\.events\\.ts|commands/.*\\.command\\.ts|processes/|ports/)',
      NEST,
    ]),
    ...ADAPTERS,
    never(
      'every-adapter-has-its-rule',
      { path: `^libs/[^/]+/adapters/(?!(${ADAPTER_NOUNS.join('|')})/)` },
      { path: '.' },
    ),
    ...mayImportOnly('stores', inContext('stores'), [
      KERNEL,
      READ_MODEL,
      '^libs/$1/(stores|ports)/',
      NEST,
      npm('pg', 'typeorm'),
    ]),
    ...mayImportOnly('graphql', inContext('graphql'), [
      KERNEL,
      API,
      OTHER_CONTEXT,
      '^libs/$1/(commands|views|graphql)/',
      '^libs/$1/domain/.*\\.(errors|rules)\\.ts$',
      NEST,
      npm('class-validator', 'class-transformer', 'dataloader', 'graphql', 'graphql-scalars'),
    ]),
    ...mayImportOnly('http', inContext('http'), [
      KERNEL,
      API,
      OTHER_CONTEXT,
      '^libs/$1/(commands|http|ports)/',
      '^libs/$1/domain/',
      '^libs/$1/[^/.]+\\.ts$',
      NEST,
      npm('class-validator', 'class-transformer', 'fastify', '@fastify/cookie'),
    ]),
    never(
      'graphql-knows-shapes-not-rules',
      { path: inContext('graphql') },
      {
        path: '^libs/[^/]+/domain/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    never(
      'graphql-knows-messages-not-handlers',
      { path: inContext('graphql') },
      {
        path: '\\.(handler|projection|entity|table|migration)\\.ts$',
      },
    ),
    ...mayImportOnly('module', `^libs/${CONTEXT}/[^/]+\\.module`, [
      KERNEL,
      EVENT_STORE,
      READ_MODEL,
      API,
      OTHER_CONTEXT,
      '^libs/$1/',
      NEST,
    ]),
    ...mayImportOnly('api', '^libs/api/', [
      KERNEL,
      '^libs/api/',
      NEST,
      npm('class-validator', 'class-transformer', 'dataloader', 'graphql', 'graphql-scalars'),
    ]),
    ...mayImportOnly('read-model', '^libs/read-model/', [
      KERNEL,
      '^libs/read-model/',
      node('crypto', 'timers/promises'),
      NEST,
      npm('pg', 'typeorm'),
    ]),
    ...mayImportOnly('codec', '^libs/event-store/codec/', [
      KERNEL,
      '^libs/event-store/(codec|upcasters)/',
      node('crypto'),
      npm('canonicalize'),
    ]),
    ...mayImportOnly('event-store', '^libs/event-store/(?!contract/)', [
      KERNEL,
      '^libs/event-store/',
      node('crypto', 'v8', 'events', 'timers/promises'),
      npm('@nestjs/common', 'pg', 'canonicalize', '@eventstore/db-client'),
    ]),
    never(
      'eventstoredb-in-its-adapter-only',
      { pathNot: ['^libs/event-store/(eventstoredb|contract)/', WIRE_DOUBLE, '^node_modules/'] },
      { path: '^node_modules/@eventstore/' },
    ),
    never(
      'store-contract',
      { path: CONTRACT },
      {
        pathNot: [KERNEL, '^libs/event-store/', npm('pg', '@eventstore/db-client'), ...FOR_SPECS],
        dependencyTypesNot: ['core'],
      },
    ),
    never(
      'integration-specs',
      { path: `^libs/([^/]+)/.*${INTEGRATION_SPEC}` },
      {
        pathNot: [
          '^libs/$1/',
          '^libs/[^/]+/index\\.ts$',
          NEST,
          npm('pg', 'typeorm', '@eventstore/db-client', 'fastify'),
          ...FOR_SPECS,
        ],
        dependencyTypesNot: ['core'],
      },
    ),
    ...mayImportOnly('testing', '^libs/testing/(?!eventstoredb-double/|pg-dump/)', [
      KERNEL,
      '^libs/testing/',
      node('crypto', 'http', 'events', 'v8', 'vm', 'zlib'),
      npm('pg', 'fast-check', 'oidc-provider', 'smtp-server'),
    ]),
    ...mayImportOnly('pg-dump', '^libs/testing/pg-dump/', [
      '^libs/testing/pg-dump/',
      node('buffer', 'child_process', 'fs/promises', 'net', 'path', 'util', 'worker_threads'),
      npm('pg', '@electric-sql/pglite-tools'),
    ]),
    ...mayImportOnly('eventstoredb-double', WIRE_DOUBLE, [
      WIRE_DOUBLE,
      node('module', 'net', 'events', 'crypto', 'zlib', 'fs', 'fs/promises'),
      npm('@grpc/grpc-js', '@eventstore/db-client'),
    ]),
    never(
      'the-wire-in-its-double-only',
      { pathNot: [WIRE_DOUBLE, '^node_modules/'] },
      { path: ['^node_modules/@grpc/', '^node_modules/@eventstore/db-client/generated/'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
