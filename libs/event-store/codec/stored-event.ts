/** An event as it was written, before it is brought to today's shape. */
export interface StoredEvent {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
  /** One for each leg of the entry, in its order; empty where the record moves no hours. */
  readonly legs: readonly StoredLeg[];
}

/** What a leg says besides its minutes, which no upcaster can touch. */
export type StoredLeg = Readonly<Record<string, unknown>>;

/** Brings a stored event to today's shape. Pure; stored bytes stay as they are. */
export type Upcast = (stored: StoredEvent) => StoredEvent;
