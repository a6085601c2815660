import { Query, Resolver } from '@nestjs/graphql';
import { CurrentReader, Viewer, opaqueId, type Reader } from '#api';
import { ReadDoor } from '#read-model';
import { MinPosition, reach } from './min-position.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(private readonly door: ReadDoor) {}

  @Query(() => Viewer, { description: 'All that you may see.' })
  async viewer(@MinPosition() minPosition: string | undefined, @CurrentReader() reader: Reader): Promise<Viewer> {
    await reach(this.door, reader, minPosition);
    return { id: opaqueId('person', reader.person) };
  }
}
