import { Query, type Pool, type PoolClient } from 'pg';

/** Of a binary copy: what stands before its first row, and what stands before the one value of a row. */
const [headerBytes, rowHeadBytes, lengthAt] = [19, 6, 2];

/** pg calls `handleCopyData` with whatever has come, in its own memory, which it uses again. */
class CopyOut extends Query {
  private readonly chunks: Buffer[] = [];

  constructor(statement: string, ended: (error: Error | null | undefined, bytes: Buffer) => void) {
    super(statement, (error: Error | null | undefined) => {
      ended(error, Buffer.concat(this.chunks));
    });
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.chunks.push(Buffer.from(chunk));
  }
}

/**
 * The values of a column of bytes, as they are: rows of a result would come as text of twice the length, and reading that
 * takes several times as long.
 *
 * @param select one column, never null
 * @throws what PostgreSQL says
 */
export async function copyOut(pool: Pool, select: string): Promise<readonly Buffer[]> {
  const client = await pool.connect();
  client.on('error', heard);
  try {
    return [...valuesIn(await copied(client, `copy (${select}) to stdout (format binary)`))];
  } finally {
    client.off('error', heard);
    client.release();
  }
}

function heard(): void {
  // the copy under way is told by itself
}

function copied(client: PoolClient, statement: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    client.query(
      new CopyOut(statement, (error, bytes) => {
        if (error) reject(error);
        else resolve(bytes);
      }),
    );
  });
}

/** Each is the one value of its row; where a row would say how many it has, -1 ends them. */
function* valuesIn(bytes: Buffer): Generator<Buffer> {
  let at = headerBytes;
  while (bytes.readInt16BE(at) !== -1) {
    const begin = at + rowHeadBytes;
    at = begin + bytes.readInt32BE(at + lengthAt);
    yield bytes.subarray(begin, at);
  }
}
