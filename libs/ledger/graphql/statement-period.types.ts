import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, Minutes } from '#api';

@ObjectType({
  description: 'What a statement of some days would say: `GET /accounts/<id>/statement.pdf` has it whole.',
})
export class StatementPeriod {
  @Field(() => LocalDate)
  readonly from!: string;
  @Field(() => LocalDate)
  readonly to!: string;
  @Field(() => Int)
  readonly lines!: number;
  @Field(() => Minutes)
  readonly openingMinutes!: number;
  @Field(() => Minutes)
  readonly givenMinutes!: number;
  @Field(() => Minutes)
  readonly receivedMinutes!: number;
}
