/** What a client proposes to append. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LoggedEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Ticks of 100 nanoseconds since 1970. */
  readonly created: string;
  /** Where it begins in the log, in bytes; commit and prepare position are the same. */
  readonly position: bigint;
  /** Where the next one begins. */
  readonly end: bigint;
}

export type LogVerdict =
  { readonly status: 'appended'; readonly revision: number; readonly position: bigint } | LogConflict;

export interface LogConflict {
  readonly status: 'conflict';
  /** -1 where there is no such stream. */
  readonly revision: number;
}

const HEAD_BYTES = 160;
const FIRST_POSITION = 194n;

/** The server's transaction log, in memory: one order of all events, and who waits for the next one. */
export class EventLog {
  readonly events: LoggedEvent[] = [];
  private readonly streams = new Map<string, LoggedEvent[]>();
  private readonly followers = new Set<(event: LoggedEvent) => void>();
  private next = FIRST_POSITION;

  stream(name: string): readonly LoggedEvent[] | undefined {
    return this.streams.get(name);
  }

  /** @param expected revision of the stream's last event; -1 where the stream must not exist */
  append(stream: string, expected: number, proposed: readonly ProposedEvent[]): LogVerdict {
    const held = this.streams.get(stream) ?? [];
    const revision = held.length - 1;
    if (expected < revision) return standing(held, expected, proposed);
    if (expected > revision) return { status: 'conflict', revision };
    const position = proposed.length === 0 ? this.takePlace(0) : this.write(stream, held, proposed);
    return { status: 'appended', revision: held.length - 1, position };
  }

  /** Calls for every event appended from now on, in order, until the returned function is called. */
  follow(follower: (event: LoggedEvent) => void): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  private write(stream: string, held: LoggedEvent[], proposed: readonly ProposedEvent[]): bigint {
    const created = String(Date.now() * 10_000);
    const logged = proposed.map((event, index): LoggedEvent => {
      const position = this.takePlace(event.data.length + event.metadata.length);
      return { ...event, stream, revision: held.length + index, created, position, end: this.next };
    });
    held.push(...logged);
    this.events.push(...logged);
    this.streams.set(stream, held);
    for (const event of logged) for (const follower of this.followers) follower(event);
    return held.at(-1)?.position ?? 0n;
  }

  private takePlace(bytes: number): bigint {
    const position = this.next;
    this.next += BigInt(HEAD_BYTES + bytes);
    return position;
  }
}

/** What was appended after `expected` before: the same ids there are the same append, whatever their bodies. */
function standing(held: readonly LoggedEvent[], expected: number, proposed: readonly ProposedEvent[]): LogVerdict {
  const there = proposed.map((event, index) => ({ event, found: held[expected + 1 + index] }));
  const last = there.at(-1)?.found;
  if (last && there.every(({ event, found }) => found?.id === event.id))
    return { status: 'appended', revision: last.revision, position: last.position };
  return { status: 'conflict', revision: held.length - 1 };
}
