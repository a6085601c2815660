import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { eventually } from '#testing';
import { isAlive, launch, newPlace, occupy, type Place, processesOf, removePlace, typename } from './launched.js';

const WAIT_MS_MAX = 60_000;

async function answers(place: Place): Promise<void> {
  const answer = await eventually(() => typename(place), WAIT_MS_MAX);
  expect(answer).toEqual({ data: { __typename: 'Query' } });
}

describe('npm start', () => {
  let place: Place;
  beforeEach(async () => {
    place = await newPlace();
  });
  afterEach(() => removePlace(place));

  test(
    'serves from an empty data folder, keeps it for the second start, and leaves nothing behind on Ctrl-C',
    async () => {
      for (let start = 1; start <= 2; start += 1) {
        const started = launch(place);
        await answers(place);
        const left = processesOf(place);
        expect(left.map(isAlive)).toEqual([true, true]);
        started.child.kill('SIGINT');

        expect(await started.ended).toBe(0);
        await eventually(() => {
          expect(left.map(isAlive)).toEqual([false, false]);
        });
      }
    },
    WAIT_MS_MAX * 2,
  );

  test(
    'killed without a chance to put away, it starts again and replaces what was left',
    async () => {
      const killed = launch(place);
      await answers(place);
      const left = processesOf(place);
      killed.child.kill('SIGKILL');
      await killed.ended;

      const again = launch(place);
      await eventually(() => {
        expect(left.map(isAlive)).toEqual([false, false]);
      }, WAIT_MS_MAX);
      await eventually(() => {
        expect(again.said()).toContain('Reciproca is running');
      }, WAIT_MS_MAX);
      again.child.kill('SIGINT');
      expect(await again.ended).toBe(0);
    },
    WAIT_MS_MAX * 2,
  );

  test(
    'brings back a server and a PostgreSQL that were killed',
    async () => {
      const started = launch(place);
      await eventually(() => {
        expect(started.said()).toContain('Reciproca is running'); // before, a server that ends has not started
      }, WAIT_MS_MAX);
      for (const pid of processesOf(place)) process.kill(pid, 'SIGKILL');

      await eventually(() => {
        expect(processesOf(place).map(isAlive)).toEqual([true, true]);
      }, WAIT_MS_MAX);
      await answers(place);
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
    },
    WAIT_MS_MAX * 2,
  );

  test(
    'a second one on the same data folder is refused in one sentence',
    async () => {
      const first = launch(place);
      await answers(place);

      const second = launch(place);
      expect(await second.ended).toBe(1);
      expect(second.said()).toContain('Reciproca already runs on this data folder');
      first.child.kill('SIGINT');
      await first.ended;
    },
    WAIT_MS_MAX * 2,
  );

  test(
    'a port in use is said in one sentence',
    async () => {
      const other = await occupy(place.port);
      const started = launch(place);

      expect(await started.ended).toBe(1);
      expect(sentences(started.said())).toEqual([
        `Port ${String(place.port)} on 127.0.0.1 is in use by another program: stop that, or choose another with PORT=${String(place.port + 1)}.`,
      ]);
      await new Promise((done) => other.close(done));
    },
    WAIT_MS_MAX,
  );

  test(
    'data of another PostgreSQL are left alone, and that is said in one sentence',
    async () => {
      const first = launch(place);
      await answers(place);
      first.child.kill('SIGINT');
      await first.ended;
      const version = join(place.dataFolder, 'postgres/PG_VERSION');
      await writeFile(version, '13\n');

      const started = launch(place);
      expect(await started.ended).toBe(1);
      expect(sentences(started.said())).toEqual([expect.stringContaining('were written by PostgreSQL 13')]);
    },
    WAIT_MS_MAX * 2,
  );

  test(
    'a database that does not answer is said in one sentence',
    async () => {
      const started = launch(place, { DATABASE_URL: 'postgresql://somebody@127.0.0.1:1/reciproca' });

      expect(await started.ended).toBe(1);
      expect(sentences(started.said())).toEqual([
        expect.stringContaining('The database reciproca on 127.0.0.1:1 does not let us in'),
      ]);
    },
    WAIT_MS_MAX,
  );
});

function sentences(said: string): readonly string[] {
  return said.split('\n').filter((line) => line !== '' && line !== 'Building …');
}
