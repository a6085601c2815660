import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDate, Minutes } from '#api';
import { StatementLine } from './account.types.js';

@ObjectType({ description: 'One month of an account, by the days on which time was given.' })
export class AccountMonth {
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly month!: string;
  @Field(() => Minutes)
  readonly givenMinutes!: number;
  @Field(() => Minutes)
  readonly receivedMinutes!: number;
  @Field(() => Minutes, { description: 'Of all given and received up to its last day.' })
  readonly closingMinutes!: number;
  @Field(() => [StatementLine], { description: 'The newest first.' })
  readonly lines!: readonly StatementLine[];
  @Field(() => LocalDate, { nullable: true, description: 'The last month before it in which something happened.' })
  readonly earlier?: string;
}
