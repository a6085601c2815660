import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentReader, TopLevelError, Viewer, kernelMessages, opaqueId, type Reader } from '#api';
import { NotYetVisible, ReadDoor } from '#read-model';

const positionPattern = /^[0-9]{1,18}$/;

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(private readonly door: ReadDoor) {}

  @Query(() => Viewer, { description: 'All that you may see.' })
  async viewer(
    @Args('minPosition', {
      type: () => String,
      nullable: true,
      description: 'The `position` of a mutation: what it wrote will be there.',
    })
    minPosition: string | undefined,
    @CurrentReader() { person }: Reader,
  ): Promise<Viewer> {
    if (minPosition !== undefined) await this.waitFor(minPosition, { person });
    return { id: opaqueId('person', person) };
  }

  private async waitFor(minPosition: string, { person }: Pick<Reader, 'person'>): Promise<void> {
    if (!positionPattern.test(minPosition)) throw new TopLevelError('BAD_USER_INPUT', unknownPosition, 'minPosition');
    try {
      await this.door.reachOf(person, BigInt(minPosition));
    } catch (refusal) {
      if (refusal instanceof NotYetVisible) throw new TopLevelError('UNAVAILABLE', kernelMessages.NOT_YET_VISIBLE);
      throw refusal;
    }
  }
}

const unknownPosition = {
  it: 'Usa la posizione che ti ha dato una registrazione.',
  en: 'Use the position that a record gave you.',
};
