import type { Table } from '#kernel';

/** Keeps several values under one key: the list in the table is replaced, never altered. */
export function addTo<Key extends string, Value>(table: Table<Key, readonly Value[]>, key: Key, value: Value): void {
  table.set(key, [...(table.get(key) ?? []), value]);
}

export function removeFrom<Key extends string, Value>(
  table: Table<Key, readonly Value[]>,
  key: Key,
  value: Value,
): void {
  const left = (table.get(key) ?? []).filter((kept) => kept !== value);
  if (left.length > 0) table.set(key, left);
  else table.delete(key);
}
