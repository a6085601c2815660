import pg from 'pg';
import { createCodec, openEventStoreDb } from '#event-store';
import type { AccountId, CommandTrace, EncodedRecord } from '#kernel';
import { opaqueId } from '#api';
import type { Town } from '../../bench/town.js';

/** What the stored bytes of a whole store say, added up apart from the product. */
export interface Books {
  readonly records: number;
  /** Opaque ids of posted exchanges, in order, repeats and all. */
  readonly posted: readonly string[];
  readonly entries: number;
  readonly balances: ReadonlyMap<AccountId, number>;
}

interface Link {
  readonly hash: Uint8Array;
  readonly revision: number;
  readonly command: CommandTrace | undefined;
}

const start: Link = { hash: new Uint8Array(32), revision: -1, command: undefined };

interface Head {
  readonly entry?: { readonly number: number; readonly minutes: readonly number[] };
}
interface Part {
  readonly value: {
    readonly command?: CommandTrace;
    readonly account?: AccountId;
    readonly data?: { readonly facts?: { readonly exchange: string } };
  };
}

/**
 * Reads every record of every stream: revisions, and PostgreSQL's positions, without a gap, hashes and chains, no command by
 * halves; entry numbers of the town without a gap, legs that sum to zero.
 *
 * @throws at the first record that is not as it must be
 */
export async function readBooks(databaseUrl: string, town: Town): Promise<Books> {
  const codec = createCodec({ versions: {} });
  const chains = new Map<string, Link>();
  const balances = new Map<AccountId, number>();
  const posted: string[] = [];
  let entries = 0;
  const eventStoreUrl = process.env['EVENT_STORE_URL'];
  const rows = await (eventStoreUrl === undefined ? recordsIn(databaseUrl) : recordsAt(eventStoreUrl));
  for (const row of rows) {
    const last = chains.get(row.stream) ?? start;
    if (row.revision !== last.revision + 1) throw new Error(`${row.stream} has a gap before ${String(row.revision)}`);
    codec.verify(row, last.hash);
    const [head, parts] = row.text.split('\n').map((line) => JSON.parse(line) as unknown) as [Head, readonly Part[]];
    const command = parts[0]?.value.command;
    requireWhole(row.stream, last.command, command);
    chains.set(row.stream, { hash: row.hash, revision: row.revision, command });
    if (row.stream !== `journal-${town.bank}`) continue;
    if (row.type === 'ExchangePosted') {
      posted.push(opaqueId('exchange', town.bank, parts[0]?.value.data?.facts?.exchange ?? ''));
    }
    if (!head.entry) continue;
    entries += 1;
    if (head.entry.number !== entries) throw new Error(`entry ${String(head.entry.number)} follows ${String(entries)}`);
    if (sum(head.entry.minutes) !== 0) throw new Error(`entry ${String(entries)} does not sum to zero`);
    for (const [leg, minutes] of head.entry.minutes.entries()) {
      const account = parts[leg + 1]?.value.account;
      if (account === undefined) throw new Error(`entry ${String(entries)} has a leg without an account`);
      balances.set(account, (balances.get(account) ?? 0) + minutes);
    }
  }
  for (const [stream, { command }] of chains) requireWhole(stream, command, undefined);
  return { records: rows.length, posted, entries, balances };
}

/** What one command made stands together, from its first record to its last. */
function requireWhole(stream: string, last: CommandTrace | undefined, next: CommandTrace | undefined): void {
  const isOver = last === undefined || last.index + 1 === last.count;
  const follows = isOver ? (next?.index ?? 0) === 0 : next?.id === last.id && next.index === last.index + 1;
  if (!follows) throw new Error(`${stream} holds half of what a command made`);
}

async function recordsIn(databaseUrl: string): Promise<readonly EncodedRecord[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<EncodedRecord & { readonly position: string }>(
      'select position, stream, revision, type, id, hash, record as text from events.record order by position',
    );
    for (const [index, { position }] of rows.entries()) {
      if (position !== String(index + 1)) throw new Error(`no record stands at position ${String(index + 1)}`);
    }
    return rows;
  } finally {
    await client.end();
  }
}

/** All streams of the product; an EventStoreDB keeps those of other runs too. */
async function recordsAt(eventStoreUrl: string): Promise<readonly EncodedRecord[]> {
  const store = await openEventStoreDb(eventStoreUrl);
  try {
    const records: EncodedRecord[] = [];
    const until = await store.head();
    const { signal } = new AbortController();
    const categories = ['journal', 'person', 'network'];
    for await (const batch of store.subscribe({ after: 0n, categories, batchSize: 1_000, signal })) {
      records.push(...batch.records);
      if (batch.through >= until) break;
    }
    return records;
  } finally {
    await store.close();
  }
}

export function sum(minutes: Iterable<number>): number {
  return [...minutes].reduce((total, each) => total + each, 0);
}
