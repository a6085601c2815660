/** Statements on their way to PostgreSQL, read from its protocol: how often each was asked to be run. */
export class HeardStatements {
  private counts = new Map<string, number>();

  forget(): void {
    this.counts = new Map();
  }

  /** Those that were run at least so often. What the server asks by itself, once in a while, is not among them. */
  runAtLeast(times: number): readonly string[] {
    return [...this.counts].flatMap(([text, count]) => (count >= times ? [text] : []));
  }

  /** For one connection, from its first byte on. */
  readonly listen = (): ((bytes: Buffer) => void) => {
    const prepared = new Map<string, string>();
    let heard = Buffer.alloc(0);
    let isStarting = true;
    return (bytes) => {
      heard = Buffer.concat([heard, bytes]);
      for (;;) {
        const head = isStarting ? 0 : 1; // the first message alone has no letter
        if (heard.length < head + 4) return;
        const end = head + heard.readInt32BE(head);
        if (heard.length < end) return;
        const kind = isStarting ? '' : String.fromCharCode(heard[0] ?? 0);
        this.hear(kind, heard.subarray(head + 4, end), prepared);
        isStarting = false;
        heard = heard.subarray(end);
      }
    };
  };

  private hear(kind: string, body: Buffer, prepared: Map<string, string>): void {
    const [first = '', second = ''] = body.toString('latin1').split('\0');
    if (kind === 'Q') this.count(first);
    if (kind === 'P') prepared.set(first, second);
    if (kind === 'B') this.count(prepared.get(second) ?? second);
  }

  private count(statement: string): void {
    this.counts.set(statement, (this.counts.get(statement) ?? 0) + 1);
  }
}
