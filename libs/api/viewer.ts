import { Field, ID, InterfaceType, ObjectType } from '@nestjs/graphql';
import { kindOf, type Kind } from './opaque-id.js';

const typeNames: Partial<Record<Kind, string>> = { account: 'Account', exchange: 'Exchange', bank: 'Bank' };

@InterfaceType({
  description: 'Anything that `node(id)` can find again.',
  resolveType: ({ id }: Node) => typeNames[kindOf(id) ?? 'person'],
})
export abstract class Node {
  @Field(() => ID)
  readonly id!: string;
}

/** Who asks; every read goes through here. Each context adds its own fields. */
@ObjectType({ description: 'You, and through you all that you may see.' })
export class Viewer {
  @Field(() => ID, { description: 'Your person id.' })
  readonly id!: string;
}
