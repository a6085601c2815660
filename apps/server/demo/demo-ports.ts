import type { CommandBus } from '@nestjs/cqrs';
import type { StreamWriters } from '#event-store';
import type { Codec } from '#kernel';

/** What the demonstration needs of the running application. */
export interface DemoPorts {
  readonly commands: CommandBus;
  readonly writers: StreamWriters;
  readonly codec: Codec;
  /** All ids of the demonstration follow from this one: the same again adds nothing, another opens another bank. */
  readonly origin: string;
  /** Web origin of the pages that hubs of the demonstration stand on. */
  readonly hubPages: string;
}
