import { IsEmail, IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';

const idMax = 100;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export class AskCodeInput {
  @MaxLength(254)
  @IsEmail()
  readonly address!: string;

  /** Left out: for the console. */
  @IsOptional()
  @MaxLength(idMax)
  readonly hub?: string;
}

/** With `challenge`: the code from a mail. With `memberNumber` and `hub`: the code from paper. */
export class EnterCodeInput {
  @MaxLength(60)
  readonly code!: string;

  @IsOptional()
  @Matches(uuid)
  readonly challenge?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  readonly memberNumber?: number;

  @IsOptional()
  @MaxLength(idMax)
  readonly hub?: string;
}

export class RefreshInput {
  @MaxLength(200)
  readonly refresh!: string;

  @MaxLength(200)
  readonly device!: string;
}

export class SignOutInput {
  /** One of one's own; left out: the session that asks. */
  @IsOptional()
  @Matches(uuid)
  readonly session?: string;
}
