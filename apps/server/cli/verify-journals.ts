import {
  categoryOf,
  ownerOf,
  StoreDamaged,
  type AccountId,
  type Codec,
  type EventStore,
  type Position,
  type Recorded,
  type StoredRecord,
  type StreamId,
} from '#kernel';
import type { ReadModels } from '#read-model';
import { categories } from './categories.js';

export interface Verification {
  readonly records: number;
  readonly entries: number;
  readonly accounts: number;
  /** The first thing that is not as it must be; absent when everything is. */
  readonly difference?: string;
}

interface Line {
  readonly account: AccountId;
  readonly entry: number;
  readonly minutes: number;
  readonly after: number;
}

interface Chain {
  hash: Uint8Array;
  revision: number;
  entry: number;
}

export interface Verifying {
  readonly store: Pick<EventStore, 'subscribe'>;
  readonly codec: Codec;
  readonly readModels: Pick<ReadModels, 'everything' | 'health'>;
  readonly onProgress?: (position: Position, until: Position) => void;
}

const batchSize = 2_000;

const linesThatDiffer = `select w.account, w.entry from unnest(string_to_array($1, ',')::uuid[],
    string_to_array($2, ',')::integer[], string_to_array($3, ',')::integer[], string_to_array($4, ',')::integer[])
    as w(account, entry, minutes, after)
  left join read.account_statement l on l.account_id = w.account and l.entry_number = w.entry
  where l.minutes is distinct from w.minutes or l.balance_after_minutes is distinct from w.after limit 1`;

/** An account that moved on since the last entry verified is not compared. */
const balancesThatDiffer = `select w.account, w.balance, b.balance_minutes as shown
  from unnest(string_to_array($1, ',')::uuid[], string_to_array($2, ',')::integer[],
    string_to_array($3, ',')::integer[]) as w(account, balance, entry)
  left join read.account_balance b on b.account_id = w.account
  where coalesce(b.entry_number, 0) <= w.entry and b.balance_minutes is distinct from w.balance limit 1`;

const linesShown = 'select count(*) as lines from read.account_statement where entry_number <= $2 and bank_id = $1';

/**
 * Replays every stream from its stored bytes up to where the views are: hashes and chain; of journals entry numbers without
 * a gap, legs that sum to zero, balances added up anew; and compares each line and balance with what the views show.
 */
export async function verifyJournals({ store, codec, readModels, onProgress }: Verifying): Promise<Verification> {
  const { position: until, parked } = await readModels.health();
  const books = new Books(codec);
  const ended = new AbortController();
  const counts = () => ({ records: books.records, entries: books.entries, accounts: books.balances.size });
  if (parked[0]) return { ...counts(), difference: `${parked[0].stream} is parked for ${parked[0].view}` };
  try {
    const subscription = { after: 0n, categories, batchSize, signal: ended.signal };
    for await (const { records, through } of until > 0n ? store.subscribe(subscription) : []) {
      const lines = records.filter((record) => record.position <= until).flatMap((record) => books.take(record));
      const difference = await lineThatDiffers(readModels, lines);
      if (difference !== undefined) return { ...counts(), difference };
      onProgress?.(through < until ? through : until, until);
      if (through >= until) break;
    }
  } catch (error) {
    if (!(error instanceof StoreDamaged)) throw error;
    return { ...counts(), difference: error.message };
  } finally {
    ended.abort();
  }
  const difference = (await lineTooMany(readModels, books)) ?? (await balanceThatDiffers(readModels, books));
  return { ...counts(), ...(difference !== undefined && { difference }) };
}

/** Plain sums, sharing nothing with the journal's own state. */
class Books {
  readonly balances = new Map<AccountId, { minutes: number; entry: number }>();
  readonly chains = new Map<StreamId, Chain>();
  readonly lines = new Map<StreamId, number>();
  records = 0;
  entries = 0;

  constructor(private readonly codec: Codec) {}

  /** @throws StoreDamaged naming the record */
  take(stored: StoredRecord): readonly Line[] {
    const { stream, revision, hash } = stored;
    const chain = this.chains.get(stream) ?? { hash: new Uint8Array(32), revision: -1, entry: 0 };
    if (revision !== chain.revision + 1)
      throw new StoreDamaged(`${stream}: record ${String(chain.revision + 1)} is missing`);
    this.codec.verify(stored, chain.hash);
    const { event } = this.codec.decode(stored);
    this.chains.set(stream, { hash, revision, entry: event.entry?.number ?? chain.entry });
    this.records += 1;
    return event.entry ? this.enter(stored, event.entry, chain.entry) : [];
  }

  private enter(
    { stream, revision }: StoredRecord,
    entry: NonNullable<Recorded['event']['entry']>,
    last: number,
  ): readonly Line[] {
    const wrong = (what: string) => new StoreDamaged(`${stream}, record ${String(revision)}: ${what}`);
    if (entry.number !== last + 1) throw wrong(`entry ${String(entry.number)} follows ${String(last)}`);
    if (entry.legs.reduce((sum, leg) => sum + leg.minutes, 0) !== 0) throw wrong('the legs do not sum to zero');
    this.entries += 1;
    this.lines.set(stream, (this.lines.get(stream) ?? 0) + entry.legs.length);
    return entry.legs.map(({ account, minutes, balanceAfterMinutes }) => {
      const after = (this.balances.get(account)?.minutes ?? 0) + minutes;
      if (after !== balanceAfterMinutes) throw wrong(`the balance after it is ${String(after)}`);
      this.balances.set(account, { minutes: after, entry: entry.number });
      return { account, entry: entry.number, minutes, after };
    });
  }
}

async function lineThatDiffers(
  readModels: Verifying['readModels'],
  lines: readonly Line[],
): Promise<string | undefined> {
  if (lines.length === 0) return undefined;
  const columns = (['account', 'entry', 'minutes', 'after'] as const).map((name) =>
    lines.map((line) => line[name]).join(),
  );
  const [line] = await readModels.everything<Line>(linesThatDiffer, columns);
  return line && `the statement of ${line.account} shows entry ${String(line.entry)} otherwise`;
}

async function lineTooMany(readModels: Verifying['readModels'], books: Books): Promise<string | undefined> {
  for (const [stream, { entry }] of books.chains) {
    if (categoryOf(stream) !== 'journal') continue;
    const [shown] = await readModels.everything<{ lines: string }>(linesShown, [ownerOf(stream), entry]);
    const held = books.lines.get(stream) ?? 0;
    if (Number(shown?.lines) !== held)
      return `${stream} has ${String(held)} lines, its statements ${shown?.lines ?? 'none'}`;
  }
  return undefined;
}

async function balanceThatDiffers(readModels: Verifying['readModels'], books: Books): Promise<string | undefined> {
  if (books.balances.size === 0) return undefined;
  const held = [...books.balances];
  const columns = [held.map(([account]) => account), held.map(([, b]) => b.minutes), held.map(([, b]) => b.entry)];
  const params = columns.map((column) => column.join());
  const [wrong] = await readModels.everything<{ account: string; balance: number; shown: number | null }>(
    balancesThatDiffer,
    params,
  );
  return wrong && `${wrong.account} holds ${String(wrong.balance)} minutes, its balance shows ${String(wrong.shown)}`;
}
