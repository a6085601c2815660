import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { prepare } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { runProgram, untilStopped } from './server.mjs';
import { project } from './settings.mjs';
import { stopSignal } from './stop-signal.mjs';
import { run } from './trouble.mjs';

/** Runs the benchmark on a PostgreSQL of its own, as safe against a power cut as the one that serves. */
await run(async () => {
  prepare();
  const folder = mkdtempSync(join(tmpdir(), 'reciproca-bench-'));
  chmodSync(folder, 0o755); // PostgreSQL runs as another user
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    password: 'bench',
    settings: { max_connections: '300' }, // of all contestants together
  });
  try {
    const environment = { DATABASE_URL: postgres.databaseUrl, DATA_DIR: join(folder, 'data') };
    const flags = [join(project, 'dist', 'bench', 'main.js'), ...process.argv.slice(2)];
    const { code } = await untilStopped(runProgram(flags, environment), stopSignal());
    process.exitCode = code ?? 1;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
