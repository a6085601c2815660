/** What a decider sees of a table. */
export interface ReadonlyTable<Key extends string, Value> {
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  entries(): IterableIterator<[Key, Value]>;
}

const gone = Symbol('gone');

/**
 * Rows by key, with copy-on-write layers: a layer answers from its own changes first and from its base otherwise;
 * `fold` writes the changes down. Rows are immutable; changing one means setting a new one.
 */
export class Table<Key extends string, Value> implements ReadonlyTable<Key, Value> {
  /** Made with the first row: a batch has a layer over every table and changes two. */
  private rows: Map<Key, Value | typeof gone> | undefined;

  constructor(private readonly base?: Table<Key, Value>) {}

  static of<Key extends string, Value>(entries: Iterable<readonly [Key, Value]>): Table<Key, Value> {
    const table = new Table<Key, Value>();
    for (const [key, value] of entries) table.set(key, value);
    return table;
  }

  get(key: Key): Value | undefined {
    const own = this.rows?.get(key);
    if (own === undefined) return this.base?.get(key);
    return own === gone ? undefined : own;
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  set(key: Key, value: Value): void {
    (this.rows ??= new Map()).set(key, value);
  }

  delete(key: Key): void {
    if (this.base) (this.rows ??= new Map()).set(key, gone);
    else this.rows?.delete(key);
  }

  *entries(): IterableIterator<[Key, Value]> {
    if (this.base) {
      for (const entry of this.base.entries()) if (!this.rows?.has(entry[0])) yield entry;
    }
    for (const [key, value] of this.rows ?? []) if (value !== gone) yield [key, value];
  }

  layer(): Table<Key, Value> {
    return new Table(this);
  }

  /** Writes this layer's changes into its base. */
  fold(): void {
    if (!this.base) throw new Error('only a layer can be folded');
    for (const [key, value] of this.rows ?? []) {
      if (value === gone) this.base.delete(key);
      else this.base.set(key, value);
    }
    this.rows = undefined;
  }
}
