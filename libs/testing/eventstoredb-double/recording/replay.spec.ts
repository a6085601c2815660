import { readFileSync } from 'node:fs';

import { startEventStoreDbDouble, type EventStoreDbDouble } from '../eventstoredb-double.js';
import { messages, streams, type Streams } from '../protocol.js';
import { startPassThrough } from './pass-through.js';
import type { Entry, Recording } from './recording.js';
import { replay } from './replay.js';

const file = new URL('../recordings/23.10.6.json', import.meta.url);
const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;

const WAIT_MS_MAX = 30_000;

let double: EventStoreDbDouble;

beforeEach(async () => {
  double = await startEventStoreDbDouble();
});
afterEach(() => double.stop());

test(
  `the double answers what EventStoreDB ${recording.server} answered`,
  async () => {
    const replayed = await replay(recording, new URL(double.url).host);

    expect(replayed.entries).toEqual(recording.entries);
    expect(replayed.positions).toEqual(recording.positions);
  },
  WAIT_MS_MAX,
);

/** One thing that a double might do otherwise. */
interface Planted {
  readonly difference: string;
  readonly foundIn: string;
  readonly append?: (answer: Streams.BatchAppendResp) => void;
  /** False keeps the answer back. */
  readonly read?: (answer: Streams.ReadResp) => boolean;
}

const planted: readonly Planted[] = [
  {
    difference: 'another revision in a conflict',
    foundIn: 'expected too low',
    append: (answer) => {
      const details = answer.getError()?.getDetails();
      if (details?.getTypeName() !== 'event_store.client.WrongExpectedVersion') return;
      const conflict = messages.WrongExpectedVersion.deserializeBinary(details.getValue_asU8());
      details.setValue(conflict.setCurrentStreamRevision('5').serializeBinary());
    },
  },
  {
    difference: 'another correlation id',
    foundIn: 'a first append',
    append: (answer) => answer.getCorrelationId()?.setString('another'),
  },
  {
    difference: 'another position where an append is repeated',
    foundIn: 'its first id alone',
    append: (answer) => {
      const success = answer.getSuccess();
      if (success?.getCurrentRevision() === '0') success.getPosition()?.setCommitPosition('1');
    },
  },
  {
    difference: 'a checkpoint that is missing',
    foundIn: 'everything of a category, then up to date',
    read: (answer) => !answer.hasCheckpoint(),
  },
  {
    difference: 'nothing said of being up to date',
    foundIn: 'everything of a category, then up to date',
    read: (answer) => !answer.hasCaughtUp(),
  },
  {
    difference: 'a byte of an event that is another',
    foundIn: 'odd bytes and letters',
    read: (answer) => {
      const event = answer.getEvent()?.getEvent();
      const data = event?.getData_asU8();
      if (data?.length === 256) event?.setData(data.fill(7, 200, 201));
      return true;
    },
  },
];

test.each(planted)(
  'the replay finds $difference',
  async ({ foundIn, append, read }) => {
    const tampering = await startPassThrough(new URL(double.url).host, {
      change: (path, bytes) => {
        if (append && path.endsWith('/BatchAppend')) {
          const answer = streams.BatchAppendResp.deserializeBinary(bytes);
          append(answer);
          return Buffer.from(answer.serializeBinary());
        }
        if (!read || !path.endsWith('/Read')) return bytes;
        const answer = streams.ReadResp.deserializeBinary(bytes);
        return read(answer) ? Buffer.from(answer.serializeBinary()) : undefined;
      },
    });
    const replayed = await replay(through(foundIn), new URL(tampering.url).host);
    tampering.stop();

    expect(firstDifference(replayed.entries)).toBe(foundIn);
  },
  WAIT_MS_MAX,
);

/** The recording as far as the end of a step. */
function through(step: string): Recording {
  const begin = recording.entries.findIndex((entry) => 'step' in entry && entry.step === step);
  const rest = recording.entries.slice(begin + 1).findIndex((entry) => 'step' in entry);
  return { ...recording, entries: recording.entries.slice(0, begin + 1 + rest) };
}

/** The step in which a replay first differs from the recording. */
function firstDifference(replayed: readonly Entry[]): string | undefined {
  const at = recording.entries.findIndex((entry, index) => JSON.stringify(entry) !== JSON.stringify(replayed[index]));
  const steps = recording.entries.slice(0, at).flatMap((entry) => ('step' in entry ? [entry.step] : []));
  return at < 0 ? undefined : steps.at(-1);
}
