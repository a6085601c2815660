import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '#api';
import { Limit } from './limit.types.js';

@ObjectType({ description: "Once an account got limits of its own, or the bank's again." })
export class LimitChange {
  @Field(() => Limit, { nullable: true, description: "Null: the bank's from then on." })
  readonly floor?: Limit;
  @Field(() => Limit, { nullable: true, description: "Null: the bank's from then on." })
  readonly ceiling?: Limit;
  @Field(() => DateTime)
  readonly setAt!: string;
  @Field(() => ID, { nullable: true, description: 'The person who set them.' })
  readonly by?: string;
  @Field(() => String, { nullable: true, description: 'Why; null once it is erased.' })
  readonly reason?: string;
}
