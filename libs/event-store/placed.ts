import type { EncodedRecord, Position, StoredRecord } from '#kernel';

/**
 * A record that this process has just stored, with its place: the very object, of which what was decoded once stays
 * known; a copy of one that may not be touched, or that has its place in another store, as when the books move.
 */
export function placed(record: EncodedRecord | StoredRecord, position: Position): StoredRecord {
  if ('position' in record) return record.position === position ? record : { ...record, position };
  return Object.isExtensible(record) ? Object.assign(record, { position }) : { ...record, position };
}
