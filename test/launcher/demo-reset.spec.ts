import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { opaqueId } from '#api';
import { openEventStoreDb } from '#event-store';
import { ownerOf } from '#kernel';
import { eventually, startEventStoreDbDouble, type EventStoreDbDouble } from '#testing';
import { launch, newPlace, type Place, project, removePlace } from './launched.js';

const WAIT_MS_MAX = 120_000;

let place: Place;
let double: EventStoreDbDouble;
beforeEach(async () => {
  [place, double] = await Promise.all([newPlace(), startEventStoreDbDouble()]);
});
afterEach(async () => {
  await removePlace(place);
  await double.stop();
}, WAIT_MS_MAX);

const settings = () => ({ EVENT_STORE_URL: double.url, NODE_ENV: 'development' });

/** `npm run <words>` on a data folder of its own, with the records in the double. */
async function npmRun(...words: readonly string[]): Promise<string> {
  const env = { ...process.env, ...settings(), DATA_DIR: place.dataFolder, PORT: String(place.port) };
  const { stdout } = await promisify(execFile)(process.execPath, [join(project, 'bin/cli.mjs'), ...words], { env });
  return stdout.trim();
}

/** Ids of the banks whose books are kept, the oldest first. */
async function banksKept(): Promise<readonly string[]> {
  const store = await openEventStoreDb(double.url);
  const { signal } = new AbortController();
  const until = await store.head();
  const streams = new Set<string>();
  for await (const { records, through } of store.subscribe({
    after: 0n,
    categories: ['journal'],
    batchSize: 1_000,
    signal,
  })) {
    for (const { stream } of records) streams.add(ownerOf(stream));
    if (through >= until) break;
  }
  await store.close();
  return [...streams].map((bank) => opaqueId('bank', bank));
}

/** What one member of the demonstration is shown. */
async function banksShownTo(name: string): Promise<unknown> {
  const authorization = `Bearer ${await npmRun('token', '--as', name)}`;
  const response = await fetch(`http://127.0.0.1:${String(place.port)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: '{ viewer { banks { id } } }' }),
  });
  return response.json();
}

test(
  'npm run demo:reset with the records in EventStoreDB: another bank is shown, and the book of the one before it still verifies',
  async () => {
    const loaded = await npmRun('demo:reset');
    const [before, ...others] = await banksKept();
    expect(others).toEqual([]);

    await npmRun('demo:reset');
    const kept = await banksKept();
    expect(kept).toEqual([before, expect.any(String)]);

    const started = launch(place, settings());
    await eventually(() => {
      expect(started.said()).toContain('Reciproca is running');
    }, WAIT_MS_MAX);
    expect(started.said()).not.toContain('Loading the demonstration');
    const [shown, verified] = await Promise.all([banksShownTo('Pia Valdorata'), npmRun('verify')]);
    expect(shown).toEqual({ data: { viewer: { banks: [{ id: kept[1] }] } } });
    expect(verified).toContain('Everything is as it must be.');
    expect(countOf('entries', verified)).toBe(2 * countOf('exchanges', loaded));
  },
  WAIT_MS_MAX,
);

function countOf(what: string, said: string): number {
  return Number(new RegExp(`(\\d+) ${what}`).exec(said)?.[1]);
}
