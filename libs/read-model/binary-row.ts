import { isLocalDate, uuidBytes, writeUuid } from '#kernel';
import { memberText } from './row-text.js';
import type { ColumnType } from './table.js';

/** A value that its column cannot hold. The code is PostgreSQL's for the same, so that it is treated like a refusal of its own. */
export class Unwritable extends Error {
  override readonly name = 'Unwritable';
  readonly code = '22P03';
}

const firstBytes = 65_536;
const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const absent = -1;
const last = -1;
/** No UTF-16 unit takes more than three bytes. */
const bytesOfUnitMax = 3;
/** A length and the longest of what has a fixed one. */
const roomOfOne = 4 + uuidBytes;
const intMax = 2_147_483_647;
const uuidOid = 2950;
const jsonbVersion = 1;
const dayMs = 86_400_000;
/** Which PostgreSQL does not know. */
const yearZero = '0000';
/** PostgreSQL counts days from here. */
const dayZero = Date.UTC(2000, 0, 1) / dayMs;

/** Rows in the binary format of COPY (PostgreSQL's manual, COPY, "Binary Format"), written value by value. */
export class BinaryRow {
  private bytes = Buffer.allocUnsafe(firstBytes);
  private length = header.copy(this.bytes);
  private lastDate = '';
  private lastDay = 0;

  begin(columns: number): void {
    this.makeRoom(2);
    this.length = this.bytes.writeInt16BE(columns, this.length);
  }

  /** @throws Unwritable where PostgreSQL would refuse the value, or understand it otherwise */
  add(type: ColumnType, value: unknown): void {
    this.makeRoom(roomOfOne);
    if (value === undefined || value === null) {
      this.int(absent);
      return;
    }
    switch (type) {
      case 'uuid':
        this.uuid(value as string);
        return;
      case 'integer':
        this.int(4);
        this.int(asInt(value as number));
        return;
      case 'date':
        this.int(4);
        this.int(this.dayOf(value as string));
        return;
      case 'boolean':
        this.int(1);
        this.byte(value === true ? 1 : 0);
        return;
      case 'text':
        this.text(memberText(value as string), 0);
        return;
      case 'instant':
        this.text(value as string, 0);
        return;
      case 'json':
        this.text(JSON.stringify(value), 1);
        return;
      case 'uuids':
        this.uuids(value as readonly string[]);
    }
  }

  end(): Uint8Array {
    this.makeRoom(2);
    this.length = this.bytes.writeInt16BE(last, this.length);
    return this.bytes.subarray(0, this.length);
  }

  private int(value: number): void {
    this.length = this.bytes.writeInt32BE(value, this.length);
  }

  private byte(value: number): void {
    this.length = this.bytes.writeUInt8(value, this.length);
  }

  private uuid(value: string): void {
    this.int(uuidBytes);
    try {
      this.length = writeUuid(this.bytes, this.length, value);
    } catch (cause) {
      throw new Unwritable(`no UUID: ${value}`, { cause });
    }
  }

  /** @param versions bytes before it, as jsonb has */
  private text(value: string, versions: 0 | 1): void {
    this.makeRoom(5 + value.length * bytesOfUnitMax);
    const lengthAt = this.length;
    this.length += 4;
    if (versions === 1) this.byte(jsonbVersion);
    this.length += this.bytes.write(value, this.length);
    this.bytes.writeInt32BE(this.length - lengthAt - 4, lengthAt);
  }

  /** One dimension from 1 on, without absent ones; an empty array has none. */
  private uuids(values: readonly string[]): void {
    this.makeRoom(24 + values.length * roomOfOne);
    const [dimensions, perValue] = [values.length === 0 ? 0 : 1, 4 + uuidBytes];
    this.int(12 + dimensions * 8 + values.length * perValue);
    for (const word of [dimensions, 0, uuidOid]) this.int(word);
    if (dimensions === 0) return;
    for (const word of [values.length, 1]) this.int(word);
    for (const value of values) this.uuid(value);
  }

  /** Rows that follow each other mostly are of one day. */
  private dayOf(date: string): number {
    if (date === this.lastDate) return this.lastDay;
    if (!isLocalDate(date) || date.startsWith(yearZero)) throw new Unwritable(`no day: ${date}`);
    this.lastDay = Date.parse(date) / dayMs - dayZero;
    this.lastDate = date;
    return this.lastDay;
  }

  private makeRoom(bytes: number): void {
    const needed = this.length + bytes;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

function asInt(value: number): number {
  if (!Number.isInteger(value) || value > intMax || value < -intMax - 1) {
    throw new Unwritable(`no integer of PostgreSQL's: ${String(value)}`);
  }
  return value;
}
