import { createCodec } from '#event-store';
import {
  instant,
  type AccountId,
  type CommandId,
  type EventStore,
  type Instant,
  type Recorded,
  type StoredRecord,
} from '#kernel';
import { journal, journalEventVersions, type JournalEvent } from '#ledger';
import { requireExplained } from '../history/history.js';
import { Replay } from '../history/replay.js';
import { floorMinutes, type SimulatedBank } from './banks.js';
import { recordsOf } from './expected-rows.js';
import type { MemoryTables } from './memory-tables.js';
import type { People } from './people.js';
import type { Poison } from './poison.js';

export interface AtTheEnd {
  readonly now: number;
  readonly poison: Poison | undefined;
}

/** Everything that must hold of one bank once all is over, computed from the stored bytes and from what people were told. */
export async function requireSound(
  store: Pick<EventStore, 'readStream'>,
  tables: MemoryTables,
  people: People,
  { now, poison }: AtTheEnd,
): Promise<void> {
  const { stream } = people.bank;
  const codec = createCodec({ versions: journalEventVersions });
  const stored = await recordsOf(store, stream);
  let previous: Uint8Array = new Uint8Array(32);
  for (const record of stored) {
    codec.verify(record, previous);
    previous = record.hash;
  }
  const records = stored.map((record) => codec.decode(record) as Recorded<JournalEvent>);
  const balances = requireEntries(stored, records);
  requireOrderOfTime(records);
  for (const [revision, position] of people.visibleFrom) {
    if (position < (stored[revision]?.position ?? 0n))
      throw new Error(`revision ${String(revision)} is later than said`);
  }
  requireOnce(records, people, new Replay(stream, codec));
  requireExplained(
    stream,
    records,
    people.questions.flatMap(({ answers }) => answers),
    codec,
  );
  requireNothingDue(records, people.bank, now);
  if (poison?.stream !== stream) requireShown(tables, balances);
}

/** Numbers without a gap, legs that sum to zero, balances that follow, floors kept after every entry. */
function requireEntries(
  stored: readonly StoredRecord[],
  records: readonly Recorded<JournalEvent>[],
): ReadonlyMap<AccountId, number> {
  const balances = new Map<AccountId, number>();
  let entries = 0;
  for (const { event, revision } of records) {
    if (stored[revision]?.revision !== revision) throw new Error(`no record of revision ${String(revision)}`);
    if (event.type !== 'ExchangePosted') continue;
    const { number, legs } = event.entry;
    entries += 1;
    if (number !== entries) throw new Error(`entry ${String(number)} follows ${String(entries - 1)}`);
    if (legs.reduce((sum, { minutes }) => sum + minutes, 0) !== 0)
      throw new Error(`entry ${String(number)} is no zero`);
    for (const { account, minutes, balanceAfterMinutes } of legs) {
      const balance = (balances.get(account) ?? 0) + minutes;
      if (balance !== balanceAfterMinutes || balance < floorMinutes)
        throw new Error(`entry ${String(number)} leaves ${String(balance)}`);
      balances.set(account, balance);
    }
  }
  return balances;
}

function requireOrderOfTime(records: readonly Recorded[]): void {
  for (const [index, { recordedAt }] of records.entries()) {
    const before = records[index - 1];
    if (before && recordedAt < before.recordedAt)
      throw new Error(`revision ${String(index)} was recorded before the one before it`);
  }
}

/** What was acknowledged is there once; nothing is there twice, nor what was refused, nor what nobody asked for. */
function requireOnce(records: readonly Recorded[], people: People, replay: Pick<Replay, 'idOf'>): void {
  const made = new Map<CommandId, number>();
  for (const { command, actor } of records) {
    if (command.index > 0) continue;
    if (made.has(command.id)) throw new Error(`command ${command.id} stands twice`);
    made.set(command.id, 'system' in actor ? 1 : 0);
  }
  const asked = new Map<CommandId, { accepted: boolean; certain: boolean }>();
  for (const { submission, answers, unanswered } of people.questions) {
    const id = replay.idOf(submission);
    const before = asked.get(id) ?? { accepted: false, certain: true };
    const accepted = before.accepted || answers.some(({ answer }) => 'revision' in answer);
    asked.set(id, { accepted, certain: before.certain && unanswered === 0 });
  }
  for (const [id, { accepted, certain }] of asked) {
    if (accepted && !made.has(id)) throw new Error(`acknowledged and not there: ${id}`);
    if (!accepted && certain && made.has(id)) throw new Error(`refused and there: ${id}`);
  }
  const strangers = [...made].filter(
    ([id, bySystem]) => bySystem === 0 && !asked.has(id) && !people.bank.setUp.has(id),
  );
  if (strangers.length > 0) throw new Error(`nobody asked for ${strangers.join()}`);
}

/** What is due is decided before anything else, at every record and at the end. */
function requireNothingDue(records: readonly Recorded<JournalEvent>[], { stream }: SimulatedBank, now: number): void {
  const state = journal.initial(stream);
  const dueAt = (at: Instant) => [...(journal.due?.(state, at, stream) ?? [])].length;
  for (const record of records) {
    const { revision, recordedAt, command, actor } = record;
    if (command.index === 0 && !('system' in actor) && dueAt(recordedAt) > 0)
      throw new Error(`revision ${String(revision)} was decided before what was due`);
    journal.evolve(state, record);
    journal.settle?.(state);
  }
  const due = dueAt(instant(now));
  if (due > 0) throw new Error(`${String(due)} claims are due and nobody decided them`);
}

/** What members are shown is the sum of the legs, balance and statement alike. */
function requireShown(tables: MemoryTables, balances: ReadonlyMap<AccountId, number>): void {
  const lines = [...tables.rows.of('account_statement').values()];
  for (const [account, balance] of balances) {
    const shown = tables.rows.of('account_balance').get(account)?.['balanceMinutes'];
    const sum = lines
      .filter((line) => line['accountId'] === account)
      .reduce((total, line) => total + Number(line['minutes']), 0);
    if (shown !== balance || sum !== balance)
      throw new Error(`${account} is shown ${String(shown)} and ${String(sum)}, and has ${String(balance)}`);
  }
}
