import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentReader, Node, kindOf, type Reader } from '#api';
import { ViewerLedgerResolver } from '#ledger';
import { ReadDoor } from '#read-model';
import { MinPosition, reach } from './min-position.js';

/** Anything with an id, found again. Nothing for what is not there and for what is none of the reader's business. */
@Resolver(() => Node)
export class NodeResolver {
  constructor(
    private readonly ledger: ViewerLedgerResolver,
    private readonly door: ReadDoor,
  ) {}

  @Query(() => Node, { nullable: true })
  async node(
    @Args('id', { type: () => ID }) id: string,
    @MinPosition() minPosition: string | undefined,
    @CurrentReader() reader: Reader,
  ): Promise<Node | undefined> {
    await reach(this.door, reader, minPosition);
    switch (kindOf(id)) {
      case 'account':
        return this.ledger.account(id, reader);
      case 'exchange':
        return this.ledger.exchange(id, reader);
      case 'bank':
        return (await this.ledger.banks(reader)).find((bank) => bank.id === id);
      default:
        return undefined;
    }
  }
}
