import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A member as other members see one; the name is added by the context that knows persons. */
@ObjectType({ description: 'A member of a bank, as other members see one: never a balance.' })
export class Member {
  @Field(() => ID, { description: 'Also the id of the hours account.' })
  readonly id!: string;

  /** Where a view said it with its row, null included: then nobody asks again. The field is the directory's. */
  readonly displayName?: string | null;
}
