import { createHash } from 'node:crypto';
import type { OpenFile } from '../../domain/plain-csv/file-reader.js';
import { FileRefused } from '../../domain/plain-csv/file-refused.js';
import { problem, type Place } from '../../domain/plain-csv/problem.js';

export type Encoding = 'utf-8' | 'windows-1252';

export interface Scan {
  readonly encoding: Encoding;
  readonly digest: string;
}

/** Windows-1252 has no character for these. */
const unassigned = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Reads the bytes once: is it text, and in which of the two encodings? @throws FileRefused */
export async function scan(open: OpenFile): Promise<Scan> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  let bytes = 0;
  let line = 1;
  let column = 0;
  let start: number[] = [];
  let notWindows: Place | undefined;
  for await (const chunk of open()) {
    if (bytes < byteOrderMark.length) start = [...start, ...chunk.subarray(0, byteOrderMark.length)];
    bytes += chunk.length;
    hash.update(chunk);
    utf8.add(chunk);
    for (const byte of chunk) {
      column += 1;
      if (byte === lineFeed) {
        line += 1;
        column = 0;
      } else if (isControl(byte)) refuse({ line, column: String(column) });
      else if (unassigned.has(byte)) notWindows ??= { line, column: String(column) };
    }
  }
  if (bytes === 0) throw new FileRefused([problem('FILE_EMPTY')]);
  if (utf8.holds()) return { encoding: 'utf-8', digest: hash.digest('base64url') };
  if (byteOrderMark.every((byte, index) => start[index] === byte)) refuse({ line: 1 });
  if (notWindows) refuse(notWindows);
  return { encoding: 'windows-1252', digest: hash.digest('base64url') };
}

class Utf8Check {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private broken = false;

  add(chunk: Uint8Array): void {
    if (!this.broken) this.decode(chunk, true);
  }

  /** Asked once, at the end: the last character must be whole too. */
  holds(): boolean {
    if (!this.broken) this.decode(new Uint8Array(), false);
    return !this.broken;
  }

  private decode(chunk: Uint8Array, stream: boolean): void {
    try {
      this.decoder.decode(chunk, { stream });
    } catch {
      // A fatal decoder throws for nothing else.
      this.broken = true;
    }
  }
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== tab && byte !== lineFeed && byte !== carriageReturn) || byte === 0x7f;
}

function refuse(place: Place): never {
  throw new FileRefused([problem('NOT_TEXT', place)]);
}
