import { Query, type ClientBase } from 'pg';
import type { CopyStatement } from './copy-rows.js';

interface CopyingConnection {
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
}

/** A `copy … from stdin` whose rows are at hand. pg calls `handleCopyInResponse` once PostgreSQL asks for them. */
class CopyIn extends Query {
  constructor(
    statement: string,
    private readonly lines: Uint8Array,
    ended: (error: Error | null | undefined) => void,
  ) {
    super(statement, ended);
  }

  handleCopyInResponse(connection: CopyingConnection): void {
    connection.sendCopyFromChunk(this.lines);
    connection.endCopyFrom();
  }
}

/** @throws what PostgreSQL says, and what kept a row from being written */
export async function copyIn(client: ClientBase, { text, rows, unwritable }: CopyStatement): Promise<void> {
  if (unwritable) throw unwritable;
  await new Promise<void>((resolve, reject) => {
    client.query(
      new CopyIn(text, rows, (error) => {
        if (error) reject(error);
        else resolve();
      }),
    );
  });
}
