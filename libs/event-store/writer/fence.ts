import { JournalMoved, readonlyView, type AnyEvent, type Command, type EventStore } from '#kernel';
import type { StreamMemory } from './stream-memory.js';

/** The id of the store that this process writes to, asked when it is first needed, and once. */
export class OwnStore {
  private id: string | undefined;

  constructor(private readonly store: Pick<EventStore, 'storeId'>) {}

  async storeId(): Promise<string> {
    this.id ??= await this.store.storeId();
    return this.id;
  }
}

/** Nothing is decided on a stream whose last records say that it goes on in another store: a forgotten server is fenced. */
export class Fence<C extends Command, E extends AnyEvent, S extends object> {
  constructor(
    private readonly memory: StreamMemory<C, E, S>,
    private readonly own: OwnStore,
  ) {}

  /** The refusal of every command; undefined where this store is the stream's home by all that the store holds now. */
  async refusal(): Promise<JournalMoved | undefined> {
    if (!(await this.isElsewhere())) return undefined;
    await this.memory.catchUp(); // it may have come back since
    return (await this.isElsewhere()) ? new JournalMoved() : undefined;
  }

  private async isElsewhere(): Promise<boolean> {
    const { definition, state } = this.memory;
    const home = definition.home?.(readonlyView(state));
    return home !== undefined && home !== (await this.own.storeId());
  }
}
