import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Append, EncodedRecord, Position } from '#kernel';
import type { Taking } from './taking.js';

const recordsOfFile = 10_000;

/**
 * Into the table of records from files that PostgreSQL reads by itself, as its owner alone may: what is loaded is held
 * against nothing but the table's own conditions. Nobody else may write meanwhile.
 */
export class Loading implements Taking {
  private lines: string[] = [];
  private files = 0;
  private copied: Promise<void> = Promise.resolve();

  private constructor(
    private readonly client: pg.Client,
    private readonly folder: string,
    private position: number,
  ) {}

  static async into(databaseUrl: string): Promise<Loading> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('set synchronous_commit = off');
    const { rows } = await client.query<{ head: number }>(
      'select coalesce(max(position), 0)::int as head from events.record',
    );
    const folder = mkdtempSync(join(tmpdir(), 'reciproca-loading-'));
    chmodSync(folder, 0o755);
    return new Loading(client, folder, rows[0]?.head ?? 0);
  }

  async take({ records }: Append): Promise<void> {
    for (const record of records) this.lines.push(lineOf(++this.position, record));
    if (this.lines.length >= recordsOfFile) await this.copy();
  }

  async end(): Promise<Position> {
    await this.copy();
    await this.copied;
    return BigInt(this.position);
  }

  async close(): Promise<void> {
    await this.client.end();
    rmSync(this.folder, { recursive: true });
  }

  /** A file is copied while the next is made. */
  private async copy(): Promise<void> {
    const file = join(this.folder, String(this.files++));
    writeFileSync(file, this.lines.join(''), { mode: 0o644 });
    this.lines = [];
    await this.copied;
    this.copied = this.client
      .query(`copy events.record (position, stream, revision, type, id, hash, record) from '${file}'`)
      .then(() => {
        rmSync(file);
      });
    this.copied.catch(() => undefined); // thrown where it is awaited
  }
}

function lineOf(position: number, { stream, revision, type, id, hash, text }: EncodedRecord): string {
  const plain = text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
  return `${position}\t${stream}\t${revision}\t${type}\t${id}\t\\\\x${Buffer.from(hash).toString('hex')}\t${plain.replaceAll('\n', '\\n')}\n`;
}
