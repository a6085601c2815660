import { Query, type ClientBase } from 'pg';

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

/** @throws what PostgreSQL says */
export function copyIn(client: ClientBase, statement: string, rows: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(
      new CopyIn(statement, rows, (error) => {
        if (error) reject(error);
        else resolve();
      }),
    );
  });
}
