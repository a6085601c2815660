import {
  instant,
  type AccountId,
  type Batch,
  type CommandId,
  type Mail,
  type PersonId,
  type Position,
  type Recorded,
  type StoredRecord,
} from '#kernel';
import type { JournalEvent } from '#ledger';
import { idOf } from '#testing';
import { ExchangeMails, type ExchangeMailsPorts } from './exchange-mails.process.js';

const now = Date.parse('2026-11-15T09:00:00.000Z');
const lucia = { account: idOf<AccountId>('Lucia’s'), person: idOf<PersonId>('Lucia') };
const carla = { account: idOf<AccountId>('Carla’s'), person: idOf<PersonId>('Carla') };

function stored(revision: number, type = 'ExchangeLogged'): StoredRecord {
  const stream = 'journal-00000000-0000-8000-8000-00000000000a' as StoredRecord['stream'];
  return { stream, revision, type, id: '', hash: new Uint8Array(32), text: '', position: BigInt(revision) };
}

/** A claim of Carla's on Lucia, whatever was stored. */
function decoded({ stream, revision }: Pick<Recorded, 'stream' | 'revision'>): Recorded {
  const facts = { exchange: idOf('Stiro'), provider: carla.account, receiver: lucia.account };
  const event = {
    type: 'ExchangeLogged',
    data: { facts, by: 'provider', turn: 'receiver', expiresAt: instant(now + 1) },
  } as unknown as JournalEvent;
  const command = { id: idOf<CommandId>(`command ${String(revision)}`), hash: '', keys: [], index: 0, count: 1 };
  const recordedAt = instant(now);
  return { stream, revision, recordedAt, command, actor: { person: carla.person }, correlation: '', event };
}

interface World {
  readonly batches: readonly (readonly StoredRecord[] | Error)[];
  /** Where the mark stands before it first looks. */
  readonly mark?: Position;
  readonly head?: Position;
  /** Another process moved the mark so many times before this one could. */
  readonly overtaken?: number;
  readonly reached?: readonly PersonId[];
}

async function run({ batches, mark, head = 0n, overtaken = 0, reached = [lucia.person] }: World) {
  const stop = new AbortController();
  const put: Mail[] = [];
  const begun: Position[] = [];
  const troubles: Error[] = [];
  const decodings: number[] = [];
  const left = [...batches];
  let at = mark;
  let lost = overtaken;
  const ports: ExchangeMailsPorts = {
    store: {
      head: () => Promise.resolve(head),
      storeId: () => Promise.resolve('store'),
      async *subscribe({ after }): AsyncGenerator<Batch> {
        begun.push(after);
        for (let next = left.shift(); next; next = left.shift()) {
          if (next instanceof Error) throw next;
          yield await Promise.resolve({ records: next, through: next.at(-1)?.position ?? after });
        }
        stop.abort();
      },
    },
    codec: {
      decode: (record) => {
        decodings.push(record.revision);
        return decoded(record);
      },
      newId: (command, kind, n) => `${command}/${kind}/${String(n)}`,
    },
    mark: {
      startingAt: (_store, present) => Promise.resolve((at ??= present)),
      async advance(_store, _from, to, work) {
        if (lost > 0) {
          lost -= 1;
          at = to;
          return false;
        }
        await work({ query: () => Promise.resolve({ rows: [] }) });
        at = to;
        return true;
      },
    },
    visible: () => Promise.resolve(),
    acting: () => Promise.resolve(new Map([[lucia.account, { member: lucia.person, delegates: [] }]])),
    contacts: { languagesOf: () => Promise.resolve(new Map(reached.map((person) => [person, 'en']))) },
    outbox: {
      put: (mail, within) => {
        if (!within) throw new Error('a mail was put outside the transaction of the mark');
        put.push(mail);
        return Promise.resolve();
      },
    },
    clock: { now: () => now },
    onTrouble: (trouble) => troubles.push(trouble),
    pause: () => Promise.resolve(),
  };
  await new ExchangeMails(ports).run(stop.signal);
  return { put, begun, troubles, decodings, at };
}

describe('following the journals', () => {
  test('whoever’s turn it is gets one mail, in their language, with ids and no names, until the claim expires', async () => {
    const { put, at } = await run({ batches: [[stored(4)]], mark: 3n });
    expect(put).toEqual([
      {
        id: expect.stringContaining(`mail/to-confirm//${lucia.person}/0`) as string,
        kind: 'to-confirm',
        to: { person: lucia.person },
        language: 'en',
        facts: {
          bank: '00000000-0000-8000-8000-00000000000a',
          account: lucia.account,
          exchange: idOf('Stiro'),
          revision: '4',
        },
        until: instant(now + 1),
      },
    ]);
    expect(at).toBe(4n);
  });

  test('what lay there when it first looked is told to nobody; later it goes on from its mark', async () => {
    expect((await run({ batches: [[stored(8)]], head: 7n })).begun).toEqual([7n]);
    expect((await run({ batches: [[stored(8)]], head: 7n, mark: 5n })).begun).toEqual([5n]);
  });

  test('records that tell nobody anything are not even read', async () => {
    const { put, decodings, at } = await run({
      batches: [[stored(4, 'MemberAdmitted'), stored(5, 'ExchangeDeclined')]],
    });
    expect([put, decodings, at]).toEqual([[], [], 5n]);
  });

  test('nobody without an address is written to', async () => {
    expect((await run({ batches: [[stored(4)]], reached: [] })).put).toEqual([]);
  });

  test('two records are two mails, the same record is the same mail for ever', async () => {
    const once = await run({ batches: [[stored(4), stored(5)]] });
    const again = await run({ batches: [[stored(5)]] });
    const ids = once.put.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(again.put.map(({ id }) => id)).toEqual(ids.slice(1));
  });

  test('a process that was overtaken puts nothing and goes on from where the other is', async () => {
    const { put, begun } = await run({ batches: [[stored(4)], [stored(5)]], overtaken: 1 });
    expect(put.map(({ facts }) => facts['revision'])).toEqual(['5']);
    expect(begun).toEqual([0n, 4n]);
  });

  test('after a fault it begins again from its mark', async () => {
    const fault = new Error('the store went away');
    const { put, begun, troubles } = await run({ batches: [[stored(4)], fault, [stored(5)]] });
    expect(troubles).toEqual([fault]);
    expect(begun).toEqual([0n, 4n]);
    expect(put).toHaveLength(2);
  });
});
