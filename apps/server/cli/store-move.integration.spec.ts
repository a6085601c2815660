import { QueryBus } from '@nestjs/cqrs';
import { pino } from 'pino';
import { HubsQuery } from '#hubs';
import { inPerson, streamOf, type BankId, type EventStore, type HubId } from '#kernel';
import { AdmitPersonCommand } from '#membership';
import { startEventStoreDbDouble, testDatabase } from '#testing';
import { openEventStore } from '../chosen-store.js';
import { openParts } from '../parts.js';
import {
  accepted,
  ada,
  bankReady,
  codeOf,
  commands,
  context,
  correlation,
  day,
  newcomer,
  opcafe,
  persons,
  settings,
  startedAgain,
} from '../setting-up.example.js';
import { caughtUp } from './caught-up.js';
import { moveStore, type Moved } from './store-move.js';
import { verifyJournals } from './verify-journals.js';

interface Target {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const targets: readonly (readonly [string, () => Promise<Target>])[] = [
  ['another PostgreSQL', () => testDatabase().then(({ url, drop }) => ({ url, close: drop }))],
  ['EventStoreDB', () => startEventStoreDbDouble().then((double) => ({ url: double.url, close: () => double.stop() }))],
];

/** As the command does it: a process of its own with the settings of the server. */
async function moved(to: string): Promise<Moved> {
  const parts = await openParts(settings, pino({ level: 'silent' }));
  const target = await openEventStore(to, parts.clock, settings);
  try {
    return await moveStore({ ...parts, source: parts.store, target, showing: (work) => work(() => undefined) });
  } finally {
    await target.close();
    await parts.close();
  }
}

const admit = (bank: BankId, hub: HubId, key: string) =>
  commands.execute(
    new AdmitPersonCommand(
      { bank, who: { newcomer }, hub, since: day('2026-02-01'), channel: true },
      { person: ada },
      key,
      correlation,
    ),
  );

const types = async (store: EventStore, bank: BankId) =>
  (await store.readStream(streamOf('journal', bank), 0, 100)).map(({ type }) => type);

/** What members see, and whether it is what the journals say. */
async function seen() {
  const { parts, app } = context;
  await caughtUp(parts);
  const hubs = await app.get(QueryBus).execute(new HubsQuery(inPerson(ada), opcafe, await parts.store.head()));
  const { difference, records } = await verifyJournals(parts);
  return { hubs: hubs.map(({ handle }) => handle).sort(), difference, records };
}

describe.each(targets)('a bank that moves to %s', (_, openTarget) => {
  let target: Target;
  beforeEach(async () => {
    target = await openTarget();
  });
  afterEach(async () => {
    await startedAgain(); // lets go of the target
    await target.close();
  });

  test('goes on there as it was; the server on the store it left is fenced; and it moves back', async () => {
    const { bank, hub } = await bankReady();
    const first = accepted(await admit(bank, hub, 'admitting-first'));
    const before = await seen();

    expect(await moved(target.url)).toMatchObject({ journals: 1, streams: 4 });
    const people = await persons();
    for (const restart of [() => Promise.resolve(), () => startedAgain()]) {
      await restart();
      expect(codeOf(await admit(bank, hub, 'admitting-second'))).toMatchObject({ code: 'JOURNAL_MOVED' });
      expect(accepted(await admit(bank, hub, 'admitting-first'))).toEqual(first);
      expect(await persons()).toEqual(people);
    }

    await startedAgain({ EVENT_STORE_URL: target.url });
    expect(await seen()).toEqual({ ...before, records: before.records + 1 });
    expect(accepted(await admit(bank, hub, 'admitting-first'))).toEqual(first);
    expect(accepted(await admit(bank, hub, 'admitting-third'))).toMatchObject({ data: { number: 2 } });
    expect((await types(context.parts.store, bank)).slice(-2)).toEqual(['JournalMoved', 'MemberAdmitted']);

    expect(await moved(settings.databaseUrl)).toMatchObject({ journals: 1 });
    expect(codeOf(await admit(bank, hub, 'admitting-fourth'))).toMatchObject({ code: 'JOURNAL_MOVED' });
    await startedAgain();
    expect(accepted(await admit(bank, hub, 'admitting-fifth'))).toMatchObject({ data: { number: 3 } });
    expect((await types(context.parts.store, bank)).slice(-4)).toEqual([
      'JournalMoved',
      'MemberAdmitted',
      'JournalMoved',
      'MemberAdmitted',
    ]);
    expect(await seen()).toMatchObject({ hubs: before.hubs, difference: undefined, records: before.records + 6 });
  }, 60_000);

  test('takes along the book of a bank whose key is no more, as it is', async () => {
    const { bank } = await bankReady();
    await context.parts.keys.destroy([{ kind: 'bank', id: bank }]);
    const before = await types(context.parts.store, bank);
    expect(await moved(target.url)).toMatchObject({ journals: 0 });
    await startedAgain({ EVENT_STORE_URL: target.url });
    expect(await types(context.parts.store, bank)).toEqual(before);
  }, 60_000);

  test('moves once, however often it is asked, and no further than to the store it is in', async () => {
    const { bank } = await bankReady();
    const once = await moved(target.url);
    expect(await moved(target.url)).toEqual(once);
    expect((await types(context.parts.store, bank)).filter((type) => type === 'JournalMoved')).toHaveLength(1);

    const third = await testDatabase();
    await expect(moved(third.url)).rejects.toThrow(
      /^journal-.* has moved to the store .* before: move the books from there\.$/,
    );
    await third.drop();
    await expect(moved(settings.databaseUrl)).rejects.toThrow('The books are in that store already.');
  }, 60_000);
});
