import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { eventually } from '#testing';
import { launch, newPlace, project, removePlace } from './launched.js';

const WAIT_MS_MAX = 180_000;

/** The blocks of README.md that are to be copied, one after the other. */
async function tour(): Promise<string> {
  const readme = await readFile(join(project, 'README.md'), 'utf8');
  return [...readme.matchAll(/^```sh tour\n(.*?)^```/gms)].map(([, block]) => block).join('');
}

test(
  'the tour of README.md goes as it says, word by word',
  async () => {
    const place = await newPlace();
    const started = launch(place, { NODE_ENV: 'development' });
    await eventually(() => {
      expect(started.said()).toContain('Reciproca is running');
    }, WAIT_MS_MAX);

    const env = { ...process.env, DATA_DIR: place.dataFolder, PORT: String(place.port) };
    const { stdout } = await promisify(execFile)('bash', ['-e', '-c', await tour()], { cwd: project, env });
    const told = stdout.split('\n').filter((line) => line.startsWith('{'));
    const isSignIn = (line: string) => line.includes('lifeSeconds');
    const answers = told.filter((line) => !isSignIn(line));

    expect(told.filter(isSignIn)).toHaveLength(2);
    expect(answers.filter((line) => line.includes('"error'))).toEqual([]);
    expect(answers.filter((line) => line.includes('"state":"POSTED"'))).toHaveLength(2);
    expect(answers[3]).toBe(answers[4]);
    expect(answers[5]).toContain('EXCHANGE_NOT_OPEN');
    expect(answers[6]).toContain('"sumMinutes":0');
    expect(stdout).toContain('Everything is as it must be.');
    await removePlace(place);
  },
  WAIT_MS_MAX,
);
