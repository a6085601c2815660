import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Verdict } from '#kernel';
import { createCodec } from '../codec/create-codec.js';
import { inMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import { StreamWriters } from './stream-writers.js';
import { asked, counterId, tally, tallyVault, tallyVersions, type TallyEvent } from './tally.example.js';

const counter = counterId(1);
const store = inMemoryEventStore();

/** Each is a process of its own on the same store. */
const writers = () =>
  new StreamWriters({
    store,
    flusher: store,
    codec: createCodec({ versions: tallyVersions }),
    vault: tallyVault,
    clock: { now: () => Date.parse('2026-03-01T10:00:00.000Z') },
    snapshots: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
    pause: () => nextTurn(),
    random: () => 0.5,
    onFault: () => undefined,
  });

/** Somebody asks for minutes; how many days they hold is found out by the server. */
const whatIsAsked = (n: number, key: string) => asked({ name: 'Add', input: { counter, n } }, key);
const withDays = (days: number, n: number, key: string) => ({
  ...asked({ name: 'Add', input: { counter, n, days } }, key),
  asked: { counter, n },
});
const codeOf = (verdict: Verdict<TallyEvent> | undefined) => verdict?.accepted === false && verdict.refusal.code;

describe('a command into which the server put more than was asked', () => {
  test('is the same command when it comes again, whatever was found out meanwhile', async () => {
    const here = writers();
    const first = await here.submit(tally, withDays(3, 1, 'a-first-key'));
    expect(first).toMatchObject({ accepted: true, records: [{ event: { data: { days: 3 } } }] });
    expect(await here.submit(tally, withDays(4, 1, 'a-first-key'))).toEqual(first);
  });

  test('is answered before anything is found out, also by a process that did not see it', async () => {
    const [here, there] = [writers(), writers()];
    expect(await there.repeated(tally, whatIsAsked(1, 'a-second-key'))).toBeUndefined();
    const first = await here.submit(tally, withDays(3, 1, 'a-second-key'));
    expect(await there.repeated(tally, whatIsAsked(1, 'a-second-key'))).toEqual(first);
  });

  test('is in conflict with another that was asked under its key', async () => {
    const here = writers();
    await here.submit(tally, withDays(3, 1, 'a-third-key'));
    expect(codeOf(await here.repeated(tally, whatIsAsked(2, 'a-third-key')))).toBe('IDEMPOTENCY_CONFLICT');
    expect(codeOf(await here.submit(tally, withDays(3, 2, 'a-third-key')))).toBe('IDEMPOTENCY_CONFLICT');
  });
});
