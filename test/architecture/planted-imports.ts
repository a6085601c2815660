/** One forbidden import: the rule that must refuse it, the file it stands in, and what it imports. */
export interface PlantedImport {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

const plant = (rule: string, file: string, ...imports: readonly string[]): readonly PlantedImport[] =>
  imports.map((name) => ({ rule, file, imports: name }));

/** A folder's rule and the same rule for its specs. */
const plantInBoth = (rule: string, file: string, ...imports: readonly string[]): readonly PlantedImport[] => [
  ...plant(rule, file, ...imports),
  ...plant(`${rule}-specs`, file.replace(/\.ts$/, '.spec.ts'), ...imports),
];

const entity = '../../ledger/domain/journal/exchange.events.js';

/** Every rule of .dependency-cruiser.cjs is broken here at least once. */
export const plantedImports: readonly PlantedImport[] = [
  ...plant('no-cycle', 'libs/kernel/egg.ts', './hen.js'),
  ...plant('must-resolve', 'libs/kernel/lost.ts', './nowhere.js'),
  ...plant('through-the-index-only', 'libs/membership/views/member-list.ts', entity),
  ...plant('apps-and-tests-through-the-index-only', 'apps/server/inside.ts', '../../libs/kernel/egg.js'),
  ...plant('apps-and-tests-through-the-index-only', 'test/e2e/inside.ts', '../../libs/kernel/egg.js'),
  ...plant('only-apps-use-apps', 'libs/hubs/graphql/upwards.ts', '../../../apps/server/inside.js'),
  ...plant('only-tests-use-testing', 'libs/ledger/commands/tested.ts', '#testing'),
  ...plant('no-development-package-at-run-time', 'libs/read-model/chance.ts', 'fast-check'),
  ...plant('ledger-uses-only-lower-contexts', 'libs/ledger/commands/above.ts', '#membership', '#hubs', '#importing'),
  ...plant('membership-uses-only-lower-contexts', 'libs/membership/commands/beside.ts', '#hubs', '#importing'),
  ...plant('hubs-uses-only-lower-contexts', 'libs/hubs/commands/beside.ts', '#membership', '#identity'),
  ...plant(
    'notifications-uses-only-lower-contexts',
    'libs/notifications/commands/beside.ts',
    '#identity',
    '#importing',
  ),
  ...plant('identity-uses-only-lower-contexts', 'libs/identity/commands/beside.ts', '#membership', '#notifications'),

  ...plantInBoth('widget', 'apps/widget/views/clever.ts', 'pg', 'node:fs', '#kernel', '../../server/inside.js'),
  ...plant(
    'the-server-takes-documents-and-contrast-of-the-widget',
    'apps/server/beside.ts',
    '../widget/views/clever.js',
  ),

  ...plantInBoth('kernel', 'libs/kernel/clever.ts', 'node:crypto', 'pg', '#ledger'),
  ...plantInBoth('domain', 'libs/ledger/domain/journal/impure.ts', 'node:crypto', 'node:fs', 'pg', '@nestjs/common'),
  ...plantInBoth('domain', 'libs/hubs/domain/network/impure.ts', '#ledger', '#event-store', '../../views/tree.js'),
  ...plantInBoth('ports', 'libs/identity/ports/keys.ts', 'node:crypto', 'pg', '../stores/codes.js', '#ledger'),
  ...plantInBoth('commands', 'libs/ledger/commands/log/log.handler.ts', '../../views/row.js', '#read-model', 'typeorm'),
  ...plantInBoth('commands', 'libs/ledger/commands/log/log.command.ts', '../../graphql/input.js', 'graphql', 'pg'),
  ...plantInBoth(
    'views',
    'libs/ledger/views/statement/line.ts',
    '../../commands/x.js',
    '#event-store',
    '@nestjs/cqrs/x',
  ),
  ...plant('views-know-facts-not-rules', 'libs/ledger/views/statement/deciding.ts', '../../domain/journal/decide.js'),
  ...plantInBoth(
    'processes',
    'libs/hubs/processes/wake/wake.ts',
    '../../domain/network/decide.js',
    '#read-model',
    'pg',
  ),
  ...plantInBoth('adapter-vault', 'libs/membership/adapters/vault/vault.ts', 'jose', 'node:fs', '#ledger'),
  ...plantInBoth('adapter-keys', 'libs/membership/adapters/keys/key.ts', 'jose', 'node:http', '../vault/vault.js'),
  ...plantInBoth('adapter-register', 'libs/membership/adapters/register/file.ts', 'pg', 'node:http', '#ledger'),
  ...plantInBoth('adapter-tokens', 'libs/identity/adapters/tokens/token.ts', 'pg', 'node:http', '#event-store'),
  ...plantInBoth('adapter-readers', 'libs/importing/adapters/readers/file.ts', 'pg', 'node:fs', '#ledger'),
  ...plantInBoth('adapter-secrets', 'libs/identity/adapters/secrets/secret.ts', 'jose', 'node:fs', '#ledger'),
  ...plantInBoth('adapter-throttle', 'libs/identity/adapters/throttle/throttle.ts', 'jose', 'node:net', '#hubs'),
  ...plantInBoth('adapter-oidc', 'libs/identity/adapters/oidc/provider.ts', 'jose', 'node:http', '../tokens/token.js'),
  ...plantInBoth('adapter-mail', 'libs/notifications/adapters/mail/mail.ts', 'pg', 'node:net', '#ledger'),
  ...plantInBoth('adapter-queue', 'libs/notifications/adapters/queue/jobs.ts', 'nodemailer', 'node:net', '#ledger'),
  ...plantInBoth('adapter-pdf', 'libs/ledger/adapters/pdf/page.ts', 'pg', 'node:fs', '../../views/statement/line.js'),
  ...plant('every-adapter-has-its-rule', 'libs/membership/adapters/pigeon/pigeon.ts', '#kernel'),
  ...plantInBoth('http', 'libs/identity/http/codes.controller.ts', 'pg', 'jose', '../stores/codes/codes.js'),
  ...plantInBoth('stores', 'libs/membership/stores/keys/keys.ts', '#event-store', '../../domain/person.js', 'jose'),
  ...plantInBoth(
    'graphql',
    'libs/ledger/graphql/a.resolver.ts',
    '#event-store',
    'typeorm',
    '../domain/journal/decide.js',
  ),
  ...plant('graphql-knows-shapes-not-rules', 'libs/ledger/graphql/b.types.ts', '../domain/journal/bank.rules.js'),
  ...plant(
    'graphql-knows-messages-not-handlers',
    'libs/ledger/graphql/c.resolver.ts',
    '../commands/log/log.handler.js',
    '../views/statement/line.entity.js',
  ),
  ...plantInBoth('module', 'libs/ledger/ledger.module.ts', 'pg', 'node:fs', 'fastify'),
  ...plantInBoth('api', 'libs/api/words.ts', '#ledger', '#event-store', 'pg'),
  ...plantInBoth('read-model', 'libs/read-model/door.ts', '#event-store', '#ledger', 'jose'),
  ...plantInBoth('codec', 'libs/event-store/codec/codec.ts', 'pg', 'node:fs', '../writer/writer.js'),
  ...plantInBoth('event-store', 'libs/event-store/writer/writer.ts', '#read-model', '#ledger', 'typeorm'),
  ...plant('eventstoredb-in-its-adapter-only', 'libs/event-store/postgres/other.ts', '@eventstore/db-client'),
  ...plant('store-contract', 'libs/event-store/contract/suite.ts', '#ledger', 'typeorm'),
  ...plant(
    'integration-specs',
    'libs/ledger/views/whole.integration.spec.ts',
    entity.replace('ledger', 'hubs'),
    'jose',
  ),
  ...plantInBoth('testing', 'libs/testing/given.ts', '#ledger', '#event-store', 'typeorm'),
  ...plantInBoth('pg-dump', 'libs/testing/pg-dump/dump.ts', '#event-store', 'typeorm', '../given.js'),
  ...plantInBoth('eventstoredb-double', 'libs/testing/eventstoredb-double/log.ts', '#event-store', 'pg', '../given.js'),
  ...plant('the-wire-in-its-double-only', 'libs/event-store/eventstoredb/wire.ts', '@grpc/grpc-js'),
  ...plant('the-wire-in-its-double-only', 'test/e2e/wire.ts', '@eventstore/db-client/generated/streams_pb.js'),
];
