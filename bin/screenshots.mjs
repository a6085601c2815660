import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { prepare } from './install.mjs';
import { helpAsked, project } from './settings.mjs';
import { run, Trouble } from './trouble.mjs';

const HELP = `npm run screenshots [-- <folder>]

Pictures every view in Italian and English, 360 and 1280 pixels wide, into docs/screens or the folder that is named, from
a server and invented people of its own. Needs Chromium, as the browser tests do, and pdftoppm for the statement.`;

await run(() => {
  if (helpAsked(HELP)) return;
  prepare();
  const [folder = join(project, 'docs', 'screens')] = process.argv.slice(2);
  const sheets = spawnSync('pdftoppm', ['-v']).error ? ['--testPathIgnorePatterns', 'statement'] : [];
  if (sheets.length > 0)
    console.error('Without pdftoppm (apt-get install -y poppler-utils) there is no picture of a statement.');
  rmSync(folder, { recursive: true, force: true });
  const jest = join(project, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--no-warnings', jest, '--selectProjects', 'screens', ...sheets];
  const env = { ...process.env, SCREENS_FOLDER: folder };
  const { status } = spawnSync(process.execPath, flags, { cwd: project, env, stdio: 'inherit' });
  if (status !== 0) throw new Trouble('Not every picture could be taken: the reason is above.');
});
