import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { IdempotentInput, KeeperInput, LocalDate, Payload } from '#api';

const reasonMax = 2_000;

export const Role = { COORDINATOR: 'coordinator', AUDITOR: 'auditor', ADMINISTRATOR: 'administrator' } as const;
export type Role = (typeof Role)[keyof typeof Role];
registerEnumType(Role, { name: 'Role' });

@InputType()
export class GrantRoleInput extends IdempotentInput {
  @MaxLength(100)
  @Field(() => ID)
  readonly bank!: string;

  @MaxLength(100)
  @Field(() => ID)
  readonly person!: string;

  @Field(() => Role)
  readonly role!: Role;

  @IsOptional()
  @MaxLength(100)
  @Field(() => ID, { nullable: true, description: 'Of a coordinator: this hub and all below it.' })
  readonly hub?: string;

  @Field(() => LocalDate)
  readonly from!: string;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  readonly until?: string;

  @MaxLength(reasonMax)
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RevokeRoleInput extends KeeperInput {
  @MaxLength(100)
  @Field(() => ID)
  readonly grant!: string;

  @MaxLength(reasonMax)
  @Field(() => String)
  readonly reason!: string;
}

@ObjectType({ description: 'A role that a person has in a bank.' })
export class Grant {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => ID)
  readonly person!: string;
  @Field(() => Role)
  readonly role!: Role;
  @Field(() => Int, { description: 'Hand it back as `expectedVersion`.' })
  readonly version!: number;
}

@ObjectType()
export class GrantPayload extends Payload {
  @Field(() => Grant, { nullable: true })
  readonly grant?: Grant;
}
