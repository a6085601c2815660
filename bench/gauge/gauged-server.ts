import { runGauged, type GaugedProgram } from './gauged-program.js';

/** The product as it is served to everybody, in a process of its own that says what it uses. */
export interface GaugedServer extends GaugedProgram {
  readonly url: string;
}

/** @param before modules that Node imports before the server */
export async function startGauged(
  databaseUrl: string,
  dataFolder: string,
  before: readonly string[] = [],
): Promise<GaugedServer> {
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, PORT: '0', NODE_ENV: 'production' };
  const program = runGauged({ program: 'apps/server/main.js', env, before });
  return { ...program, url: await program.line(/http:\/\/127\.0\.0\.1:\d+/) };
}
