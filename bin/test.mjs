import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { build, checkNode, install } from './install.mjs';
import { helpAsked, project } from './settings.mjs';
import { run } from './trouble.mjs';

const HELP = `npm test [-- <words of a path>]

Installs and builds what is missing, then runs the tests, against a PostgreSQL of their own: unit, integration (with
PostgreSQL), architecture (who imports whom, how files look), e2e (a real server), simulation (lives of servers on a
virtual clock), holding (what must hold under load and kill -9), browser (pages in Chromium) and launcher (npm start
and other commands).
\`npm test -- --selectProjects unit\` runs one kind, \`npm test -- confirm-exchange\` what has this in its path.
\`npm run test:long\` takes the same words: the same tests with larger figures, for hours rather than minutes.`;

await run(() => {
  if (helpAsked(HELP)) return;
  checkNode();
  install();
  build();
  const jest = join(project, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--no-warnings', jest, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, flags, { cwd: project, stdio: 'inherit' });
  process.exitCode = status ?? 1;
});
