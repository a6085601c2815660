import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A hub as the journal knows it: by its id. Its name and place are added by the context that knows hubs. */
@ObjectType({ description: 'A place, or a service without a place, where people meet and hours are recorded.' })
export class Hub {
  @Field(() => ID)
  readonly id!: string;
}
