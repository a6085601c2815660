import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsDateString, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';

@InputType()
export class LogExchangeInput {
  @Field()
  @Length(8, 64)
  idempotencyKey!: string;

  @Field(() => ID)
  @IsUUID()
  provider!: string;

  @Field(() => ID)
  @IsUUID()
  hub!: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(1440)
  minutes!: number;

  @Field()
  @IsDateString()
  serviceDate!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @Length(0, 500)
  note?: string;
}

@ObjectType()
export class Exchange {
  @Field(() => ID)
  id!: string;

  @Field()
  state!: string;
}

@ObjectType()
export class ExchangePayload {
  @Field(() => Exchange)
  exchange!: Exchange;

  @Field(() => Int)
  balanceMinutes!: number;
}

@ObjectType()
export class Member {
  @Field(() => ID)
  id!: string;

  @Field()
  displayName!: string;
}

@ObjectType()
export class StatementLine {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  exchange!: string;

  @Field(() => Int)
  minutes!: number;

  @Field(() => Int)
  balanceAfter!: number;

  @Field()
  serviceDate!: string;

  /** The other party's account; its name is resolved for all lines of a page at once. */
  other!: string;
}

@ObjectType()
export class StatementEdge {
  @Field(() => StatementLine)
  node!: StatementLine;

  @Field()
  cursor!: string;
}

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | undefined;
}

@ObjectType()
export class StatementConnection {
  @Field(() => [StatementEdge])
  edges!: StatementEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class Account {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  balanceMinutes!: number;
}
