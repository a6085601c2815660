import { setImmediate } from 'node:timers/promises';
import type { Codec, Position, StoredRecord, Vault } from '#kernel';
import type { ClientBase } from 'pg';
import { carryOut, isRefusedRow, planOf, writeCarefully } from './batch-write.js';
import { transaction } from './connection.js';
import { addTo, deliver, emptyFold, type Fold, type Target } from './delivery.js';

/** What the runner needs of the outside to read a record. */
export interface Reading {
  readonly codec: Pick<Codec, 'decode'>;
  readonly vault: Pick<Vault, 'open'>;
}

/** Another projector moved the checkpoint: this one must look again where it stands. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

/** So many records are folded within a millisecond: then whatever else waits in this process has its turn, and PostgreSQL its next statement. */
const atOnce = 50;

/** @param portioned hears of what is folded so far, and may take it out */
export async function foldAll(
  targets: readonly Target[],
  records: readonly StoredRecord[],
  { codec, vault }: Reading,
  portioned: (folds: readonly Fold[]) => void = () => undefined,
): Promise<readonly Fold[]> {
  const folds = targets.map(emptyFold);
  for (let from = 0; from < records.length; from += atOnce) {
    if (from > 0) await setImmediate();
    const deliveries = deliver(codec, records.slice(from, from + atOnce));
    await Promise.all(folds.map((fold) => addTo(fold, deliveries, vault)));
    portioned(folds);
  }
  return folds;
}

/** `true` when the checkpoint stood where it was expected and was moved on. */
export type Move = (client: ClientBase) => Promise<boolean>;

/**
 * Rows and checkpoint in one transaction. `move` is the compare-and-set of the checkpoint and comes first, so that a
 * second projector waits at it and then finds it moved.
 *
 * @returns whether streams were parked
 * @throws Fenced when `move` finds another position than expected
 */
export async function advance(client: ClientBase, folds: readonly Fold[], move: Move): Promise<boolean> {
  try {
    await together(client, move, () => carryOut(client, planOf(folds)));
    return folds.some(({ poisons }) => poisons.length > 0);
  } catch (error) {
    if (!isRefusedRow(error)) throw error;
    await together(client, move, () => writeCarefully(client, folds));
    return true;
  }
}

/** @throws Fenced */
export function together(client: ClientBase, move: Move, write: () => Promise<void>): Promise<void> {
  return transaction(client, async () => {
    if (!(await move(client))) throw new Fenced();
    await write();
  });
}

/** A delivery must go forward; what was already taken is left out. @throws Error when it is out of order */
export function after(position: Position, records: readonly StoredRecord[]): readonly StoredRecord[] {
  let last: Position | undefined;
  for (const record of records) {
    if (last !== undefined && record.position < last) throw new Error(`position ${String(record.position)} came late`);
    last = record.position;
  }
  return records.filter((record, i) => record.position > position && records[i - 1]?.position !== record.position);
}
