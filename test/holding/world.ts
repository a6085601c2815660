import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startChild, type Child } from '../../bench/child.js';
import type { Town, TownRules } from '../../bench/town.js';
import { startTestPostgres, type TestPostgres } from '../setup/test-postgres.mjs';

const run = promisify(execFile);
const project = resolve(import.meta.dirname, '../..');
const serverProgram = join(project, 'dist/apps/server/main.js');

export interface Plan {
  readonly towns?: number;
  readonly members: number;
  readonly floor?: TownRules['limits']['floor'];
  /** Of every program of this world. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL that keeps what it has committed, towns in it, and programs that serve them. */
export interface World {
  readonly databaseUrl: string;
  /** Keys and tokens. */
  readonly dataFolder: string;
  readonly postgres: TestPostgres;
  readonly towns: readonly Town[];
  readonly tokens: Readonly<Record<string, string>>;
  /** The built server in a process of its own, as it is served to everybody; resolves when it serves. */
  startServer(settings?: Readonly<Record<string, string>>, flags?: readonly string[]): Promise<Child>;
  /** Ends every server that still runs, then PostgreSQL; its folder goes last, after `before`. */
  close(before?: () => void): Promise<void>;
}

export async function openWorld({
  towns = 1,
  members,
  floor = { kind: 'none' },
  settings: own = {},
}: Plan): Promise<World> {
  const { folder, postgres, stop } = await startTestPostgres({ temporary: false });
  const { databaseUrl } = postgres;
  const dataFolder = join(folder, 'data');
  const rules: TownRules = { consent: 'receiver', limits: { floor, ceiling: { kind: 'none' } } };
  const plan = JSON.stringify({ databaseUrl, dataFolder, towns, members, rules });
  const servers: Child[] = [];
  const close = async (before: () => void = () => undefined): Promise<void> => {
    await Promise.all(servers.map((server) => server.kill()));
    await postgres.stop('immediate');
    before();
    await stop();
  };
  try {
    const program = join(import.meta.dirname, 'build-towns.mjs');
    const { stdout } = await run(process.execPath, [program, plan], {
      cwd: project,
      env: { ...process.env, ...own },
      maxBuffer: 64 * 1024 * 1024,
    });
    return {
      databaseUrl,
      dataFolder,
      postgres,
      ...(JSON.parse(stdout) as Pick<World, 'towns' | 'tokens'>),
      async startServer(settings = {}, flags = []) {
        const env = {
          DATABASE_URL: databaseUrl,
          DATA_DIR: dataFolder,
          PORT: '0',
          NODE_ENV: 'production',
          ...own,
          ...settings,
        };
        const server = await startChild(serverProgram, env, /http:\/\/127\.0\.0\.1:\d+/, flags);
        servers.push(server);
        return server;
      },
      close,
    };
  } catch (trouble) {
    await close();
    throw trouble;
  }
}
