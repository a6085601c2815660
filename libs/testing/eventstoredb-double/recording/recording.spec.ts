import { readFileSync } from 'node:fs';

import { startEventStoreDbDouble, type EventStoreDbDouble } from '../eventstoredb-double.js';
import type { Recording } from './recording.js';
import { replay } from './replay.js';

const file = new URL('../recordings/23.10.6.json', import.meta.url);
const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;

describe(`what EventStoreDB ${recording.server} answered`, () => {
  let double: EventStoreDbDouble;

  beforeAll(async () => {
    double = await startEventStoreDbDouble();
  });
  afterAll(() => double.stop());

  test('the double answers too', async () => {
    const replayed = await replay(recording, new URL(double.url).host);

    expect(replayed.entries).toEqual(recording.entries);
    expect(replayed.positions).toEqual(recording.positions);
  });
});
