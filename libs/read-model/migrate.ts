import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { connect } from './connection.js';

/** One step of the schema, never edited once released. `0301-read-model`: the number gives the order over all libs. */
export interface Migration {
  readonly name: string;
  readonly up: string;
}

/** Cluster-wide, without login: the login user takes them on as it connects. */
const roles = ['reciproca_app', 'reciproca_projector'];

/** Any number, the same for every process that migrates. */
const migrating = 7_203_911;

/** Brings the database up to the code; whoever comes second waits and finds nothing left to do. */
export async function migrate(databaseUrl: string, migrations: readonly Migration[]): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    await client.query('select pg_advisory_lock($1)', [migrating]);
    for (const role of roles) await client.query(createRole(role));
    await runAll(databaseUrl, migrations);
  } finally {
    await client.end();
  }
}

async function runAll(databaseUrl: string, migrations: readonly Migration[]): Promise<void> {
  const source = new DataSource({ type: 'postgres', url: databaseUrl, migrations: migrations.map(toTypeOrm) });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

/** TypeORM orders by the thirteen digits at the end of a class name. */
function toTypeOrm({ name, up }: Migration): new () => MigrationInterface {
  const order = 1_000_000_000_000 + Number(/^\d{4}/.exec(name)?.[0]);
  return class implements MigrationInterface {
    readonly name = `${name}-${String(order)}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(up);
    }

    down(): Promise<void> {
      return Promise.reject(new Error(`${name} has no way back: restore a backup`));
    }
  };
}

/** Two databases of one cluster may be made at the same moment. */
function createRole(role: string): string {
  return `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$;
  do $$ begin
    if not pg_has_role(current_user, '${role}', 'set') then execute format('grant ${role} to %I', current_user); end if;
  end $$`;
}
