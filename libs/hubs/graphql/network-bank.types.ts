import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A bank as its network knows it: nothing of what is in it.' })
export class NetworkBank {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => String)
  readonly handle!: string;
}
