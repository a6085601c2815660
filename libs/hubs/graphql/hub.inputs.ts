import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { IdempotentInput, KeeperInput, LocalDate, Payload } from '#api';
import { Bank, BankRulesInput, Hub } from '#ledger';

const textMax = 200;
const idMax = 100;

@InputType()
export class OpenBankInput extends IdempotentInput {
  @MaxLength(idMax)
  @Field(() => ID)
  readonly network!: string;

  @MaxLength(textMax)
  @Field(() => String, { description: 'Short name in addresses.' })
  readonly handle!: string;

  @MaxLength(textMax)
  @Field(() => String)
  readonly name!: string;

  @ValidateNested()
  @Field(() => BankRulesInput)
  readonly rules!: BankRulesInput;

  @ArrayMaxSize(20)
  @MaxLength(idMax, { each: true })
  @Field(() => [ID], { description: 'Persons who administer the bank from its first record on.' })
  readonly administrators!: readonly string[];
}

@InputType()
export class ServeHubInput extends IdempotentInput {
  @MaxLength(idMax)
  @Field(() => ID)
  readonly bank!: string;

  @MaxLength(idMax)
  @Field(() => ID)
  readonly hub!: string;

  @Field(() => LocalDate)
  readonly from!: string;
}

@InputType()
export class AddHubInput extends IdempotentInput {
  @MaxLength(idMax)
  @Field(() => ID)
  readonly network!: string;

  @MaxLength(textMax)
  @Field(() => String)
  readonly handle!: string;

  @MaxLength(textMax)
  @Field(() => String, { description: 'In Italian.' })
  readonly name!: string;

  @IsOptional()
  @MaxLength(textMax)
  @Field(() => String, { nullable: true })
  readonly nameInEnglish?: string;

  @IsOptional()
  @MaxLength(idMax)
  @Field(() => ID, { nullable: true, description: 'Left out: at the top of the tree.' })
  readonly parent?: string;

  @Field(() => LocalDate)
  readonly from!: string;
}

@InputType({ isAbstract: true })
abstract class OneHubInput extends KeeperInput {
  @MaxLength(idMax)
  @Field(() => ID)
  readonly network!: string;

  @MaxLength(idMax)
  @Field(() => ID)
  readonly hub!: string;
}

@InputType()
export class MoveHubInput extends OneHubInput {
  @IsOptional()
  @MaxLength(idMax)
  @Field(() => ID, { nullable: true, description: 'Left out: to the top of the tree.' })
  readonly parent?: string;

  @Field(() => LocalDate)
  readonly from!: string;
}

@InputType()
export class SetHubOriginsInput extends OneHubInput {
  @ArrayMaxSize(100)
  @MaxLength(textMax, { each: true })
  @Field(() => [String], { description: 'Web origins whose pages may embed the client: `https://www.example.org`.' })
  readonly origins!: readonly string[];
}

@InputType()
export class SetHubDeskInput extends OneHubInput {
  @IsOptional()
  @MaxLength(textMax)
  @Field(() => String, { nullable: true, description: 'In Italian: `mar e gio 15:00–18:00`. Left out: not said.' })
  readonly hours?: string;

  @IsOptional()
  @MaxLength(textMax)
  @Field(() => String, { nullable: true })
  readonly hoursInEnglish?: string;

  @IsOptional()
  @MaxLength(textMax)
  @Field(() => String, { nullable: true, description: 'Left out: not said.' })
  readonly phone?: string;

  @IsOptional()
  @MaxLength(textMax)
  @Field(() => String, { nullable: true, description: 'Where answers to its mails go. Left out: nowhere.' })
  readonly email?: string;
}

@ObjectType()
export class HubPayload extends Payload {
  @Field(() => Hub, { nullable: true })
  readonly hub?: Hub;
}

@ObjectType()
export class BankPayload extends Payload {
  @Field(() => Bank, { nullable: true })
  readonly bank?: Bank;
}
