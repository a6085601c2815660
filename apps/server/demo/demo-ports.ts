import type { CommandBus } from '@nestjs/cqrs';
import type { StreamWriters } from '#event-store';
import type { Codec, EventStore } from '#kernel';

/** What the demonstration needs of the running application. */
export interface DemoPorts {
  readonly commands: CommandBus;
  readonly writers: StreamWriters;
  readonly codec: Codec;
  readonly store: Pick<EventStore, 'storeId'>;
}
