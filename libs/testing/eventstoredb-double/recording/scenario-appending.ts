import { NO_STREAM } from '@eventstore/db-client';

import { event, events, type Proposal } from './scenario-events.js';
import type { Scenario } from './scenario-steps.js';

const MEBIBYTE = 1024 * 1024;
const TOO_LATE_MS = -60_000;
const everyByte = new Uint8Array(256).map((_, index) => index);
const noUtf8 = new Uint8Array([0xff, 0xfe, 0x00, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x0a]);

/** Appends, their conflicts, their repetitions and their limits. */
export async function appending({ client, step }: Scenario): Promise<void> {
  const append = (stream: string, proposed: readonly Proposal[], revision?: bigint): Promise<unknown> =>
    client.appendToStream(stream, [...proposed], { expectedRevision: revision ?? NO_STREAM });

  await step('what a new server has written for itself', () => client.readAll().toArray());
  await step('a first append', () => append('journal-a', events(1, 2)));
  await step('one more, at the exact revision', () => append('journal-a', events(3, 1), 1n));
  await step('many at once', () => append('person-b', events(100, 40)));

  await step('expected too low', () => append('journal-a', events(10, 1), 1n));
  await step('expected too high', () => append('journal-a', events(11, 1), 3n));
  await step('expected no stream where there is one', () => append('journal-a', events(12, 1)));
  await step('expected revision 0 where there is no stream', () => append('journal-none', events(13, 1), 0n));
  await step('expected a high revision where there is no stream', () => append('journal-none', events(13, 1), 7n));

  await step('the same last append again', () => append('journal-a', events(3, 1), 1n));
  await step('its id with another body', () => append('journal-a', [event(3, noUtf8, 'Other')], 1n));
  await step('the same first append again, after others', () => append('journal-a', events(1, 2)));
  await step('its first id alone', () => append('journal-a', events(1, 1)));
  await step('its first id, then another', () => append('journal-a', [event(1), event(14)]));
  await step('another id, then its second', () => append('journal-a', [event(14), event(2)]));
  await step('its ids and one more than stands there', () => append('journal-a', [...events(1, 3), event(15)]));
  await step('its ids at another revision', () => append('journal-a', events(1, 2), 0n));
  await step('known ids at the last revision', () => append('journal-a', events(1, 1), 2n));
  await step('ids of another stream', () => append('journal-c', events(1, 2)));

  await step('nothing, at the last revision', () => append('journal-a', [], 3n));
  await step('nothing, at a lower revision', () => append('journal-a', [], 1n));
  await step('nothing, at a higher revision', () => append('journal-a', [], 9n));
  await step('nothing, where there is no stream', () => append('journal-empty', []));
  await step('one after nothing', () => append('journal-empty', events(20, 1)));

  await step('one event of a mebibyte', () => append('person-large', [event(30, new Uint8Array(MEBIBYTE))]));
  await step('one byte more', () => append('person-large', [event(31, new Uint8Array(MEBIBYTE + 1))], 0n));
  await step('one byte more in two events', () =>
    append('person-large', [event(32, new Uint8Array(MEBIBYTE)), event(33, new Uint8Array(1))], 0n),
  );
  await step('a small one after the refused ones', () => append('person-large', events(34, 1), 0n));

  await step('bytes of every value', () => append('bytes-à-📒', [event(40, everyByte, 'Perché')]));
  await step('bytes that are no text, and none', () =>
    append('bytes-à-📒', [event(41, noUtf8), event(42, new Uint8Array(0))], 0n),
  );
  await step('an append that comes too late', () =>
    client.appendToStream('journal-late', event(50), { expectedRevision: NO_STREAM, deadline: TOO_LATE_MS }),
  );
}

/** The same on the older call, which clients take that give credentials with an append. */
export async function appendOlderWay({ client, step }: Scenario): Promise<void> {
  const credentials = { username: 'admin', password: 'changeit' };
  const append = (stream: string, proposed: readonly Proposal[], revision?: bigint): Promise<unknown> =>
    client.appendToStream(stream, [...proposed], { expectedRevision: revision ?? NO_STREAM, credentials });

  await step('older call: a first append', () => append('journal-o', events(60, 2)));
  await step('older call: again', () => append('journal-o', events(60, 2)));
  await step('older call: expected too low', () => append('journal-o', events(62, 1), 0n));
  await step('older call: expected too high', () => append('journal-o', events(62, 1), 5n));
  await step('older call: no stream where there is one', () => append('journal-o', events(62, 1)));
  await step('older call: a revision where there is no stream', () => append('journal-none', events(62, 1), 2n));
  await step('older call: nothing', () => append('journal-o', [], 1n));
  await step('older call: too large', () => append('journal-o', [event(63, new Uint8Array(MEBIBYTE + 1))], 1n));
}
